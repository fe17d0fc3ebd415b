-- Searches of the records that somebody wants to ask again.

CREATE TABLE saved_search (
    agent_id bigint NOT NULL REFERENCES agent,
    name     text NOT NULL CHECK (name <> '' AND length(name) <= 80),
    wanted   jsonb NOT NULL,
    saved_at timestamptz NOT NULL,
    PRIMARY KEY (agent_id, name)
);

COMMENT ON TABLE saved_search IS 'Searches of the records, kept for whoever saved them. A working table.';
COMMENT ON COLUMN saved_search.agent_id IS 'Whose search it is.';
COMMENT ON COLUMN saved_search.name IS 'What she calls it.';
COMMENT ON COLUMN saved_search.wanted IS 'What is looked for, by the names of the form''s fields; nothing about a consumer.';
COMMENT ON COLUMN saved_search.saved_at IS 'When it was saved last.';
