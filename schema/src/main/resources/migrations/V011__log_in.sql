-- Sessions at the console.

CREATE TABLE console_session (
    token_sha256 text PRIMARY KEY,
    agent_id     bigint NOT NULL REFERENCES agent,
    csrf_token   text NOT NULL,
    created_at   timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL
);

COMMENT ON TABLE console_session IS 'A log-in that holds, so that a restart of the server logs nobody out.';
COMMENT ON COLUMN console_session.token_sha256 IS 'Hash of the cookie''s token; the token itself is never stored.';
COMMENT ON COLUMN console_session.agent_id IS 'Who.';
COMMENT ON COLUMN console_session.csrf_token IS 'What a changing request must repeat.';
COMMENT ON COLUMN console_session.created_at IS 'When it began.';
COMMENT ON COLUMN console_session.last_seen_at IS 'When it was last used.';
COMMENT ON COLUMN console_session.expires_at IS 'When it ends.';

CREATE INDEX console_session_agent ON console_session (agent_id);
