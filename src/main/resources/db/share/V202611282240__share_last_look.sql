-- When a view was last taken: told with each share, without reading its views.
ALTER TABLE share_grant ADD COLUMN looked_at timestamp;
UPDATE share_grant SET looked_at = (SELECT max(seen_at) FROM share_view WHERE grant_id = share_grant.id);
