-- What the LRS's fuller form of a learning event (2012) adds, as it came; part_of is the source's own number for the whole that an
-- event is a part of.
alter table record_event_version add column assessment_date date;
alter table record_event_version add column retake_indicator varchar(10);
alter table record_event_version add column framework_code varchar(20);
alter table record_event_version add column framework_name varchar(150);
alter table record_event_version add column grading_type varchar(40);
alter table record_event_version add column sensitive boolean default false not null;
alter table record_event_version add column part_of varchar(64);
