-- Who may sign in. A username is kept as people type it, and found by its key (lower case).
create table identity_account (
  id varchar(36) not null constraint identity_account_pk primary key,
  kind varchar(10) not null,
  username varchar(254) not null,
  username_key varchar(254) not null constraint identity_account_username unique,
  password_hash varchar(300) not null,
  uln varchar(10),
  ukprn varchar(8),
  roles varchar(400) not null,
  opened_at timestamp not null,
  last_visit timestamp,
  previous_visit timestamp
);

-- Browsers that are signed in, by the keyed digest of their secret only.
create table identity_session (
  digest varchar(43) not null constraint identity_session_pk primary key,
  account_id varchar(36) not null,
  begun_at timestamp not null,
  seen_at timestamp not null
);
create index identity_session_account on identity_session (account_id);
create index identity_session_begun on identity_session (begun_at);
