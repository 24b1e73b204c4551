-- The provider register: one row for each UKPRN that the house knows.
create table organisation (
    ukprn varchar(8) not null,
    name varchar(150) not null,
    name_key varchar(150) not null,
    kind varchar(20) not null,
    town varchar(100) not null,
    country varchar(60) not null,
    constraint organisation_pk primary key (ukprn)
);
create index organisation_name on organisation (name_key, ukprn);

-- Awarding organisations by their LARS code; not all of them have a UKPRN.
create table awarding_organisation (
    code varchar(18) not null,
    ukprn varchar(8) not null,
    name varchar(150) not null,
    name_key varchar(150) not null,
    short_name varchar(50) not null,
    acronym varchar(35) not null,
    extant boolean not null,
    effective_from date,
    effective_to date,
    constraint awarding_organisation_pk primary key (code)
);
create index awarding_organisation_ukprn on awarding_organisation (ukprn);
create index awarding_organisation_name on awarding_organisation (name_key);

-- Organisations recognised by Ofqual, by their recognition number.
create table recognised_organisation (
    recognition_number varchar(10) not null,
    name varchar(150) not null,
    name_key varchar(150) not null,
    legal_name varchar(150) not null,
    acronym varchar(35) not null,
    status_text varchar(30) not null,
    constraint recognised_organisation_pk primary key (recognition_number)
);
create index recognised_organisation_name on recognised_organisation (name_key);
