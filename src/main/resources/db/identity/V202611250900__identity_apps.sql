-- A client is a system that acts for its organisation, or an app that acts for the learners who allow it.
alter table identity_client add column kind varchar(16) default 'SYSTEM' not null;
