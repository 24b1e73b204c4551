-- What one administrator proposes and another one decides: a new organisation, or the roles that one may give its people.
create table organisation_proposal (
    id varchar(36) not null constraint organisation_proposal_pk primary key,
    kind varchar(20) not null,
    ukprn varchar(8) not null,
    name varchar(150) not null,
    organisation_kind varchar(20) not null,
    town varchar(100) not null,
    country varchar(60) not null,
    roles varchar(400) not null,
    reason varchar(500) not null,
    proposed_by varchar(36) not null,
    proposed_at timestamp not null,
    state varchar(10) not null,
    decided_by varchar(36),
    decided_at timestamp,
    decision varchar(500)
);
create index organisation_proposal_at on organisation_proposal (proposed_at);

-- The agreement that is in force with an organisation.
create table organisation_agreement (
    ukprn varchar(8) not null constraint organisation_agreement_pk primary key,
    roles varchar(400) not null,
    proposal varchar(36) not null,
    since timestamp not null
);
