-- When a version of a rulebook comes into force, or back into force, everybody is chosen anew under it: whoever
-- sleeps for as long as the version before refused, or is parked by it, may be callable now.

ALTER TABLE rulebook_activation ADD COLUMN chosen_anew_at timestamptz;
COMMENT ON COLUMN rulebook_activation.chosen_anew_at IS 'When everybody was put on the queue of those to be chosen anew under it; absent until then.';
UPDATE rulebook_activation SET chosen_anew_at = greatest(from_at, recorded_at) WHERE from_at <= now();

-- Those whose own facts changed do not wait for everybody.
ALTER TABLE candidate_change ADD COLUMN of_all boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN candidate_change.of_all IS 'Whether everybody is chosen anew, so that whoever''s own facts changed goes before.';
CREATE INDEX candidate_change_turn ON candidate_change (of_all, id);

CREATE OR REPLACE FUNCTION candidates_of_all() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO candidate_change (consumer_id, of_all) SELECT DISTINCT consumer_id, true FROM account;
    RETURN NULL;
END $$;
