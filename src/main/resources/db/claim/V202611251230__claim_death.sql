-- Learners who died: their record stays, and nobody claims it.
create table claim_death (
    uln varchar(10) not null constraint claim_death_pk primary key,
    reason varchar(250) not null,
    administrator varchar(36) not null,
    noted_at timestamp not null
);
