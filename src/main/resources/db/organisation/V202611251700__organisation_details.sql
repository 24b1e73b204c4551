-- What UKRLP has of a provider: its status by UKRLP's codes, the name it trades under, contacts, and what it was verified against.
alter table organisation add column status varchar(3) default 'A' not null;
alter table organisation add column alias varchar(150) default '' not null;
alter table organisation add column alias_key varchar(150) default '' not null;

create table organisation_contact (
    ukprn varchar(8) not null,
    contact_type varchar(1) not null,
    line1 varchar(150) not null,
    line2 varchar(150) not null,
    line3 varchar(150) not null,
    line4 varchar(150) not null,
    town varchar(100) not null,
    postcode varchar(10) not null,
    telephone varchar(40) not null,
    email varchar(254) not null,
    website varchar(254) not null,
    constraint organisation_contact_pk primary key (ukprn, contact_type)
);

create table organisation_verification (
    ukprn varchar(8) not null,
    place integer not null,
    authority varchar(100) not null,
    number varchar(40) not null,
    constraint organisation_verification_pk primary key (ukprn, place)
);

-- End-point assessment organisations by their code; not all of them have a UKPRN.
create table assessment_organisation (
    code varchar(10) not null,
    name varchar(150) not null,
    ukprn varchar(8) not null,
    type_code varchar(10) not null,
    listed_from date,
    listed_to date,
    constraint assessment_organisation_pk primary key (code)
);
create index assessment_organisation_ukprn on assessment_organisation (ukprn);
