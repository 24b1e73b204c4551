-- Systems of organisations. They were accounts with a password before: those are gone, and the demo data brings them anew.
delete from identity_account where kind = 'CLIENT';

create table identity_client (
  id varchar(36) not null constraint identity_client_pk primary key,
  client_id varchar(254) not null constraint identity_client_client_id unique,
  name varchar(100) not null,
  ukprn varchar(8) not null,
  roles varchar(400) not null,
  networks varchar(1000) not null,
  made_at timestamp not null,
  expires_at timestamp not null,
  suspended_at timestamp
);
create index identity_client_ukprn on identity_client (ukprn);

-- How a system proves itself: a public key, or a secret of which only the keyed digest is here.
create table identity_client_key (
  id varchar(36) not null constraint identity_client_key_pk primary key,
  client varchar(36) not null constraint identity_client_key_client references identity_client (id),
  kind varchar(10) not null,
  pepper varchar(64) not null,
  digest varchar(43) not null,
  jwk varchar(2000) not null,
  made_at timestamp not null,
  last_used_at timestamp,
  ended_at timestamp
);
create index identity_client_key_of on identity_client_key (client);

-- Assertions that were shown once (RFC 7523, jti), until they would have expired anyway.
create table identity_client_assertion (
  client varchar(36) not null,
  jti varchar(43) not null,
  expires_at timestamp not null,
  constraint identity_client_assertion_pk primary key (client, jti)
);
create index identity_client_assertion_expires on identity_client_assertion (expires_at);
