-- PINs of shares are salted each for its share. Those that are not yet have no salt; the application, which has the key,
-- salts them when it starts (Salting).
alter table share_grant add column factor_salt varchar(36) default '' not null;
alter table share_draft add column factor_salt varchar(36) default '' not null;
