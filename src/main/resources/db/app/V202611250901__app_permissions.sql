-- What an app is besides a client: what learners share with it for, and the addresses to which they are sent back.
create table app_registration (
  client varchar(36) not null constraint app_registration_pk primary key,
  purpose varchar(12) not null,
  redirects varchar(6000) not null
);

-- A learner allowed an app; whether that still stands is told by the share of the same id.
create table app_permission (
  id varchar(36) not null constraint app_permission_pk primary key,
  client varchar(36) not null,
  scope varchar(100) not null,
  made_at timestamp not null
);

-- A code for one minute and one token; its keyed digest only. What was used stays, so that a second use is known as one.
create table app_code (
  digest varchar(43) not null constraint app_code_pk primary key,
  permission varchar(36) not null constraint app_code_permission references app_permission (id),
  redirect varchar(500) not null,
  challenge varchar(43) not null,
  made_at timestamp not null,
  used_at timestamp
);
create index app_code_of on app_code (permission);

-- Refresh tokens, each for one use; their keyed digests only.
create table app_refresh (
  digest varchar(43) not null constraint app_refresh_pk primary key,
  permission varchar(36) not null constraint app_refresh_permission references app_permission (id),
  made_at timestamp not null,
  used_at timestamp
);
create index app_refresh_of on app_refresh (permission);
