-- Organisations that want to join: what they told of themselves, until administrators make a proposal of it or decline.
create table organisation_application (
    id varchar(36) not null constraint organisation_application_pk primary key,
    ukprn varchar(8) not null,
    name varchar(150) not null,
    contact varchar(100) not null,
    email varchar(254) not null,
    telephone varchar(40) not null,
    roles varchar(400) not null,
    signatory varchar(100) not null,
    signatory_position varchar(100) not null,
    client varchar(64) not null,
    applied_at timestamp not null,
    state varchar(10) not null,
    decision varchar(500)
);
create index organisation_application_at on organisation_application (state, applied_at);
