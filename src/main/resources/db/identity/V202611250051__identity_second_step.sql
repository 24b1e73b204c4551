-- Authenticator apps: the sealed secret that counts, the one that is being set up, and the last time step whose code
-- was taken, so that no code is taken twice.
create table identity_totp (
  account_id varchar(36) not null constraint identity_totp_pk primary key,
  secret varchar(200),
  pending varchar(200),
  last_step bigint not null
);

-- Recovery codes, as keyed digests.
create table identity_recovery_code (
  account_id varchar(36) not null,
  digest varchar(43) not null,
  used_at timestamp,
  constraint identity_recovery_code_pk primary key (account_id, digest)
);

-- What is half done for five minutes: a sign-in that waits for its second step, a passkey that was asked for. The
-- browser has the secret, here is its keyed digest.
create table identity_ticket (
  digest varchar(43) not null constraint identity_ticket_pk primary key,
  purpose varchar(20) not null,
  account_id varchar(36),
  challenge varchar(43),
  tries integer not null,
  made_at timestamp not null
);
create index identity_ticket_made on identity_ticket (made_at);
