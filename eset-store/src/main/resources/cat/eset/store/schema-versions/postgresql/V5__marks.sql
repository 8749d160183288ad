-- Words without accents and without the dot of l·l: whoever searches may leave them out. Otherwise as in version 2. An SDK that does not know it
-- would look for words with their accents, find none and say nothing.
ALTER TABLE entry DROP COLUMN words, ADD COLUMN words tsvector NOT NULL GENERATED ALWAYS AS (
    to_tsvector('simple', translate(subject, '${marked}', '${plain}'))
    || array_to_tsvector(ARRAY[tenant::text || ' ', tenant::text || ' ' || number_year::text])) STORED;
CREATE INDEX entry_search ON entry USING GIN (words) WITH (fastupdate = off);
ALTER TABLE expedient DROP COLUMN words, ADD COLUMN words tsvector NOT NULL GENERATED ALWAYS AS (
    to_tsvector('simple', translate(subject, '${marked}', '${plain}'))
    || array_to_tsvector(ARRAY[tenant::text || ' ', tenant::text || ' ' || number_year::text])) STORED;
CREATE INDEX expedient_search ON expedient USING GIN (words) WITH (fastupdate = off);
UPDATE schema_version SET version = 5, readable_from = 5;
