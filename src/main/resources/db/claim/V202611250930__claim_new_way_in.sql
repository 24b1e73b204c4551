-- What a learner needs from the desk: nothing, a code for their first way in, or one for a new way in to the account that
-- they have.
alter table claim_check add column need varchar(20) default 'NOTHING' not null;
update claim_check set need = 'FIRST_WAY_IN' where with_code;
alter table claim_check drop column with_code;
alter table claim_code add column new_way boolean default false not null;
