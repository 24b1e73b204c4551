-- Who says what the row says: the provider register itself, or LARS where only its list of awarding organisations does.
alter table organisation add column origin varchar(10) default 'register' not null;
alter table awarding_organisation add column higher_education boolean default false not null;
