-- Everything that a work model keeps. The tenant is the INE10 of the town hall, or '*' for what belongs to a whole platform.
-- Aggregates are their events (table event); the other tables hold what is asked for, and the version that guards a change.

CREATE TABLE schema_version (
    version       INT NOT NULL,
    readable_from INT NOT NULL
);
-- readable_from: the oldest version of the tables that an SDK must know to work with these.
INSERT INTO schema_version (version, readable_from) VALUES (1, 1);

-- The end of the chain of events of a town hall. Whoever writes for the town hall holds this row until its transaction ends.
CREATE TABLE chain (
    tenant        VARCHAR(10) NOT NULL,
    position      BIGINT      NOT NULL,
    hash          VARCHAR(64) NOT NULL,
    registered_at TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (tenant)
);

CREATE TABLE counter (
    tenant      VARCHAR(10) NOT NULL,
    sequence    VARCHAR(40) NOT NULL,
    number_year INT         NOT NULL,
    last_number BIGINT      NOT NULL,
    PRIMARY KEY (tenant, sequence, number_year)
);

CREATE TABLE event (
    tenant      VARCHAR(10)  NOT NULL,
    position    BIGINT       NOT NULL,
    id          BIGINT       GENERATED ALWAYS AS IDENTITY,
    kind        VARCHAR(40)  NOT NULL,
    aggregate   VARCHAR(200) NOT NULL,
    version     BIGINT       NOT NULL,
    type        VARCHAR(80)  NOT NULL,
    happened_at TIMESTAMP WITH TIME ZONE NOT NULL,
    shapes      INT          NOT NULL,
    body        VARCHAR      NOT NULL,
    hash        VARCHAR(64)  NOT NULL,
    PRIMARY KEY (tenant, position)
);
CREATE UNIQUE INDEX event_of_aggregate ON event (tenant, kind, aggregate, version);
CREATE INDEX event_in_order ON event (id);

CREATE TABLE entry (
    tenant        VARCHAR(10)  NOT NULL,
    direction     VARCHAR(5)   NOT NULL,
    number_year   INT          NOT NULL,
    number        BIGINT       NOT NULL,
    aggregate     VARCHAR(200) NOT NULL,
    version       BIGINT       NOT NULL,
    printed       VARCHAR(20)  NOT NULL,
    registered_at TIMESTAMP WITH TIME ZONE NOT NULL,
    state         VARCHAR(20)  NOT NULL,
    done          BOOLEAN      NOT NULL,
    subject       VARCHAR(240) NOT NULL,
    PRIMARY KEY (tenant, direction, number_year, number)
);
CREATE INDEX entry_by_instant ON entry (tenant, registered_at, direction, number);
CREATE INDEX entry_pending ON entry (tenant, direction, done, number_year, number);

CREATE TABLE expedient (
    tenant      VARCHAR(10)  NOT NULL,
    number_year INT          NOT NULL,
    number      BIGINT       NOT NULL,
    aggregate   VARCHAR(200) NOT NULL,
    version     BIGINT       NOT NULL,
    printed     VARCHAR(80)  NOT NULL,
    subject     VARCHAR      NOT NULL,
    series      VARCHAR      NOT NULL,
    phase       VARCHAR(20)  NOT NULL,
    situation   VARCHAR(20)  NOT NULL,
    responsible VARCHAR      NOT NULL,
    opened_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    due         DATE         NOT NULL,
    open_work   INT          NOT NULL,
    open_waits  INT          NOT NULL,
    -- Tasks in it that are not done, counted whenever one of them is written.
    open_tasks  INT          DEFAULT 0 NOT NULL,
    PRIMARY KEY (tenant, number_year, number)
);
CREATE INDEX expedient_by_situation ON expedient (tenant, situation, number_year, number);
CREATE INDEX expedient_by_phase ON expedient (tenant, situation, phase, number_year, number);
CREATE INDEX expedient_by_responsible ON expedient (tenant, situation, responsible, number_year, number);
CREATE INDEX expedient_by_work ON expedient (tenant, situation, open_work, open_tasks, number_year, number);
CREATE INDEX expedient_by_due ON expedient (tenant, situation, due, number_year, number);

CREATE TABLE expedient_document (
    tenant      VARCHAR(10) NOT NULL,
    document    VARCHAR(80) NOT NULL,
    number_year INT         NOT NULL,
    number      BIGINT      NOT NULL,
    PRIMARY KEY (tenant, document, number_year, number)
);

CREATE TABLE document (
    id        VARCHAR(80)  NOT NULL,
    tenant    VARCHAR(10)  NOT NULL,
    aggregate VARCHAR(200) NOT NULL,
    version   BIGINT       NOT NULL,
    state     VARCHAR(20)  NOT NULL,
    subject   VARCHAR      NOT NULL,
    PRIMARY KEY (id, tenant)
);

CREATE TABLE decree (
    document    VARCHAR(80)  NOT NULL,
    tenant      VARCHAR(10)  NOT NULL,
    aggregate   VARCHAR(200) NOT NULL,
    version     BIGINT       NOT NULL,
    state       VARCHAR(20)  NOT NULL,
    number_year INT,
    number      BIGINT,
    PRIMARY KEY (document, tenant)
);
CREATE UNIQUE INDEX decree_number ON decree (tenant, number_year, number);

CREATE TABLE official_book (
    tenant    VARCHAR(10)  NOT NULL,
    kind      VARCHAR(40)  NOT NULL,
    book_year INT          NOT NULL,
    aggregate VARCHAR(200) NOT NULL,
    version   BIGINT       NOT NULL,
    PRIMARY KEY (tenant, kind, book_year)
);

CREATE TABLE diligence (
    id           VARCHAR(80)  NOT NULL,
    tenant       VARCHAR(10)  NOT NULL,
    aggregate    VARCHAR(200) NOT NULL,
    version      BIGINT       NOT NULL,
    place        BIGINT       GENERATED ALWAYS AS IDENTITY,
    entry_direction VARCHAR(5),
    entry_year   INT,
    entry_number BIGINT,
    PRIMARY KEY (id, tenant)
);
CREATE INDEX diligence_of_entry ON diligence (tenant, entry_direction, entry_year, entry_number);

CREATE TABLE task (
    id             VARCHAR(80)  NOT NULL,
    tenant         VARCHAR(10)  NOT NULL,
    aggregate      VARCHAR(200) NOT NULL,
    version        BIGINT       NOT NULL,
    is_open        BOOLEAN      NOT NULL,
    assignee       VARCHAR      NOT NULL,
    subject        VARCHAR      NOT NULL,
    due            DATE         NOT NULL,
    place          BIGINT       GENERATED ALWAYS AS IDENTITY,
    expedient_year INT,
    expedient_number BIGINT,
    PRIMARY KEY (id, tenant)
);
CREATE INDEX task_of_expedient ON task (tenant, expedient_year, expedient_number, is_open);
CREATE INDEX task_by_due ON task (tenant, is_open, due, id);
CREATE INDEX task_by_assignee ON task (tenant, is_open, assignee, due, id);

-- What leaves: notifications, notifications on paper, registry exchanges, publications.
CREATE TABLE sending (
    id             VARCHAR(26)  NOT NULL,
    tenant         VARCHAR(10)  NOT NULL,
    place          BIGINT       GENERATED ALWAYS AS IDENTITY,
    kind           VARCHAR(40)  NOT NULL,
    aggregate      VARCHAR(200) NOT NULL,
    version        BIGINT       NOT NULL,
    state          VARCHAR(20)  NOT NULL,
    expedient_year INT          NOT NULL,
    expedient_number BIGINT     NOT NULL,
    PRIMARY KEY (id, tenant)
);
CREATE INDEX sending_by_state ON sending (tenant, kind, state, place);
CREATE INDEX sending_of_expedient ON sending (tenant, expedient_year, expedient_number, kind);

CREATE TABLE outbox (
    id         VARCHAR(26)  NOT NULL,
    tenant     VARCHAR(10)  NOT NULL,
    place      BIGINT       GENERATED ALWAYS AS IDENTITY,
    topic      VARCHAR      NOT NULL,
    payload    VARCHAR      NOT NULL,
    about      VARCHAR(250),
    state      VARCHAR(10)  NOT NULL,
    attempts   INT          NOT NULL,
    not_before TIMESTAMP WITH TIME ZONE NOT NULL,
    reason     VARCHAR,
    changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (id, tenant)
);
CREATE INDEX outbox_due ON outbox (state, tenant, not_before, place);
CREATE INDEX outbox_about ON outbox (tenant, about, place);

CREATE TABLE inbound (
    source     VARCHAR(250) NOT NULL,
    id         VARCHAR(250) NOT NULL,
    leg        VARCHAR(250) NOT NULL,
    tenant     VARCHAR(10)  NOT NULL,
    state      VARCHAR(10)  NOT NULL,
    attempt    INT          NOT NULL,
    payload    VARCHAR(64)  NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    answer     VARCHAR,
    reason     VARCHAR,
    PRIMARY KEY (source, id, leg, tenant)
);
CREATE INDEX inbound_pending ON inbound (state, tenant, changed_at);

CREATE TABLE tracking (
    name         VARCHAR(250) NOT NULL,
    tenant       VARCHAR(10)  NOT NULL,
    remembered   VARCHAR      NOT NULL,
    PRIMARY KEY (name, tenant)
);

CREATE TABLE content (
    sha256 VARCHAR(64) NOT NULL,
    tenant VARCHAR(10) NOT NULL,
    length BIGINT      NOT NULL,
    PRIMARY KEY (sha256, tenant)
);

CREATE TABLE content_part (
    sha256 VARCHAR(64) NOT NULL,
    tenant VARCHAR(10) NOT NULL,
    part   INT         NOT NULL,
    bytes  ${bytes}    NOT NULL,
    PRIMARY KEY (sha256, tenant, part)
);
