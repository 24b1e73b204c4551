-- What became of the rows of a file of achievements, added up step by step in the transaction of each. The file itself is kept
-- as every file that organisations send.
create table achievement_file (
    file_id varchar(36) not null,
    created_rows integer not null,
    updated_rows integer not null,
    unchanged_rows integer not null,
    withdrawn_rows integer not null,
    reinstated_rows integer not null,
    promoted_rows integer not null,
    provisional_rows integer not null,
    learner_errors integer not null,
    field_errors integer not null,
    rule_errors integer not null,
    constraint achievement_file_pk primary key (file_id)
);
