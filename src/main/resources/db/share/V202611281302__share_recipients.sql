-- For whom a share is, and who looked, where that is a recipient of the register of recipients.
ALTER TABLE share_grant ADD COLUMN recipient_id varchar(36);
ALTER TABLE share_view ADD COLUMN viewer_recipient varchar(36);

-- Whoever opens it by signing in is of one of the two registers.
ALTER TABLE share_grant DROP CONSTRAINT share_grant_secrets;
ALTER TABLE share_grant ADD CONSTRAINT share_grant_secrets CHECK (
    (factor_kind = 'SIGN_IN' AND (recipient_ukprn IS NOT NULL OR recipient_id IS NOT NULL) AND selector IS NULL
        AND verifier_key IS NULL AND verifier_digest IS NULL AND code_digest IS NULL)
    OR (factor_kind <> 'SIGN_IN' AND selector IS NOT NULL AND verifier_key IS NOT NULL
        AND verifier_digest IS NOT NULL AND code_digest IS NOT NULL));

-- What was granted to one of them, newest first.
CREATE INDEX share_grant_confirmed ON share_grant (recipient_id, id DESC);
