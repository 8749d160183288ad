-- Full text on the subject, without the endings of any language: Catalan, Spanish and Aranese live in one registry.
CREATE INDEX entry_search ON entry USING GIN (to_tsvector('simple', subject));
CREATE INDEX expedient_search ON expedient USING GIN (to_tsvector('simple', subject));
UPDATE schema_version SET version = 2;
