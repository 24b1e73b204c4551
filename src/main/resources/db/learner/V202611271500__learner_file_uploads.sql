-- A file of learners that comes in parts: what it will be, and how much of it is there. Deleted when it is whole, and 24 hours
-- after it was begun.
create table learner_upload (
    id varchar(36) not null,
    ukprn varchar(8) not null,
    account varchar(36) not null,
    kind varchar(10) not null,
    name varchar(200) not null,
    language varchar(2) not null,
    digest varchar(64) not null,
    size_bytes integer not null,
    received integer not null,
    begun_at timestamp not null,
    constraint learner_upload_pk primary key (id),
    constraint learner_upload_size check (received between 0 and size_bytes)
);
create index learner_upload_of on learner_upload (ukprn, begun_at);

-- What came, compressed and in base64, by where it begins.
create table learner_upload_part (
    upload_id varchar(36) not null,
    starts_at integer not null,
    part_no integer not null,
    packed varchar(30000) not null,
    constraint learner_upload_part_pk primary key (upload_id, starts_at, part_no)
);
