-- Where the person behind an account wants to be told: one confirmed address each. Two accounts may have the same one.
create table identity_email (
  account_id varchar(36) not null constraint identity_email_pk primary key,
  address varchar(254) not null,
  language varchar(2) not null,
  confirmed_at timestamp not null
);

-- An address that waits to be confirmed. The code itself stands nowhere: it is worked out from the id with a pepper.
create table identity_email_code (
  account_id varchar(36) not null constraint identity_email_code_pk primary key,
  id varchar(36) not null constraint identity_email_code_id unique,
  address varchar(254) not null,
  language varchar(2) not null,
  pepper_key varchar(20) not null,
  tries integer not null,
  ends_at timestamp not null,
  asked integer not null,
  asked_since timestamp not null
);

-- An address that was given up, until it is told so; then it is forgotten.
create table identity_email_former (
  id varchar(36) not null constraint identity_email_former_pk primary key,
  account_id varchar(36) not null,
  address varchar(254) not null,
  language varchar(2) not null,
  left_at timestamp not null
);
create index identity_email_former_left on identity_email_former (left_at);

create index identity_account_uln on identity_account (uln);
