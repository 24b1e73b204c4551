-- Derby has no statement that raises an error of one's own: a trigger whose query has no answer does as well.
-- What gets round it, the tree finds.
create trigger ledger_entry_unchanged no cascade before update on ledger_entry
    for each row select 1 / cast(0 * e.id as integer) from ledger_head e;
create trigger ledger_entry_undeleted no cascade before delete on ledger_entry
    for each row select 1 / cast(0 * e.id as integer) from ledger_head e;
create trigger ledger_leaf_unchanged no cascade before update on ledger_leaf
    for each row select 1 / cast(0 * e.id as integer) from ledger_head e;
create trigger ledger_leaf_undeleted no cascade before delete on ledger_leaf
    for each row select 1 / cast(0 * e.id as integer) from ledger_head e;
create trigger ledger_checkpoint_unchanged no cascade before update on ledger_checkpoint
    for each row select 1 / cast(0 * e.id as integer) from ledger_head e;
create trigger ledger_checkpoint_undeleted no cascade before delete on ledger_checkpoint
    for each row select 1 / cast(0 * e.id as integer) from ledger_head e;
