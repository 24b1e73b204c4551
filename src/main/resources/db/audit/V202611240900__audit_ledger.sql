-- Who did what to whose data, and on what basis. Written with the deed, in its transaction; never changed, never deleted.
-- The id is a UUID of version 7, so that it sorts by time; the salt keeps a sealed commitment from being guessed.
create table ledger_entry (
    id varchar(36) not null,
    happened_at timestamp not null,
    actor_kind varchar(20) not null,
    actor_ref varchar(64) not null,
    organisation varchar(250) not null,
    name varchar(250) not null,
    proof varchar(20) not null,
    subject_uln varchar(10),
    what varchar(60) not null,
    basis varchar(10) not null,
    purpose varchar(250) not null,
    outcome varchar(10) not null,
    reason varchar(100) not null,
    about varchar(36),
    fields varchar(2000) not null,
    salt varchar(22) not null,
    constraint ledger_entry_pk primary key (id),
    constraint ledger_entry_basis check (basis in ('OWN', 'SHARE', 'LAW', 'SERVICE')),
    constraint ledger_entry_outcome check (outcome in ('ALLOWED', 'REFUSED'))
);

-- Descending, because Derby reads an index only forwards.
create index ledger_entry_subject on ledger_entry (subject_uln, id desc);
create index ledger_entry_about on ledger_entry (about, id desc);

-- What waits to be sealed: one row with each entry, deleted when the entry has its leaf.
create table ledger_pending (
    entry_id varchar(36) not null,
    constraint ledger_pending_pk primary key (entry_id)
);
