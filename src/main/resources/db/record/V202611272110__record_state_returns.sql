-- A file of a return of the state (ILR 2026/27 R04), as it was loaded last.
create table state_return (
    id varchar(36) not null,
    source_code varchar(8) not null,
    academic_year varchar(7) not null,
    return_code varchar(10) not null,
    file_name varchar(100) not null,
    load_no integer not null,
    constraint state_return_pk primary key (id),
    constraint state_return_same unique (source_code, academic_year, return_code, file_name)
);

-- Every time it was loaded, and what that changed.
create table state_return_load (
    return_id varchar(36) not null,
    load_no integer not null,
    digest varchar(64) not null,
    row_count integer not null,
    created_rows integer not null,
    updated_rows integer not null,
    unchanged_rows integer not null,
    reinstated_rows integer not null,
    withdrawn_rows integer not null,
    loaded_by varchar(80) not null,
    loaded_at timestamp not null,
    constraint state_return_load_pk primary key (return_id, load_no)
);

-- Which events it told of, and in which load last. Gone: a later load did not tell of it any more. The events' own history is
-- in their versions.
create table state_return_event (
    return_id varchar(36) not null,
    source_reference varchar(64) not null,
    load_no integer not null,
    gone boolean not null,
    constraint state_return_event_pk primary key (source_reference, return_id)
);
create index state_return_event_load on state_return_event (return_id, load_no);
