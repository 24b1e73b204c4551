-- What an awarding organisation keeps, what changed last first.
create index record_event_version_awarding on record_event_version (awarding_code, known_from desc);
