-- A learner lets somebody help them. The code that makes it theirs is kept as a keyed digest; its first five characters
-- find it, so that its tries can be counted. It is over when it ends, or somebody ends it.
create table helping_leave (
    id varchar(36) not null constraint helping_leave_pk primary key,
    uln varchar(10) not null,
    given_by varchar(36) not null,
    name varchar(60) not null,
    may_share boolean not null,
    made_at timestamp not null,
    ends_at timestamp not null,
    selector varchar(5) not null,
    pepper varchar(64) not null,
    digest varchar(43) not null,
    code_ends_at timestamp not null,
    tries smallint not null,
    helper varchar(36),
    accepted_at timestamp,
    used_at timestamp,
    ended_at timestamp,
    constraint helping_leave_selector unique (selector),
    constraint helping_leave_tries check (tries between 0 and 10)
);
create index helping_leave_given_by on helping_leave (given_by);
create index helping_leave_helper on helping_leave (helper);
