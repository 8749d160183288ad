-- Searching disregards accents by the expression it looks for.
UPDATE schema_version SET version = 5;
