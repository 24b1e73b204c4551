-- People of organisations: what their colleagues know them by, and since when their old ways in
-- and the tokens they got by them are worth nothing.
alter table identity_account add column name varchar(100) default '' not null;
alter table identity_account add column ways_reset_at timestamp;
create index identity_account_ukprn on identity_account (ukprn);

-- Invitations, and new ways in for somebody who is there (account_id). The first five characters of the code find it,
-- the whole of it is here as a keyed digest only.
create table identity_invitation (
  id varchar(36) not null constraint identity_invitation_pk primary key,
  selector varchar(5) not null constraint identity_invitation_selector unique,
  pepper varchar(64) not null,
  digest varchar(43) not null,
  ukprn varchar(8) not null,
  account_id varchar(36),
  name varchar(100) not null,
  roles varchar(400) not null,
  made_by varchar(36) not null,
  made_at timestamp not null,
  ends_at timestamp not null,
  tries integer not null,
  used_at timestamp
);
create index identity_invitation_ukprn on identity_invitation (ukprn);
create index identity_invitation_ends on identity_invitation (ends_at);
create index identity_invitation_account on identity_invitation (account_id);

-- When it was last confirmed that everybody of an organisation still needs their access.
create table identity_people_review (
  ukprn varchar(8) not null constraint identity_people_review_pk primary key,
  confirmed_by varchar(36) not null,
  confirmed_at timestamp not null
);
