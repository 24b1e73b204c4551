-- Files that were given as evidence: what is known of them stays when the files go (deleted_at).
-- about: what it is evidence in, a data challenge.
create table evidence_file (
    id varchar(36) not null constraint evidence_file_pk primary key,
    about varchar(36) not null,
    file_no integer not null,
    uln varchar(10) not null,
    name varchar(250) not null,
    kind varchar(4) not null,
    size_bytes integer not null,
    digest varchar(64) not null,
    scanned boolean not null,
    given_by varchar(36) not null,
    given_at timestamp not null,
    deleted_at timestamp,
    constraint evidence_file_number unique (about, file_no)
);
create index evidence_file_uln on evidence_file (uln);

-- One key for each learner, sealed with the key of the settings; it goes with the last file.
-- held: written by whoever needs the row to stay as it is until their transaction ends.
create table evidence_key (
    uln varchar(10) not null constraint evidence_key_pk primary key,
    sealed varchar(200) not null,
    held integer not null
);
