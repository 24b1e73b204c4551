-- Letters that learners took while they wait. signed: the very text that the receiver can verify.
create table challenge_letter (
    id varchar(36) not null constraint challenge_letter_pk primary key,
    reference varchar(14) not null constraint challenge_letter_reference unique,
    challenge varchar(36) not null constraint challenge_letter_of references challenge (id),
    made_at timestamp not null,
    language varchar(2) not null,
    item varchar(200) not null,
    learner varchar(100) not null,
    since date not null,
    due_by date,
    signed varchar(4000) not null
);
create index challenge_letter_made on challenge_letter (made_at);
