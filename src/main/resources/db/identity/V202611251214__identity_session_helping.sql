-- Whom the owner of a session helps at the moment: by which leave, kept by helping.
alter table identity_session add column helping varchar(36);
