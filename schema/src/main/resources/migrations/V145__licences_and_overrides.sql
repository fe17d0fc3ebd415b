-- Licences are kept by the house, and a rule is set aside for one consumer in two steps by two people.

ALTER TABLE licence ADD COLUMN evidence text NOT NULL DEFAULT '';
COMMENT ON COLUMN licence.evidence IS 'What it rests on: the register, the letter; empty for older rows.';
CREATE UNIQUE INDEX licence_open ON licence (jurisdiction, held, number) WHERE valid_until IS NULL;

-- Whoever sleeps because a licence was missing is looked at again at once.
CREATE FUNCTION candidates_of_all() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO candidate_change (consumer_id) SELECT DISTINCT consumer_id FROM account;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION candidates_of_all() IS 'Has everybody with an account chosen anew.';
CREATE TRIGGER licence_changed AFTER INSERT OR UPDATE OR DELETE ON licence FOR EACH STATEMENT
    EXECUTE FUNCTION candidates_of_all();

CREATE TABLE override_request (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer_id bigint NOT NULL REFERENCES consumer,
    account_id  bigint NOT NULL REFERENCES account,
    phone_id    bigint REFERENCES phone ON DELETE CASCADE,
    rule_id     text NOT NULL,
    reason      text NOT NULL CHECK (reason <> ''),
    evidence    text NOT NULL CHECK (evidence <> ''),
    asked_by    bigint NOT NULL REFERENCES agent,
    asked_at    timestamptz NOT NULL,
    from_at     timestamptz NOT NULL,
    until_at    timestamptz NOT NULL,
    approved_by bigint REFERENCES agent,
    approved_at timestamptz,
    withdrawn_by bigint REFERENCES agent,
    withdrawn_at timestamptz,
    CHECK (until_at > from_at AND until_at <= from_at + interval '30 days'),
    CHECK ((approved_by IS NULL) = (approved_at IS NULL) AND approved_by <> asked_by),
    CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL))
);

COMMENT ON TABLE override_request IS 'A rule that somebody asks to have set aside for one account of a consumer. Another person approves it, which makes the rule_override, or refuses it.';
COMMENT ON COLUMN override_request.id IS 'Our number for it.';
COMMENT ON COLUMN override_request.consumer_id IS 'For whom.';
COMMENT ON COLUMN override_request.account_id IS 'For which account.';
COMMENT ON COLUMN override_request.phone_id IS 'Only for this number; absent when for all.';
COMMENT ON COLUMN override_request.rule_id IS 'The row of the rulebook.';
COMMENT ON COLUMN override_request.reason IS 'Why.';
COMMENT ON COLUMN override_request.evidence IS 'What it rests on.';
COMMENT ON COLUMN override_request.asked_by IS 'Who asks for it.';
COMMENT ON COLUMN override_request.asked_at IS 'When.';
COMMENT ON COLUMN override_request.from_at IS 'From when it is wanted.';
COMMENT ON COLUMN override_request.until_at IS 'Until when.';
COMMENT ON COLUMN override_request.approved_by IS 'Who approved it, never who asked; absent while nobody has.';
COMMENT ON COLUMN override_request.approved_at IS 'When; absent while nobody has.';
COMMENT ON COLUMN override_request.withdrawn_by IS 'Who refused it, or ended it before its time; absent when nobody did.';
COMMENT ON COLUMN override_request.withdrawn_at IS 'When; absent when nobody did.';
CREATE INDEX override_request_consumer ON override_request (consumer_id);

ALTER TABLE rule_override
    ADD COLUMN request_id bigint REFERENCES override_request ON DELETE CASCADE,
    DROP CONSTRAINT rule_override_phone_id_fkey,
    ADD CONSTRAINT rule_override_phone_id_fkey
        FOREIGN KEY (phone_id) REFERENCES phone ON DELETE CASCADE;
COMMENT ON COLUMN rule_override.request_id IS 'The request it was approved on, which may end it before its time; absent for older rows.';
CREATE INDEX rule_override_request ON rule_override (request_id);

CREATE TRIGGER rule_override_added AFTER INSERT ON rule_override FOR EACH ROW
    EXECUTE FUNCTION candidate_changed();
