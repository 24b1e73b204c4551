-- How many were invited for a recipient since when: what is counted does not vanish with who is invited.
alter table recipient add column invited integer default 0 not null;
alter table recipient add column invited_since timestamp;
