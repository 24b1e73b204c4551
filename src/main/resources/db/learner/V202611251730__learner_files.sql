-- Files of learners that organisations send, to register or to verify. Of one organisation the same content is one job: who
-- sent it with which roles, how far it is, and in which language it is answered. Forgotten, its digest is its id, so that the
-- same file may come again.
create table learner_file (
    id varchar(36) not null,
    ukprn varchar(8) not null,
    account varchar(36) not null,
    roles varchar(250) not null,
    kind varchar(10) not null,
    name varchar(200) not null,
    language varchar(2) not null,
    digest varchar(64) not null,
    sent_at timestamp not null,
    state varchar(10) not null,
    row_count integer not null,
    rows_done integer not null,
    rows_good integer not null,
    tries integer not null,
    ended_at timestamp,
    constraint learner_file_pk primary key (id),
    constraint learner_file_same unique (ukprn, kind, digest)
);
create index learner_file_state on learner_file (state, sent_at);

-- What came and what is answered, compressed and in base64, so that both databases hold it alike.
create table learner_file_part (
    file_id varchar(36) not null,
    what varchar(7) not null,
    part_no integer not null,
    packed varchar(30000) not null,
    constraint learner_file_part_pk primary key (file_id, what, part_no)
);

-- What became of each row, written in the transaction in which it became so.
create table learner_file_row (
    file_id varchar(36) not null,
    row_no integer not null,
    code varchar(20) not null,
    uln varchar(10),
    detail varchar(1000) not null,
    constraint learner_file_row_pk primary key (file_id, row_no)
);

-- What there is to say of a row, or of the file as a whole (row 0).
create table learner_file_remark (
    file_id varchar(36) not null,
    row_no integer not null,
    place integer not null,
    line_no integer not null,
    field varchar(100) not null,
    code varchar(40) not null,
    detail varchar(1000) not null,
    is_fault boolean not null,
    constraint learner_file_remark_pk primary key (file_id, row_no, place)
);
