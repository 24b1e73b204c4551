-- The ID token that a session came with, sealed for that session: shown to the provider when somebody signs out, so that it
-- ends its own session without asking them (OpenID Connect RP-Initiated Logout 1.0). It goes with the session.
alter table identity_provider_session add column token varchar(6000) default '' not null;
