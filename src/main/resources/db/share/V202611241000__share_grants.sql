-- A grant: what a learner offered to whom. Secrets stand here only as keyed digests, with the id of their key.
-- tries, views and the three moments decide what an opening gets; they are moved by conditional updates only.
CREATE TABLE share_grant (
    id                 varchar(36)  NOT NULL,
    uln                varchar(10)  NOT NULL,
    lineage            varchar(36)  NOT NULL,
    purpose            varchar(12)  NOT NULL,
    recipient_kind     varchar(12)  NOT NULL,
    recipient_name     varchar(200) NOT NULL,
    recipient_ukprn    varchar(8),
    recipient_email    varchar(254),
    scope_text         varchar(32000) NOT NULL,
    on_challenge       varchar(8)   NOT NULL,
    language_text      varchar(2)   NOT NULL,
    factor_kind        varchar(13)  NOT NULL,
    factor_key         varchar(20)  NOT NULL,
    factor_digest      varchar(43)  NOT NULL,
    selector           varchar(22)  NOT NULL,
    verifier_key       varchar(20)  NOT NULL,
    verifier_digest    varchar(43)  NOT NULL,
    code_digest        varchar(43)  NOT NULL,
    max_views          integer,
    views              integer      NOT NULL DEFAULT 0,
    tries              integer      NOT NULL DEFAULT 0,
    created_at         timestamp    NOT NULL,
    expires_at         timestamp    NOT NULL,
    delete_by          date         NOT NULL,
    withdrawn_at       timestamp,
    used_up_at         timestamp,
    locked_at          timestamp,
    revision           bigint       NOT NULL,
    wording            varchar(40)  NOT NULL,
    CONSTRAINT share_grant_pk PRIMARY KEY (id),
    CONSTRAINT share_grant_selector UNIQUE (selector),
    CONSTRAINT share_grant_code UNIQUE (code_digest),
    CONSTRAINT share_grant_tries CHECK (tries BETWEEN 0 AND 10),
    CONSTRAINT share_grant_views CHECK (max_views IS NULL OR views <= max_views)
);
CREATE INDEX share_grant_uln ON share_grant (uln, created_at);

-- A creating call that is sent twice makes one share; kept beside the share, which never tells its secrets again.
CREATE TABLE share_idempotency (
    uln       varchar(10) NOT NULL,
    digest    varchar(43) NOT NULL,
    request   varchar(43) NOT NULL,
    grant_id  varchar(36) NOT NULL,
    CONSTRAINT share_idempotency_pk PRIMARY KEY (uln, digest)
);

-- One opening that was counted; its session lets the same browser look again for half an hour without counting.
CREATE TABLE share_view (
    id                 varchar(36)  NOT NULL,
    grant_id           varchar(36)  NOT NULL,
    seen_at            timestamp    NOT NULL,
    viewer_organisation varchar(200) NOT NULL,
    viewer_name        varchar(200) NOT NULL,
    viewer_email       varchar(254),
    viewer_purpose     varchar(200) NOT NULL,
    record_version     varchar(64)  NOT NULL,
    session_digest     varchar(43)  NOT NULL,
    session_ends       timestamp    NOT NULL,
    CONSTRAINT share_view_pk PRIMARY KEY (id)
);
CREATE INDEX share_view_grant ON share_view (grant_id, seen_at);

-- What a learner has filled in of the pages that lead to a share; gone when shared, or after a day.
CREATE TABLE share_draft (
    id         varchar(36)    NOT NULL,
    uln        varchar(10)    NOT NULL,
    answers    varchar(32000) NOT NULL,
    factor_key varchar(20) NOT NULL,
    factor_digest varchar(43) NOT NULL,
    created_at timestamp      NOT NULL,
    CONSTRAINT share_draft_pk PRIMARY KEY (id)
);
CREATE INDEX share_draft_created ON share_draft (created_at);
