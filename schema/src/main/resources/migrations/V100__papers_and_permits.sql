-- What the further types of rule look at, and what a permit says beyond yes.

ALTER TABLE phone ADD COLUMN protection text NOT NULL DEFAULT '' CHECK (protection IN ('','EMERGENCY','PATIENT_ROOM'));
ALTER TABLE phone ADD COLUMN ported_at timestamptz;
ALTER TABLE phone ADD COLUMN looked_up_at timestamptz;
COMMENT ON COLUMN phone.protection IS 'EMERGENCY for an emergency line, PATIENT_ROOM for a patient''s room (47 CFR 64.1200(a)(1)(i)-(ii)); empty for others.';
COMMENT ON COLUMN phone.ported_at IS 'When it became a mobile number; absent when it did not or nobody knows.';
COMMENT ON COLUMN phone.looked_up_at IS 'When the reassigned numbers database last said that it was not reassigned; absent when never.';

ALTER TABLE gate_decision ADD COLUMN modes text[] NOT NULL DEFAULT '{}';
ALTER TABLE gate_decision ADD COLUMN obligations jsonb NOT NULL DEFAULT '[]';
COMMENT ON COLUMN gate_decision.modes IS 'The modes in which the same call would have passed.';
COMMENT ON COLUMN gate_decision.obligations IS 'What a permit obliged to, each with its rule and citation; empty for a refusal.';

CREATE TABLE licence (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    jurisdiction text NOT NULL,
    held         boolean NOT NULL,
    number       text NOT NULL DEFAULT '',
    valid_from   timestamptz NOT NULL,
    valid_until  timestamptz,
    recorded_by  bigint REFERENCES agent,
    recorded_at  timestamptz NOT NULL DEFAULT now(),
    CHECK (valid_until IS NULL OR valid_until > valid_from)
);

COMMENT ON TABLE licence IS 'Our leave to collect, by place; a row that is not held says that the place requires one and we have none.';
COMMENT ON COLUMN licence.id IS 'Our number for it.';
COMMENT ON COLUMN licence.jurisdiction IS 'ISO 3166-2, with local parts below.';
COMMENT ON COLUMN licence.held IS 'Whether we hold it.';
COMMENT ON COLUMN licence.number IS 'Its number; empty while not held.';
COMMENT ON COLUMN licence.valid_from IS 'First instant it is valid.';
COMMENT ON COLUMN licence.valid_until IS 'When it ends; absent when it does not.';
COMMENT ON COLUMN licence.recorded_by IS 'Who entered it; absent when the program or a file did.';
COMMENT ON COLUMN licence.recorded_at IS 'When it was entered.';

CREATE TABLE written_notice (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer_id bigint NOT NULL REFERENCES consumer,
    account_id  bigint REFERENCES account,
    kind        text NOT NULL CHECK (kind ~ '^[A-Z][A-Z_]{1,31}$'),
    sent_at     timestamptz NOT NULL,
    evidence    text NOT NULL DEFAULT '',
    recorded_at timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE written_notice IS 'A written notice that was sent, where a law lets calls begin only some days after it. Append-only.';
COMMENT ON COLUMN written_notice.id IS 'Our number for it.';
COMMENT ON COLUMN written_notice.consumer_id IS 'To whom.';
COMMENT ON COLUMN written_notice.account_id IS 'About which debt; absent when about all.';
COMMENT ON COLUMN written_notice.kind IS 'Which notice, as rulebooks name it.';
COMMENT ON COLUMN written_notice.sent_at IS 'When it left.';
COMMENT ON COLUMN written_notice.evidence IS 'Where the proof lies.';
COMMENT ON COLUMN written_notice.recorded_at IS 'When it was entered.';

CREATE TABLE rule_override (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer_id bigint NOT NULL REFERENCES consumer,
    account_id  bigint REFERENCES account,
    phone_id    bigint REFERENCES phone,
    rule_id     text NOT NULL,
    reason      text NOT NULL CHECK (reason <> ''),
    asked_by    bigint NOT NULL REFERENCES agent,
    approved_by bigint NOT NULL REFERENCES agent,
    from_at     timestamptz NOT NULL,
    until_at    timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    CHECK (asked_by <> approved_by),
    CHECK (until_at > from_at AND until_at <= from_at + interval '30 days')
);

COMMENT ON TABLE rule_override IS 'A rule of the house that two people set aside for one consumer, for at most thirty days. Append-only; the gate never sets aside a statute.';
COMMENT ON COLUMN rule_override.id IS 'Our number for it.';
COMMENT ON COLUMN rule_override.consumer_id IS 'For whom.';
COMMENT ON COLUMN rule_override.account_id IS 'Only for this debt; absent when for all.';
COMMENT ON COLUMN rule_override.phone_id IS 'Only for this number; absent when for all.';
COMMENT ON COLUMN rule_override.rule_id IS 'The row of the rulebook.';
COMMENT ON COLUMN rule_override.reason IS 'Why.';
COMMENT ON COLUMN rule_override.asked_by IS 'Who asked for it.';
COMMENT ON COLUMN rule_override.approved_by IS 'Who approved it; never who asked.';
COMMENT ON COLUMN rule_override.from_at IS 'From when.';
COMMENT ON COLUMN rule_override.until_at IS 'Until when.';
COMMENT ON COLUMN rule_override.recorded_at IS 'When it was entered.';

CREATE INDEX written_notice_consumer ON written_notice (consumer_id, sent_at);
CREATE INDEX rule_override_consumer ON rule_override (consumer_id, until_at);
CREATE TRIGGER written_notice_append_only BEFORE UPDATE OR DELETE ON written_notice
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER rule_override_append_only BEFORE UPDATE OR DELETE ON rule_override
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
