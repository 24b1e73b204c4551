-- Other numbers that a learner carries, and what a registration body notes (MIAPNotes).
alter table learner add column upn varchar(13);
alter table learner add column uci varchar(13);
alter table learner add column husid varchar(13);
alter table learner add column ucas_id varchar(10);
alter table learner add column notes varchar(4000);

-- A deleted number keeps its row, so that the primary key keeps it from being anybody else's: without what was said of the
-- person, which the versions hold.
alter table learner add column deleted_at timestamp;

-- Who changed a learner's details and why: one row for each version that somebody made on purpose.
create table learner_version (
    uln varchar(10) not null,
    version_no bigint not null,
    changed_at timestamp not null,
    actor_kind varchar(20) not null,
    account varchar(36),
    ukprn varchar(8),
    why varchar(250) not null,
    constraint learner_version_pk primary key (uln, version_no)
);

-- What a field was before the version: one row for each field that it changed; none where it was empty is told by null.
create table learner_former (
    uln varchar(10) not null,
    version_no bigint not null,
    field varchar(30) not null,
    was varchar(4000),
    constraint learner_former_pk primary key (uln, version_no, field)
);

-- A find by an organisation, with what it made possible: registering whoever was not found, once. The five demographics only
-- as a digest, and for a day.
create table learner_find (
    id varchar(36) not null,
    ukprn varchar(8) not null,
    facts varchar(64) not null,
    found_at timestamp not null,
    uln varchar(10),
    constraint learner_find_pk primary key (id)
);
create index learner_find_facts on learner_find (ukprn, facts);
create index learner_find_at on learner_find (found_at);

-- Creating calls that may be sent twice, by a digest of the caller's key.
create table learner_repeat (
    ukprn varchar(8) not null,
    call_key varchar(64) not null,
    request varchar(64) not null,
    uln varchar(10) not null,
    called_at timestamp not null,
    constraint learner_repeat_pk primary key (ukprn, call_key)
);
create index learner_repeat_at on learner_repeat (called_at);

-- Whom the people of an organisation looked for, each once a day: what the quotas count. Whoever was shown by the number,
-- whoever was not found by a digest of what was asked.
create table learner_sought (
    on_day date not null,
    ukprn varchar(8) not null,
    account varchar(36) not null,
    subject varchar(64) not null,
    is_found boolean not null,
    constraint learner_sought_pk primary key (on_day, ukprn, account, subject)
);

-- Which organisations a learner has to do with, from when to when, and how it is known.
create table learner_organisation (
    uln varchar(10) not null,
    ukprn varchar(8) not null,
    kind varchar(12) not null,
    starts_on date not null,
    ends_on date,
    source varchar(20) not null,
    evidence varchar(250),
    made_by varchar(36),
    made_at timestamp not null,
    ended_by varchar(36),
    ended_at timestamp,
    constraint learner_organisation_pk primary key (uln, ukprn, kind, starts_on)
);
create index learner_organisation_of on learner_organisation (ukprn, uln);
insert into learner_organisation (uln, ukprn, kind, starts_on, source, made_at)
    select uln, ukprn, 'REGISTERED', date(since), 'REGISTRATION', since from learner_relationship;
drop table learner_relationship;

-- Whom a few administrators marked as sensitive, why, and when it is looked at again. The mark itself is the learner's.
create table learner_sensitivity (
    uln varchar(10) not null,
    marked_at timestamp not null,
    marked_by varchar(36) not null,
    why varchar(250) not null,
    review_on date not null,
    ended_at timestamp,
    ended_by varchar(36),
    why_ended varchar(250),
    constraint learner_sensitivity_pk primary key (uln, marked_at)
);
create index learner_sensitivity_review on learner_sensitivity (review_on);

-- Where a link led before the one it led to was itself superseded: undone, it leads there again.
alter table learner_link add column linked_to varchar(10);
update learner_link set linked_to = master;

-- Numbers that were linked, unlinked and deleted, by date.
create table learner_number_change (
    id varchar(36) not null,
    changed_at timestamp not null,
    kind varchar(10) not null,
    uln varchar(10) not null,
    master varchar(10),
    reason varchar(20) not null,
    why varchar(250) not null,
    account varchar(36),
    constraint learner_number_change_pk primary key (id)
);
create index learner_number_change_at on learner_number_change (changed_at, kind);
