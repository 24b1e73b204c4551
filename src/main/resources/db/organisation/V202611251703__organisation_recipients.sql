-- Those with whom learners share and who are no providers: a register of its own, by the number of a public register.
create table recipient (
    id varchar(36) not null constraint recipient_pk primary key,
    name varchar(150) not null,
    name_key varchar(150) not null,
    register varchar(10) not null,
    number varchar(10) not null,
    domain varchar(253) not null,
    email varchar(254) not null,
    language varchar(2) not null,
    client varchar(64) not null,
    pepper_key varchar(20) not null,
    tries integer not null,
    code_ends_at timestamp not null,
    state varchar(10) not null,
    applied_at timestamp not null,
    confirmed_at timestamp,
    approved_at timestamp,
    ended_at timestamp
);
create index recipient_number on recipient (number, state);
create index recipient_applied on recipient (applied_at);
