-- Every agreement there was, with its dates and its stage; which one counts on a day is told by the dates.
create table agreement (
    proposal varchar(36) not null,
    ukprn varchar(8) not null,
    roles varchar(400) not null,
    stage varchar(10) not null,
    begins date not null,
    ends date,
    entered_at timestamp not null,
    constraint agreement_pk primary key (proposal)
);
create index agreement_ukprn on agreement (ukprn, entered_at);
insert into agreement (proposal, ukprn, roles, stage, begins, entered_at)
    select proposal, ukprn, roles, 'LIVE', cast(since as date), since from organisation_agreement;
drop table organisation_agreement;

alter table organisation_proposal add column stage varchar(10);
alter table organisation_proposal add column begins date;
alter table organisation_proposal add column ends date;
-- An application that a proposal came of, or the recipient that it is about.
alter table organisation_proposal add column about varchar(36);
update organisation_proposal set stage = 'LIVE', begins = cast(proposed_at as date) where kind = 'AGREEMENT';
