-- Files that clients send, and how to read them.

CREATE TABLE import_mapping (
    client_id bigint PRIMARY KEY REFERENCES client,
    content   jsonb NOT NULL,
    saved_at  timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE import_mapping IS 'How to read one client''s files, saved so that it is agreed once.';
COMMENT ON COLUMN import_mapping.client_id IS 'The client.';
COMMENT ON COLUMN import_mapping.content IS 'The mapping.';
COMMENT ON COLUMN import_mapping.saved_at IS 'When it was last saved.';

CREATE TABLE import_run (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client_id    bigint NOT NULL REFERENCES client,
    portfolio_id bigint NOT NULL REFERENCES portfolio,
    file_name    text NOT NULL,
    file_sha256  text NOT NULL CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
    mapping      jsonb NOT NULL,
    rows_done    bigint NOT NULL DEFAULT 0,
    accepted     bigint NOT NULL DEFAULT 0,
    duplicates   bigint NOT NULL DEFAULT 0,
    rejected     bigint NOT NULL DEFAULT 0,
    placed_minor bigint NOT NULL DEFAULT 0,
    started_at   timestamptz NOT NULL DEFAULT now(),
    finished_at  timestamptz,
    UNIQUE (client_id, file_sha256)
);

COMMENT ON TABLE import_run IS 'One import of one file, resumable: rows up to rows_done are in the database.';
COMMENT ON COLUMN import_run.id IS 'Our number for it.';
COMMENT ON COLUMN import_run.client_id IS 'Whose file.';
COMMENT ON COLUMN import_run.portfolio_id IS 'Where its accounts go.';
COMMENT ON COLUMN import_run.file_name IS 'The file''s name.';
COMMENT ON COLUMN import_run.file_sha256 IS 'Hash of its bytes: the same file is imported once.';
COMMENT ON COLUMN import_run.mapping IS 'The mapping it was read with.';
COMMENT ON COLUMN import_run.rows_done IS 'Rows read and committed, accepted or rejected.';
COMMENT ON COLUMN import_run.accepted IS 'Rows that became accounts.';
COMMENT ON COLUMN import_run.duplicates IS 'Rows whose account was already here.';
COMMENT ON COLUMN import_run.rejected IS 'Rows that could not be used.';
COMMENT ON COLUMN import_run.placed_minor IS 'Sum of the accepted balances, in minor units.';
COMMENT ON COLUMN import_run.started_at IS 'When it began.';
COMMENT ON COLUMN import_run.finished_at IS 'When it ended; absent while it runs or after a crash.';

CREATE TABLE import_reject (
    import_run_id bigint NOT NULL REFERENCES import_run,
    row_number    bigint NOT NULL,
    field         text NOT NULL,
    value         text NOT NULL,
    reason        text NOT NULL,
    mend          text NOT NULL,
    PRIMARY KEY (import_run_id, row_number, field)
);

COMMENT ON TABLE import_reject IS 'A field of a row that could not be used, and how to mend it. Append-only.';
COMMENT ON COLUMN import_reject.import_run_id IS 'The import.';
COMMENT ON COLUMN import_reject.row_number IS 'Line or row in the file, the header being 1.';
COMMENT ON COLUMN import_reject.field IS 'The field, in our words.';
COMMENT ON COLUMN import_reject.value IS 'What stood there.';
COMMENT ON COLUMN import_reject.reason IS 'What is wrong with it.';
COMMENT ON COLUMN import_reject.mend IS 'What to do about it.';

ALTER TABLE account ADD CONSTRAINT account_import_run
    FOREIGN KEY (import_run_id) REFERENCES import_run (id);
