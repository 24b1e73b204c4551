-- A share whose recipient signs in has no secret: no link, no code.
ALTER TABLE share_grant ALTER COLUMN selector NULL;
ALTER TABLE share_grant ALTER COLUMN verifier_key NULL;
ALTER TABLE share_grant ALTER COLUMN verifier_digest NULL;
ALTER TABLE share_grant ALTER COLUMN code_digest NULL;
