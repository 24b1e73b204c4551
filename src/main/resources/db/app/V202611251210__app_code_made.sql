-- Codes of a month ago are forgotten; they are found by when they were made.
create index app_code_made on app_code (made_at);
