-- What is written stays: refused here, and found by the tree where somebody gets round it.
create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only: % of % refused', tg_op, tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger ledger_entry_append_only before update or delete or truncate on ledger_entry
    for each statement execute function ledger_is_append_only();
create trigger ledger_leaf_append_only before update or delete or truncate on ledger_leaf
    for each statement execute function ledger_is_append_only();
create trigger ledger_checkpoint_append_only before update or delete or truncate on ledger_checkpoint
    for each statement execute function ledger_is_append_only();

-- A queue: rows live for half a second, so dead ones are cleared by their number, not by their share.
alter table ledger_pending set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
