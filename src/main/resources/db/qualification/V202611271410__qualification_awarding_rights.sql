-- What an organisation may award that the register of qualifications does not say is its own: units, a university's own
-- programmes, qualifications of others. One row for each reference and organisation; the later word counts.
create table awarding_right (
    ukprn varchar(8) not null,
    reference varchar(20) not null,
    title varchar(300) not null,
    type_text varchar(100) not null,
    level_text varchar(40) not null,
    credits integer,
    from_date date,
    until_date date,
    constraint awarding_right_pk primary key (ukprn, reference)
);
