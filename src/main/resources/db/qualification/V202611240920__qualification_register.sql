-- The register of qualifications. Words stay as they came; level_code, area_code and the keys are derived for finding.
create table qualification (
    qan varchar(8) not null,
    title varchar(1000) not null,
    type_text varchar(100) not null,
    level_text varchar(60) not null,
    sub_level varchar(60) not null,
    awarding_organisation varchar(150) not null,
    recognition_number varchar(10) not null,
    area_text varchar(250) not null,
    status_text varchar(50) not null,
    credits integer,
    guided_hours integer,
    total_hours integer,
    operational_start date,
    operational_end date,
    certification_end date,
    offered_england varchar(3) not null,
    offered_wales varchar(3) not null,
    offered_northern_ireland varchar(3) not null,
    grading_type varchar(30) not null,
    grading_scale varchar(1000) not null,
    specification varchar(1000) not null,
    level_code varchar(10) not null,
    area_code varchar(5) not null,
    sort_key varchar(100) not null,
    search_text varchar(1200) not null,
    constraint qualification_pk primary key (qan)
);
create index qualification_title on qualification (sort_key, qan);
create index qualification_area on qualification (area_code);
create index qualification_level on qualification (level_code);

-- Sector subject areas: 15 of tier 1, 50 of tier 2 within them.
create table sector_subject_area (
    code varchar(5) not null,
    tier smallint not null,
    name varchar(100) not null,
    name_key varchar(100) not null,
    parent varchar(5) not null,
    constraint sector_subject_area_pk primary key (code)
);
