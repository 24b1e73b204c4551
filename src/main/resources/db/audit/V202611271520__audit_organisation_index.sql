-- What an organisation did, and what one of its people or systems did, newest first.
create index ledger_entry_organisation on ledger_entry (organisation, id desc);
create index ledger_entry_actor on ledger_entry (actor_ref, id desc);
