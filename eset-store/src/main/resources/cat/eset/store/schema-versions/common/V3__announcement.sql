-- What services told when they were asked for news, and may never tell again; open until done_at says that somebody acted on it.
CREATE TABLE announcement (
    source     VARCHAR(250) NOT NULL,
    name       VARCHAR(250) NOT NULL,
    tenant     VARCHAR(10)  NOT NULL,
    place      BIGINT       GENERATED ALWAYS AS IDENTITY,
    about      VARCHAR(250) NOT NULL,
    body       VARCHAR      NOT NULL,
    kept_at    TIMESTAMP WITH TIME ZONE NOT NULL,
    done_at TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (source, name, tenant)
);
CREATE INDEX announcement_about ON announcement (tenant, source, about, place);
CREATE INDEX announcement_open ON announcement (tenant, source, done_at, place);
UPDATE schema_version SET version = 3;
