-- Either it opens by signing in and has no secret at all, or it has every one.
ALTER TABLE share_grant ADD CONSTRAINT share_grant_secrets CHECK (
    (factor_kind = 'SIGN_IN' AND recipient_ukprn IS NOT NULL AND selector IS NULL AND verifier_key IS NULL
        AND verifier_digest IS NULL AND code_digest IS NULL)
    OR (factor_kind <> 'SIGN_IN' AND selector IS NOT NULL AND verifier_key IS NOT NULL
        AND verifier_digest IS NOT NULL AND code_digest IS NOT NULL));

-- What was granted to an organisation, newest first: an id is a UUID of version 7. Descending, because Derby reads an
-- index only forwards.
CREATE INDEX share_grant_recipient ON share_grant (recipient_ukprn, id DESC);

-- The registered organisation whose user signed in and looked; null of somebody who only typed a name.
ALTER TABLE share_view ADD COLUMN viewer_ukprn varchar(8);
