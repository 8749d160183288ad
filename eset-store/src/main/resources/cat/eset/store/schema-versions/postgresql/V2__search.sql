-- Full text on the subject, without the endings of any language: Catalan, Spanish and Aranese live in one registry. Two words that nobody
-- can write are added, the town hall and the town hall with the year, so that the index leads to the rows of one town hall, and of one year of it.
-- An index without pending list: a search would read that from end to end, and an entry in ten thousand would have to tidy it.
ALTER TABLE entry ADD COLUMN words tsvector NOT NULL GENERATED ALWAYS AS (to_tsvector('simple', subject)
    || array_to_tsvector(ARRAY[tenant::text || ' ', tenant::text || ' ' || number_year::text])) STORED;
CREATE INDEX entry_search ON entry USING GIN (words) WITH (fastupdate = off);
ALTER TABLE expedient ADD COLUMN words tsvector NOT NULL GENERATED ALWAYS AS (to_tsvector('simple', subject)
    || array_to_tsvector(ARRAY[tenant::text || ' ', tenant::text || ' ' || number_year::text])) STORED;
CREATE INDEX expedient_search ON expedient USING GIN (words) WITH (fastupdate = off);
UPDATE schema_version SET version = 2;
