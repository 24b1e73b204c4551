-- The keys by which the register is searched for somebody: the whole row is the index, so a search never reads the table.
create table learner_match_key (
    match_key bigint not null,
    uln varchar(10) not null,
    constraint learner_match_key_pk primary key (match_key, uln)
);

-- How often a name, a postcode or a year of birth occurs, by the hash of it; what occurs once is left out.
create table learner_match_term (
    term bigint not null,
    occurrences bigint not null,
    constraint learner_match_term_pk primary key (term)
);

-- By which scheme the keys were made, and how far. One row: a register from before has no keys yet, and gets them at the start.
create table learner_match_state (
    scheme_no smallint not null,
    is_complete boolean not null,
    done_to varchar(10) not null
);

insert into learner_match_state (scheme_no, is_complete, done_to) values (0, false, '');
