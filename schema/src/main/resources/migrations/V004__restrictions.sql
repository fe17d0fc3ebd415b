-- What stops or limits contact.

CREATE TABLE hold (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer_id    bigint NOT NULL REFERENCES consumer,
    account_id     bigint REFERENCES account,
    phone_id       bigint REFERENCES phone,
    code           text NOT NULL CHECK (code IN ('CEASE','ATTORNEY','BANKRUPTCY','DECEASED','IDENTITY_THEFT','SCRA','DISPUTE','MEDIUM_OPT_OUT','DO_NOT_CALL_NUMBER','WRONG_NUMBER','EMPLOYER_PROHIBITS','PLACE_INCONVENIENT','LITIGATION','MINOR','INCARCERATED','HARDSHIP','COMPLAINT','CLIENT','INSURANCE','DISASTER','OTHER')),
    from_at        timestamptz NOT NULL,
    until_at       timestamptz,
    evidence       text NOT NULL DEFAULT '',
    set_by         bigint REFERENCES agent,
    released_at    timestamptz,
    released_by    bigint REFERENCES agent,
    release_reason text NOT NULL DEFAULT '',
    recorded_at    timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE hold IS 'A reason not to call, at once and until it is released.';
COMMENT ON COLUMN hold.id IS 'Our number for it.';
COMMENT ON COLUMN hold.consumer_id IS 'The person it protects.';
COMMENT ON COLUMN hold.account_id IS 'The one account it covers; absent when it covers all.';
COMMENT ON COLUMN hold.phone_id IS 'The one number it covers; absent when it covers all.';
COMMENT ON COLUMN hold.code IS 'What kind.';
COMMENT ON COLUMN hold.from_at IS 'When it begins; the instant of receipt.';
COMMENT ON COLUMN hold.until_at IS 'When it ends by itself; absent when it does not.';
COMMENT ON COLUMN hold.evidence IS 'Where the proof lies: a document, a recording, a note.';
COMMENT ON COLUMN hold.set_by IS 'Who set it; absent when the program or a file did.';
COMMENT ON COLUMN hold.released_at IS 'When it was released; absent while it stands.';
COMMENT ON COLUMN hold.released_by IS 'Who released it; absent while it stands.';
COMMENT ON COLUMN hold.release_reason IS 'Why it was released.';
COMMENT ON COLUMN hold.recorded_at IS 'When it was entered.';

CREATE TABLE consent (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer_id bigint NOT NULL REFERENCES consumer,
    phone_id    bigint REFERENCES phone,
    account_id  bigint REFERENCES account,
    kind        text NOT NULL CHECK (kind IN ('TCPA_PRIOR_EXPRESS','EXTRA_CALLS','TIME','TEXT','EMAIL','RECORDING','THIRD_PARTY')),
    granted     boolean NOT NULL,
    given_to    text NOT NULL DEFAULT 'COLLECTOR' CHECK (given_to IN ('COLLECTOR','CREDITOR','PRIOR_COLLECTOR')),
    given_at    timestamptz NOT NULL,
    expires_at  timestamptz,
    local_from  time,
    local_to    time,
    evidence    text NOT NULL DEFAULT '',
    recorded_by bigint REFERENCES agent,
    recorded_at timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE consent IS 'A consent given or taken back. Append-only: a revocation is a new row.';
COMMENT ON COLUMN consent.id IS 'Our number for it.';
COMMENT ON COLUMN consent.consumer_id IS 'Who gave it.';
COMMENT ON COLUMN consent.phone_id IS 'The number it is for; absent when it is for all.';
COMMENT ON COLUMN consent.account_id IS 'The account it is for; absent when it is for all.';
COMMENT ON COLUMN consent.kind IS 'What was consented to.';
COMMENT ON COLUMN consent.granted IS 'True when given, false when taken back.';
COMMENT ON COLUMN consent.given_to IS 'To whom.';
COMMENT ON COLUMN consent.given_at IS 'When.';
COMMENT ON COLUMN consent.expires_at IS 'When it ends; absent when it does not by itself.';
COMMENT ON COLUMN consent.local_from IS 'Start of the daily span it allows; absent unless kind is TIME.';
COMMENT ON COLUMN consent.local_to IS 'End of the daily span it allows; absent unless kind is TIME.';
COMMENT ON COLUMN consent.evidence IS 'Recording, document or wording that proves it.';
COMMENT ON COLUMN consent.recorded_by IS 'Who entered it; absent when the program or a file did.';
COMMENT ON COLUMN consent.recorded_at IS 'When it was entered.';

CREATE TABLE preference (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer_id  bigint NOT NULL REFERENCES consumer,
    kind         text NOT NULL CHECK (kind IN ('TIME_BLOCK','PLACE_BLOCK')),
    days         text[] NOT NULL DEFAULT '{}',
    local_from   time,
    local_to     time,
    from_on      date,
    to_on        date,
    place        text CHECK (place IN ('HOME','WORK','MOBILE','OTHER')),
    set_by       bigint REFERENCES agent,
    set_at       timestamptz NOT NULL DEFAULT now(),
    withdrawn_at timestamptz
);

COMMENT ON TABLE preference IS 'When, where and how a consumer wants not to be called (12 CFR 1006.6(b)(1)).';
COMMENT ON COLUMN preference.id IS 'Our number for it.';
COMMENT ON COLUMN preference.consumer_id IS 'Whose wish.';
COMMENT ON COLUMN preference.kind IS 'A bad time or a bad place.';
COMMENT ON COLUMN preference.days IS 'Weekdays of a bad time, MON to SUN; empty for a bad place.';
COMMENT ON COLUMN preference.local_from IS 'Start of the bad time each day; absent for a whole day or a place.';
COMMENT ON COLUMN preference.local_to IS 'End of the bad time each day; absent for a whole day or a place.';
COMMENT ON COLUMN preference.from_on IS 'First day it holds; absent when it holds already.';
COMMENT ON COLUMN preference.to_on IS 'Last day it holds; absent when it has no end.';
COMMENT ON COLUMN preference.place IS 'The bad place; absent for a bad time.';
COMMENT ON COLUMN preference.set_by IS 'Who entered it; absent when a file did.';
COMMENT ON COLUMN preference.set_at IS 'When.';
COMMENT ON COLUMN preference.withdrawn_at IS 'When the consumer took it back; absent while it stands.';

CREATE INDEX hold_consumer ON hold (consumer_id) WHERE released_at IS NULL;
CREATE INDEX consent_consumer ON consent (consumer_id);
CREATE INDEX preference_consumer ON preference (consumer_id) WHERE withdrawn_at IS NULL;
CREATE TRIGGER consent_append_only BEFORE UPDATE OR DELETE ON consent
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
