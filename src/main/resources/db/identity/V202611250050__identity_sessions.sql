-- A session can be named without its secret, and knows when and how whoever has it was proved last. Those that are
-- open know neither: they end, and people sign in again.
drop table identity_session;
create table identity_session (
  digest varchar(43) not null constraint identity_session_pk primary key,
  id varchar(36) not null constraint identity_session_id unique,
  account_id varchar(36) not null,
  browser varchar(60) not null,
  begun_at timestamp not null,
  seen_at timestamp not null,
  proved_at timestamp not null,
  proof varchar(20) not null
);
create index identity_session_account on identity_session (account_id);
create index identity_session_begun on identity_session (begun_at);
