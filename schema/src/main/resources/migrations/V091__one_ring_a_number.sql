-- Two records that share a number are never rung on it at once; and people are known again across clients.

ALTER TABLE live_attempt ADD COLUMN e164 text;

UPDATE live_attempt SET e164 = first.e164
FROM (
    SELECT DISTINCT ON (a.e164) a.id, a.e164
    FROM attempt a JOIN live_attempt l ON l.attempt_id = a.id AND l.placed_at = a.placed_at
    ORDER BY a.e164, a.id
) first
WHERE first.id = live_attempt.attempt_id;

ALTER TABLE live_attempt ADD UNIQUE (e164);

COMMENT ON COLUMN live_attempt.e164 IS 'The number that is called: one attempt a number, because the key says so. Absent only for a second call to a number that an earlier version had under way.';
COMMENT ON TABLE live_attempt IS 'Attempts whose call has not ended: one a person and one a number, because the keys say so. A working table.';
COMMENT ON COLUMN import_run.linked IS 'Accepted rows whose person was known before, from this client or, by strong evidence, from another.';
