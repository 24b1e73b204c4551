-- Who took over from an organisation that is gone.
create table organisation_successor (
    ukprn varchar(8) not null constraint organisation_successor_pk primary key,
    successor varchar(8) not null,
    reason varchar(250) not null,
    administrator varchar(36) not null,
    noted_at timestamp not null
);
