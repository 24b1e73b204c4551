-- Reminders look for what ends, or was made, within an hour.
CREATE INDEX share_grant_expires ON share_grant (expires_at);
CREATE INDEX share_grant_created ON share_grant (created_at);
