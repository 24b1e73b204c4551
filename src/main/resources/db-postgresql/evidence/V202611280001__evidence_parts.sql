-- The bytes, sealed, a megabyte a row; what is sealed cannot be compressed.
create table evidence_part (
    file_id varchar(36) not null constraint evidence_part_of references evidence_file (id),
    part_no integer not null,
    sealed bytea not null,
    constraint evidence_part_pk primary key (file_id, part_no)
);
alter table evidence_part alter column sealed set storage external;
