-- Drafts, trials, approvals, and which version of a book is in force when.

CREATE TABLE rulebook_activation (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name         text NOT NULL,
    rulebook_id  bigint NOT NULL REFERENCES rulebook,
    from_at      timestamptz NOT NULL,
    activated_by text NOT NULL,
    reason       text NOT NULL DEFAULT '',
    cancelled_at timestamptz,
    cancelled_by text,
    recorded_at  timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE rulebook_activation IS 'From when a version of a book is in force: until the next of the same name. A roll-back is an activation of the version before.';
COMMENT ON COLUMN rulebook_activation.id IS 'Order of entry; of two that begin at one instant the later entered holds.';
COMMENT ON COLUMN rulebook_activation.name IS 'The book.';
COMMENT ON COLUMN rulebook_activation.rulebook_id IS 'The version.';
COMMENT ON COLUMN rulebook_activation.from_at IS 'From when.';
COMMENT ON COLUMN rulebook_activation.activated_by IS 'Who said so.';
COMMENT ON COLUMN rulebook_activation.reason IS 'Why; empty when nothing was said.';
COMMENT ON COLUMN rulebook_activation.cancelled_at IS 'When it was called off before it began; absent when it was not.';
COMMENT ON COLUMN rulebook_activation.cancelled_by IS 'Who called it off; absent when nobody did.';
COMMENT ON COLUMN rulebook_activation.recorded_at IS 'When it was entered.';

INSERT INTO rulebook_activation (name, rulebook_id, from_at, activated_by)
SELECT name, id, effective_from, approver FROM rulebook WHERE approved_at IS NOT NULL ORDER BY id;

ALTER TABLE rulebook DROP COLUMN effective_from, DROP COLUMN effective_to;
ALTER TABLE rulebook ADD COLUMN trial jsonb;
ALTER TABLE rulebook ADD COLUMN tried_at timestamptz;
COMMENT ON COLUMN rulebook.trial IS 'What the draft would have changed over the last days and would change tomorrow; absent until it was tried.';
COMMENT ON COLUMN rulebook.tried_at IS 'When it was tried; absent until then.';

CREATE INDEX rulebook_activation_name ON rulebook_activation (name, from_at DESC, id DESC);

CREATE FUNCTION keep_approved_rulebook() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.approved_at IS NOT NULL THEN
        RAISE EXCEPTION 'an approved rulebook is never changed' USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION keep_approved_rulebook() IS 'Guards approved rulebooks.';

CREATE TRIGGER rulebook_kept BEFORE UPDATE OR DELETE ON rulebook
    FOR EACH ROW EXECUTE FUNCTION keep_approved_rulebook();
