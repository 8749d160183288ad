-- Attempts that a message of the outbox had before a person requeued it: those after them are its tries.
ALTER TABLE outbox ADD COLUMN forgiven INT DEFAULT 0 NOT NULL;
UPDATE schema_version SET version = 4;
