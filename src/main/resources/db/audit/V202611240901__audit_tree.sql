-- The Merkle tree over the sealed entries (RFC 6962): what was sealed, in which order, under which signed root.
create table ledger_leaf (
    leaf_index bigint not null,
    entry_id varchar(36) not null,
    commitment varchar(44) not null,
    constraint ledger_leaf_pk primary key (leaf_index),
    constraint ledger_leaf_entry unique (entry_id)
);

create table ledger_checkpoint (
    tree_size bigint not null,
    root varchar(44) not null,
    note varchar(2000) not null,
    sealed_at timestamp not null,
    constraint ledger_checkpoint_pk primary key (tree_size)
);

-- One row: whoever seals holds it until commit, and finds in it all that appending needs.
create table ledger_head (
    id smallint not null,
    turns bigint not null,
    checkpoints bigint not null,
    tree_size bigint not null,
    frontier varchar(3000) not null,
    constraint ledger_head_pk primary key (id),
    constraint ledger_head_one check (id = 1)
);

insert into ledger_head (id, turns, checkpoints, tree_size, frontier) values (1, 0, 0, 0, '');
