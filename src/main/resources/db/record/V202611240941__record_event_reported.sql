-- The reference first: Derby looks up a list of values by an index only in the index's first column.
alter table record_event_version drop constraint record_event_version_source;
alter table record_event_version
    add constraint record_event_version_reported unique (source_reference, source_code, version_no);
