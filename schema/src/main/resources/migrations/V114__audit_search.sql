-- Finding decisions and calls among years of them: newest first, by whatever is known. Each index serves one
-- field of the officer's search; the others are served by those of V006.

CREATE INDEX gate_decision_newest ON gate_decision (decided_at DESC, id DESC);
CREATE INDEX gate_decision_refusals ON gate_decision USING gin (refusals jsonb_path_ops) WHERE NOT allowed;
CREATE INDEX attempt_end_outcome ON attempt_end (outcome, placed_at DESC);

CREATE TABLE saved_search (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agent_id bigint NOT NULL REFERENCES agent,
    name     text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    query    jsonb NOT NULL,
    saved_at timestamptz NOT NULL,
    UNIQUE (agent_id, name)
);

COMMENT ON TABLE saved_search IS 'Searches that somebody wants to repeat.';
COMMENT ON COLUMN saved_search.id IS 'Our number for it.';
COMMENT ON COLUMN saved_search.agent_id IS 'Whose it is.';
COMMENT ON COLUMN saved_search.name IS 'What she calls it.';
COMMENT ON COLUMN saved_search.query IS 'The fields as the page sends them, without name, number or account.';
COMMENT ON COLUMN saved_search.saved_at IS 'When.';
