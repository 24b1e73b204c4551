-- Which organisations a learner has to do with: so far the one that registered them.
create table learner_relationship (
    uln varchar(10) not null,
    ukprn varchar(8) not null,
    since timestamp not null,
    constraint learner_relationship_pk primary key (uln, ukprn)
);

-- Who is proved on line is looked for by the date of birth first; the names are compared by what their spellings share.
create index learner_born on learner (date_of_birth);
