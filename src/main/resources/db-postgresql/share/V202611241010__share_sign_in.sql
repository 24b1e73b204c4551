-- A share whose recipient signs in has no secret: no link, no code.
ALTER TABLE share_grant ALTER COLUMN selector DROP NOT NULL;
ALTER TABLE share_grant ALTER COLUMN verifier_key DROP NOT NULL;
ALTER TABLE share_grant ALTER COLUMN verifier_digest DROP NOT NULL;
ALTER TABLE share_grant ALTER COLUMN code_digest DROP NOT NULL;
