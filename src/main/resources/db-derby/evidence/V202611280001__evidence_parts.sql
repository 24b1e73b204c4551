-- The bytes, sealed, a megabyte a row.
create table evidence_part (
    file_id varchar(36) not null constraint evidence_part_of references evidence_file (id),
    part_no integer not null,
    sealed blob(2M) not null,
    constraint evidence_part_pk primary key (file_id, part_no)
);
