-- What awarding organisations asked in credit checks, for a month: how many of one person, and how often. The number as it was
-- asked, whether it is anybody's or not.
create table credit_question (
    id varchar(36) not null constraint credit_question_pk primary key,
    on_day date not null,
    ukprn varchar(8) not null,
    account varchar(36) not null,
    uln varchar(10) not null,
    reference varchar(20) not null
);
create index credit_question_learner on credit_question (on_day, ukprn, uln);
create index credit_question_account on credit_question (on_day, account);
