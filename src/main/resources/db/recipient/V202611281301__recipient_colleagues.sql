-- Who signs in for a recipient, and who was invited to. Whoever goes leaves no row.
create table recipient_colleague (
    id varchar(36) not null constraint recipient_colleague_pk primary key,
    recipient_id varchar(36) not null constraint recipient_colleague_of references recipient (id),
    name varchar(150) not null,
    email varchar(254) not null,
    email_key varchar(254) not null,
    language varchar(2) not null,
    pepper_key varchar(20) not null,
    tries integer not null,
    account_id varchar(36),
    invited_by varchar(36) not null,
    invited_at timestamp not null,
    code_ends_at timestamp not null,
    joined_at timestamp,
    constraint recipient_colleague_email unique (recipient_id, email_key),
    constraint recipient_colleague_joined check ((account_id is null and joined_at is null)
        or (account_id is not null and joined_at is not null))
);
