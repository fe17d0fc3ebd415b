-- How long records are kept, what stops their erasure, and erasure itself: asked by one person, approved by
-- another, done step by step, proven by a certificate. Entries of the ledger are never erased, only the salts of
-- personal facts.

CREATE TABLE retention_rule (
    record_class text PRIMARY KEY CHECK (record_class IN ('PERSON','RECORDING')),
    years        integer NOT NULL CHECK (years BETWEEN 1 AND 30),
    citation     text NOT NULL
);

COMMENT ON TABLE retention_rule IS 'How long each kind of record is kept.';
COMMENT ON COLUMN retention_rule.record_class IS 'PERSON: all that is known of somebody; RECORDING: the sound of a call.';
COMMENT ON COLUMN retention_rule.years IS 'Years: of a person after the last activity on any of her accounts, of a recording after its call.';
COMMENT ON COLUMN retention_rule.citation IS 'What asks for it.';

INSERT INTO retention_rule (record_class, years, citation) VALUES
    ('PERSON', 3, '12 CFR 1006.100(a)'),
    ('RECORDING', 3, '12 CFR 1006.100(b)');

CREATE TABLE legal_hold (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer_id    bigint NOT NULL REFERENCES consumer,
    reason         text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
    set_by         bigint NOT NULL REFERENCES agent,
    set_at         timestamptz NOT NULL,
    released_by    bigint REFERENCES agent,
    released_at    timestamptz,
    release_reason text NOT NULL DEFAULT '',
    CHECK ((released_by IS NULL) = (released_at IS NULL))
);

COMMENT ON TABLE legal_hold IS 'Nothing of these persons may be erased: a lawsuit, an examination, a complaint.';
COMMENT ON COLUMN legal_hold.id IS 'Our number for it.';
COMMENT ON COLUMN legal_hold.consumer_id IS 'The person.';
COMMENT ON COLUMN legal_hold.reason IS 'Why.';
COMMENT ON COLUMN legal_hold.set_by IS 'Who set it.';
COMMENT ON COLUMN legal_hold.set_at IS 'When.';
COMMENT ON COLUMN legal_hold.released_by IS 'Who released it; absent while it stands.';
COMMENT ON COLUMN legal_hold.released_at IS 'When it was released; absent while it stands.';
COMMENT ON COLUMN legal_hold.release_reason IS 'Why it was released; empty while it stands.';

CREATE UNIQUE INDEX legal_hold_standing ON legal_hold (consumer_id) WHERE released_at IS NULL;

CREATE TABLE erasure (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer_id  bigint NOT NULL REFERENCES consumer,
    ground       text NOT NULL CHECK (ground IN ('RETENTION','REQUEST')),
    reason       text NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
    asked_by     bigint NOT NULL REFERENCES agent,
    asked_at     timestamptz NOT NULL,
    approved_by  bigint REFERENCES agent CHECK (approved_by <> asked_by),
    approved_at  timestamptz,
    withdrawn_by bigint REFERENCES agent,
    withdrawn_at timestamptz,
    finished_at  timestamptz,
    certificate  text,
    CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
    CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL)),
    CHECK (finished_at IS NULL OR approved_at IS NOT NULL),
    CHECK ((finished_at IS NULL) = (certificate IS NULL))
);

COMMENT ON TABLE erasure IS 'Deleting what is known of a person, by two people.';
COMMENT ON COLUMN erasure.id IS 'Our number for it.';
COMMENT ON COLUMN erasure.consumer_id IS 'The person.';
COMMENT ON COLUMN erasure.ground IS 'RETENTION: her records are due; REQUEST: she asked for it.';
COMMENT ON COLUMN erasure.reason IS 'What the asker says of it.';
COMMENT ON COLUMN erasure.asked_by IS 'Who asked.';
COMMENT ON COLUMN erasure.asked_at IS 'When.';
COMMENT ON COLUMN erasure.approved_by IS 'Who approved, never who asked; absent until then.';
COMMENT ON COLUMN erasure.approved_at IS 'When it was approved; absent until then.';
COMMENT ON COLUMN erasure.withdrawn_by IS 'Who withdrew or refused it; absent when nobody did.';
COMMENT ON COLUMN erasure.withdrawn_at IS 'When it was withdrawn; absent when it was not.';
COMMENT ON COLUMN erasure.finished_at IS 'When its last step was done; absent until then.';
COMMENT ON COLUMN erasure.certificate IS 'What was erased, signed with the ledger''s key; absent until it is finished.';

CREATE UNIQUE INDEX erasure_open ON erasure (consumer_id) WHERE withdrawn_at IS NULL AND finished_at IS NULL;

CREATE TABLE erasure_step (
    erasure_id bigint NOT NULL REFERENCES erasure,
    step       text NOT NULL,
    removed    bigint NOT NULL CHECK (removed >= 0),
    detail     text NOT NULL DEFAULT '',
    done_at    timestamptz NOT NULL,
    PRIMARY KEY (erasure_id, step)
);

COMMENT ON TABLE erasure_step IS 'Steps of an erasure that are done: after a crash it goes on with the next. Append-only.';
COMMENT ON COLUMN erasure_step.erasure_id IS 'The erasure.';
COMMENT ON COLUMN erasure_step.step IS 'Which step.';
COMMENT ON COLUMN erasure_step.removed IS 'Rows or files that it removed.';
COMMENT ON COLUMN erasure_step.detail IS 'Of recordings, attempt and SHA-256 of each.';
COMMENT ON COLUMN erasure_step.done_at IS 'When.';

CREATE TABLE recording (
    attempt_id  bigint PRIMARY KEY,
    placed_at   timestamptz NOT NULL,
    consumer_id bigint NOT NULL,
    bytes       bigint NOT NULL CHECK (bytes >= 0),
    sha256      text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    wrapped_key bytea NOT NULL,
    kept_at     timestamptz NOT NULL
);

COMMENT ON TABLE recording IS 'Recordings that are kept encrypted, each under a key of its own.';
COMMENT ON COLUMN recording.attempt_id IS 'The attempt whose call it is.';
COMMENT ON COLUMN recording.placed_at IS 'When the attempt was reserved.';
COMMENT ON COLUMN recording.consumer_id IS 'The person.';
COMMENT ON COLUMN recording.bytes IS 'Its length before encryption.';
COMMENT ON COLUMN recording.sha256 IS 'Its SHA-256 before encryption; the ledger has it too.';
COMMENT ON COLUMN recording.wrapped_key IS 'Its key, encrypted under the vault''s key, which is not in the database.';
COMMENT ON COLUMN recording.kept_at IS 'When it was encrypted.';

CREATE INDEX recording_placed ON recording (placed_at);
CREATE INDEX recording_consumer ON recording (consumer_id);
CREATE INDEX attempt_end_recorded ON attempt_end (placed_at) WHERE recording <> '';

ALTER TABLE consumer ADD COLUMN erased_at timestamptz;
COMMENT ON COLUMN consumer.erased_at IS 'When everything known of the person was erased; absent while it is known.';

-- Deletes nothing but for an erasure that is under way (erase_step), and of the ledger never.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND current_setting('rightparty.erasing', true) = 'on'
            AND TG_TABLE_NAME !~ '^(audit_|ledger_|balance_|erasure_)' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER erasure_step_append_only BEFORE UPDATE OR DELETE ON erasure_step
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- One step of an approved erasure, with the rights of the owner: the product's role may not delete what is
-- append-only. Refuses without two people, and while a legal hold stands.
CREATE FUNCTION erase_step(which bigint, step text) RETURNS bigint LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    asked erasure%ROWTYPE;
    person bigint;
    gone bigint;
    removed bigint := 0;
BEGIN
    SELECT * INTO asked FROM erasure e WHERE e.id = which FOR UPDATE;
    IF asked.approved_by IS NULL OR asked.approved_by = asked.asked_by OR asked.withdrawn_at IS NOT NULL
            OR asked.finished_at IS NOT NULL THEN
        RAISE EXCEPTION 'erasure % is not approved by two people, or is over', which
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    person := asked.consumer_id;
    IF EXISTS (SELECT FROM legal_hold h WHERE h.consumer_id = person AND h.released_at IS NULL) THEN
        RAISE EXCEPTION 'a legal hold stands' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('rightparty.erasing', 'on', true);
    CASE step
    WHEN 'AFTER_CALLS' THEN
        DELETE FROM draft d USING attempt a WHERE a.consumer_id = person AND d.attempt_id = a.id;
        GET DIAGNOSTICS gone = ROW_COUNT; removed := removed + gone;
        DELETE FROM note n WHERE n.consumer_id = person;
        GET DIAGNOSTICS gone = ROW_COUNT; removed := removed + gone;
        DELETE FROM promise p WHERE p.consumer_id = person;
        GET DIAGNOSTICS gone = ROW_COUNT; removed := removed + gone;
        DELETE FROM callback c WHERE c.consumer_id = person;
        GET DIAGNOSTICS gone = ROW_COUNT; removed := removed + gone;
        DELETE FROM disposition d WHERE d.consumer_id = person;
        GET DIAGNOSTICS gone = ROW_COUNT; removed := removed + gone;
        DELETE FROM task t WHERE t.consumer_id = person;
        GET DIAGNOSTICS gone = ROW_COUNT; removed := removed + gone;
    WHEN 'CALLS' THEN
        DELETE FROM screen_pop s USING attempt a WHERE a.consumer_id = person AND s.attempt_id = a.id;
        GET DIAGNOSTICS gone = ROW_COUNT; removed := removed + gone;
        DELETE FROM call_event e USING attempt a WHERE a.consumer_id = person AND e.attempt_id = a.id;
        GET DIAGNOSTICS gone = ROW_COUNT; removed := removed + gone;
        DELETE FROM attempt_end e USING attempt a
            WHERE a.consumer_id = person AND e.attempt_id = a.id AND e.placed_at = a.placed_at;
        GET DIAGNOSTICS gone = ROW_COUNT; removed := removed + gone;
        DELETE FROM recording r WHERE r.consumer_id = person;
        GET DIAGNOSTICS gone = ROW_COUNT; removed := removed + gone;
        DELETE FROM gate_decision g WHERE g.consumer_id = person;
        GET DIAGNOSTICS gone = ROW_COUNT; removed := removed + gone;
        DELETE FROM attempt a WHERE a.consumer_id = person;
        GET DIAGNOSTICS gone = ROW_COUNT; removed := removed + gone;
        DELETE FROM contact_event c WHERE c.consumer_id = person;
        GET DIAGNOSTICS gone = ROW_COUNT; removed := removed + gone;
    WHEN 'RESTRICTIONS' THEN
        DELETE FROM preference p WHERE p.consumer_id = person;
        GET DIAGNOSTICS gone = ROW_COUNT; removed := removed + gone;
        DELETE FROM consent c WHERE c.consumer_id = person;
        GET DIAGNOSTICS gone = ROW_COUNT; removed := removed + gone;
        DELETE FROM hold h WHERE h.consumer_id = person;
        GET DIAGNOSTICS gone = ROW_COUNT; removed := removed + gone;
    WHEN 'WAYS_TO_REACH' THEN
        DELETE FROM dial_candidate d WHERE d.consumer_id = person;
        GET DIAGNOSTICS gone = ROW_COUNT; removed := removed + gone;
        DELETE FROM location_evidence l WHERE l.consumer_id = person;
        GET DIAGNOSTICS gone = ROW_COUNT; removed := removed + gone;
        DELETE FROM email e WHERE e.consumer_id = person;
        GET DIAGNOSTICS gone = ROW_COUNT; removed := removed + gone;
        DELETE FROM address a WHERE a.consumer_id = person;
        GET DIAGNOSTICS gone = ROW_COUNT; removed := removed + gone;
        DELETE FROM phone p WHERE p.consumer_id = person;
        GET DIAGNOSTICS gone = ROW_COUNT; removed := removed + gone;
    WHEN 'PERSON' THEN
        UPDATE account a SET client_account_number = 'erased ' || a.id WHERE a.consumer_id = person;
        UPDATE consumer c SET given_name = '', family_name = 'erased', suffix = '', born_on = NULL,
            national_id_last4 = NULL, language = 'en', erased_at = asked.approved_at WHERE c.id = person;
        GET DIAGNOSTICS removed = ROW_COUNT;
    ELSE
        RAISE EXCEPTION 'no step %', step;
    END CASE;
    PERFORM set_config('rightparty.erasing', '', true);
    RETURN removed;
END $$;
COMMENT ON FUNCTION erase_step(bigint, text) IS 'One step of an approved erasure; returns how many rows it removed.';
REVOKE EXECUTE ON FUNCTION erase_step(bigint, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_step(bigint, text) TO rightparty_app;

-- The last thing that was done about a person or her accounts.
CREATE VIEW last_activity AS
    SELECT c.id AS consumer_id, greatest(
        c.created_at,
        (SELECT max(a.placed_at) FROM attempt a WHERE a.consumer_id = c.id),
        (SELECT max(d.recorded_at) FROM disposition d WHERE d.consumer_id = c.id),
        (SELECT max(n.written_at) FROM note n WHERE n.consumer_id = c.id),
        (SELECT max(e.at) FROM contact_event e WHERE e.consumer_id = c.id),
        (SELECT max(a.placed_at) FROM account a WHERE a.consumer_id = c.id),
        (SELECT max(b.recorded_at) FROM balance_entry b JOIN account a ON a.id = b.account_id
            WHERE a.consumer_id = c.id)) AS at
    FROM consumer c WHERE c.erased_at IS NULL;
COMMENT ON VIEW last_activity IS 'When something was last done about a person: a call, a note, a payment, a placement.';
COMMENT ON COLUMN last_activity.consumer_id IS 'The person.';
COMMENT ON COLUMN last_activity.at IS 'When.';
