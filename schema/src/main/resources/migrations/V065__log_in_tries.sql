-- Tries to log in are counted in the database, so that a restart unlocks nobody and nodes share them.

CREATE TABLE log_in_try (
    login_sha256 text PRIMARY KEY,
    spent_until  timestamptz NOT NULL
);

COMMENT ON TABLE log_in_try IS 'Logins of which tries were used up lately; the others have no row.';
COMMENT ON COLUMN log_in_try.login_sha256 IS 'Hash of the login as typed: people type passwords there.';
COMMENT ON COLUMN log_in_try.spent_until IS 'When all tries are there again; each wrong one moves it by one interval.';
