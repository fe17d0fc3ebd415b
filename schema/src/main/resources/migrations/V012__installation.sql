-- What this installation is.

CREATE TABLE installation (
    id             boolean PRIMARY KEY DEFAULT true CHECK (id),
    mark           text NOT NULL DEFAULT substr(replace(gen_random_uuid()::text, '-', ''), 1, 6),
    demo_loaded_at timestamptz,
    created_at     timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE installation IS 'One row: the name that marks this installation''s calls among others on the same telephone system.';
COMMENT ON COLUMN installation.id IS 'Always true, so that there is one row.';
COMMENT ON COLUMN installation.mark IS 'Prefix of our channel ids.';
COMMENT ON COLUMN installation.demo_loaded_at IS 'When the demo portfolio was loaded; absent when it was not.';
COMMENT ON COLUMN installation.created_at IS 'When the database was made.';

INSERT INTO installation DEFAULT VALUES;
