-- Data challenges. What is said and what it was stands in challenge_field; what was done, in challenge_step.
-- desk: on whose desk it lies: a UKPRN, '' for the service, or learner, draft, later, done.
-- place: its place there, as text: those with a deadline elsewhere first, then by the day on which something is due.
-- same_key: of two open ones about the same thing the database takes one.
create table challenge (
    id varchar(36) not null constraint challenge_pk primary key,
    reference varchar(14) not null constraint challenge_reference unique,
    uln varchar(10) not null,
    kind varchar(12) not null,
    state varchar(16) not null,
    desk varchar(8) not null,
    place varchar(60) not null,
    owner varchar(8) not null,
    same_key varchar(160) constraint challenge_same unique,
    event_id varchar(36),
    other_id varchar(36),
    look_id varchar(36),
    raised_by varchar(36) not null,
    raised_for varchar(8) not null,
    explanation varchar(2000) not null,
    elsewhere_on date,
    elsewhere_what varchar(200) not null,
    made_at timestamp not null,
    received_on date,
    acknowledge_by date,
    twenty_by date,
    month_by date,
    extended_to date,
    stopped_on date,
    appeal_by date,
    waits_until date,
    answered_on date,
    due_by date,
    answer varchar(16),
    appealed boolean not null,
    reminded smallint not null,
    revision bigint not null
);
create index challenge_uln on challenge (uln, id);
create index challenge_owner on challenge (owner, desk, place);
create index challenge_desk on challenge (desk, place);
create index challenge_raised_for on challenge (raised_for, id);
create index challenge_event on challenge (event_id);
create index challenge_due on challenge (due_by);
create index challenge_state on challenge (state, made_at);

-- side: O what the record said when it was raised, S what is supplied.
create table challenge_field (
    challenge varchar(36) not null constraint challenge_field_of references challenge (id),
    side varchar(1) not null,
    field varchar(24) not null,
    said varchar(300) not null,
    constraint challenge_field_pk primary key (challenge, side, field)
);

-- owner: in whose inbox the challenge lay after the step, '' for the service.
create table challenge_step (
    id varchar(36) not null constraint challenge_step_pk primary key,
    challenge varchar(36) not null constraint challenge_step_of references challenge (id),
    step varchar(16) not null,
    state varchar(16) not null,
    part varchar(8) not null,
    actor_kind varchar(14) not null,
    account varchar(36),
    ukprn varchar(8) not null,
    owner varchar(8) not null,
    happened_at timestamp not null,
    words varchar(2000) not null,
    revision bigint not null,
    constraint challenge_step_revision unique (challenge, revision)
);
create index challenge_step_owner on challenge_step (owner, id);
