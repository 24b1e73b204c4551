-- What was seen at a desk: what kind of document, by whom, when; never a copy of it, never its number.
create table claim_check (
    id varchar(36) not null constraint claim_check_pk primary key,
    uln varchar(10) not null,
    verification_code smallint not null,
    seen_on date not null,
    ukprn varchar(8) not null,
    officer varchar(36) not null,
    checked_at timestamp not null,
    with_code boolean not null,
    second_officer varchar(36),
    settled_at timestamp
);
create index claim_check_uln on claim_check (uln);

-- Activation codes, as keyed digests. One that has ended, by its use or by a newer one, says when.
create table claim_code (
    id varchar(36) not null constraint claim_code_pk primary key,
    uln varchar(10) not null,
    digest varchar(43) not null constraint claim_code_digest unique,
    made_by varchar(36) not null,
    made_at timestamp not null,
    expires_at timestamp not null,
    tries smallint not null,
    ended_at timestamp,
    constraint claim_code_tries check (tries between 0 and 10)
);
create index claim_code_uln on claim_code (uln);

-- Somebody proved a code and has to choose how to sign in: what one browser may finish, within half an hour.
create table claim_ticket (
    digest varchar(43) not null constraint claim_ticket_pk primary key,
    code varchar(36) not null constraint claim_ticket_code references claim_code (id),
    made_at timestamp not null
);

-- Whose record is claimed: one holder for a ULN, whoever comes at the same moment.
create table claim_holder (
    uln varchar(10) not null constraint claim_holder_pk primary key,
    account varchar(36) not null,
    way varchar(10) not null,
    claimed_at timestamp not null
);

-- Claims that somebody says are wrong.
create table claim_dispute (
    id varchar(36) not null constraint claim_dispute_pk primary key,
    uln varchar(10) not null,
    reason varchar(250) not null,
    administrator varchar(36) not null,
    recorded_at timestamp not null,
    ended_at timestamp
);
create index claim_dispute_uln on claim_dispute (uln);
