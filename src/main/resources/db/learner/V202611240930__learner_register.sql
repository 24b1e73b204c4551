-- The ULN register. Lengths are those of learner.xsd.
create table learner (
    uln varchar(10) not null,
    title varchar(35),
    given_name varchar(35) not null,
    preferred_given_name varchar(35),
    middle_name varchar(35),
    family_name varchar(35) not null,
    previous_family_name varchar(35),
    family_name_at_16 varchar(35),
    date_of_birth date not null,
    gender_code smallint not null,
    address_line_1 varchar(50),
    address_line_2 varchar(50),
    town varchar(50),
    county varchar(50),
    postcode varchar(9) not null,
    address_since date,
    place_of_birth varchar(35),
    school_at_16 varchar(254),
    nationality varchar(3),
    scottish_candidate_number varchar(9),
    email varchar(254),
    verification_code smallint not null,
    other_verification varchar(255),
    ability_to_share_code smallint not null,
    is_sensitive boolean not null,
    version_no bigint not null,
    created_at timestamp not null,
    changed_at timestamp not null,
    constraint learner_pk primary key (uln)
);

-- A person who was given two numbers: the superseded one leads to the master. A link always points to the last master.
create table learner_link (
    superseded varchar(10) not null,
    master varchar(10) not null,
    linked_at timestamp not null,
    constraint learner_link_pk primary key (superseded)
);

create index learner_link_master on learner_link (master);
