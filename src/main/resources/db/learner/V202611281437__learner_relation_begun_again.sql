-- What was ended on purpose may begin again on the same day: how often it had begun so before.
alter table learner_organisation add column begun_before integer default 0 not null;
alter table learner_organisation drop constraint learner_organisation_pk;
alter table learner_organisation
    add constraint learner_organisation_pk primary key (uln, ukprn, kind, starts_on, begun_before);
