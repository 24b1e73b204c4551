-- Learners whom an organisation still knows by 9999999999 only, with what it said of them as it said it, until each has a
-- number. Of one that is open the organisation's reference (or what was said, where there is none) is there once; one that is
-- resolved gives its place free by having its id there. Deleted a year after it was noted.
create table learner_temporary (
    id varchar(36) not null,
    ukprn varchar(8) not null,
    place varchar(128) not null,
    reference varchar(128) not null,
    given_name varchar(100) not null,
    family_name varchar(100) not null,
    previous_family_name varchar(100) not null,
    date_of_birth varchar(40) not null,
    gender varchar(20) not null,
    postcode varchar(40) not null,
    origin varchar(10) not null,
    noted_at timestamp not null,
    noted_by varchar(36) not null,
    advice varchar(20) not null,
    looked_at timestamp,
    state varchar(10) not null,
    ended_at timestamp,
    ended_by varchar(36),
    uln varchar(10),
    constraint learner_temporary_pk primary key (id),
    constraint learner_temporary_once unique (ukprn, place)
);
create index learner_temporary_of on learner_temporary (ukprn, state, id desc);
create index learner_temporary_noted on learner_temporary (noted_at);
