-- Who an account is to others that may say so (OpenID Connect): an issuer and its own name for the person, never an
-- e-mail address. One such pair opens one account.
create table identity_binding (
  id varchar(36) not null constraint identity_binding_pk primary key,
  account_id varchar(36) not null,
  issuer varchar(500) not null,
  subject varchar(255) not null,
  made_at timestamp not null,
  used_at timestamp,
  constraint identity_binding_subject unique (issuer, subject)
);
create index identity_binding_account on identity_binding (account_id);

-- Browsers that are with a provider now, for at most an hour: proving who one is takes longer than typing a code. The
-- browser has the secret, of which state, nonce and verifier are made; here is its keyed digest.
create table identity_provider_visit (
  digest varchar(43) not null constraint identity_provider_visit_pk primary key,
  provider varchar(30) not null,
  purpose varchar(10) not null,
  account_id varchar(36),
  next_place varchar(1000) not null,
  made_at timestamp not null
);
create index identity_provider_visit_made on identity_provider_visit (made_at);

-- Which session came from which provider's, so that it ends where that does.
create table identity_provider_session (
  session_id varchar(36) not null constraint identity_provider_session_pk primary key,
  issuer varchar(500) not null,
  subject varchar(255) not null,
  sid varchar(255) not null
);
create index identity_provider_session_of on identity_provider_session (issuer, subject);

-- Logout tokens that were shown once (jti), until they would have expired anyway.
create table identity_logout_token (
  digest varchar(43) not null constraint identity_logout_token_pk primary key,
  expires_at timestamp not null
);
