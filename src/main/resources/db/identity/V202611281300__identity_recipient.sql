-- For which recipient of shares an account acts: one of somebody who works for a recipient has one, and no other.
ALTER TABLE identity_account ADD COLUMN recipient varchar(36);
