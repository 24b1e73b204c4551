-- An account that was taken back is closed: nobody signs in to it, and its name is free again.
alter table identity_account add column closed_at timestamp;
