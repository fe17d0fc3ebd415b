-- Differences between what the ledger says of calls and what others say of them.

CREATE TABLE reconcile_difference (
    kind       text NOT NULL,
    subject    text NOT NULL,
    attempt_id bigint,
    found_at   timestamptz NOT NULL,
    PRIMARY KEY (kind, subject)
);

COMMENT ON TABLE reconcile_difference IS 'A difference found between records of calls, once. Append-only; each has an entry in the ledger and a task.';
COMMENT ON COLUMN reconcile_difference.kind IS 'What differs.';
COMMENT ON COLUMN reconcile_difference.subject IS 'What it differs about: an attempt, a decision, or a hash of a stranger''s record.';
COMMENT ON COLUMN reconcile_difference.attempt_id IS 'The attempt concerned; absent when the record names none.';
COMMENT ON COLUMN reconcile_difference.found_at IS 'When it was found.';

CREATE TRIGGER reconcile_difference_append_only BEFORE UPDATE OR DELETE ON reconcile_difference
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
