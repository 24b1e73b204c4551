-- Organisations that see the whole of a marked learner all the same: none but those that an administrator named.
create table learner_sensitivity_organisation (
    uln varchar(10) not null,
    marked_at timestamp not null,
    ukprn varchar(8) not null,
    constraint learner_sensitivity_organisation_pk primary key (uln, marked_at, ukprn),
    constraint learner_sensitivity_organisation_mark foreign key (uln, marked_at)
        references learner_sensitivity (uln, marked_at)
);

-- All numbers of a person are sensitive, or none. Where that changes, the keys by which they are found are made anew.
update learner_match_state set scheme_no = 0 where exists (
    select 1 from learner_link k join learner m on m.uln = k.master join learner s on s.uln = k.superseded
     where m.is_sensitive <> s.is_sensitive);
update learner set is_sensitive = true where is_sensitive = false and exists (
    select 1 from learner_link k join learner s on s.uln = k.superseded
     where k.master = learner.uln and s.is_sensitive = true);
update learner set is_sensitive = true where is_sensitive = false and exists (
    select 1 from learner_link k join learner m on m.uln = k.master
     where k.superseded = learner.uln and m.is_sensitive = true);

-- Whom a file called sensitive has a mark too, so that they are looked after like everybody.
insert into learner_sensitivity (uln, marked_at, marked_by, why, review_on)
    select l.uln, l.changed_at, 'import', 'imported', date('2027-11-28') from learner l
     where l.is_sensitive = true and l.deleted_at is null
       and not exists (select 1 from learner_link k where k.superseded = l.uln)
       and not exists (select 1 from learner_sensitivity s where s.uln = l.uln and s.ended_at is null)
       and not exists (
           select 1 from learner_link k join learner_sensitivity s on s.uln = k.superseded
            where k.master = l.uln and s.ended_at is null);
