-- Passkeys: public keys only. The key of a credential is the SHA-256 of its id, which may be a thousand bytes long.
create table identity_passkey (
  id varchar(36) not null constraint identity_passkey_pk primary key,
  account_id varchar(36) not null,
  credential_key varchar(43) not null constraint identity_passkey_credential unique,
  credential varchar(4000) not null,
  sign_count bigint not null,
  backup_eligible integer not null,
  name varchar(60) not null,
  made_at timestamp not null,
  used_at timestamp
);
create index identity_passkey_account on identity_passkey (account_id);
