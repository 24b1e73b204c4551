-- Releases of statistics, none of which ever changes, and what each took to be in every cell. A count that is not told stays here.
create table statistics_release (
    number integer not null,
    made_at timestamp not null,
    constraint statistics_release_pk primary key (number)
);

create table statistics_cell (
    release_no integer not null,
    cell varchar(80) not null,
    people integer not null,
    is_told boolean not null,
    constraint statistics_cell_pk primary key (release_no, cell)
);
