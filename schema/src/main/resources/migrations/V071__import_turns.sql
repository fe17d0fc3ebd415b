-- Rows that were rejected for a forgotten option or a wrong mapping can be tried again from the same file.

ALTER TABLE import_run
    ADD COLUMN turn integer NOT NULL DEFAULT 1 CHECK (turn >= 1),
    DROP CONSTRAINT import_run_client_id_file_sha256_key,
    ADD UNIQUE (client_id, file_sha256, turn);
COMMENT ON COLUMN import_run.turn IS 'Which import of this file it is; a further one tries the rejected rows again, read in another way.';
COMMENT ON COLUMN import_run.file_sha256 IS 'Hash of its bytes: the same file, read in the same way, is imported once.';
