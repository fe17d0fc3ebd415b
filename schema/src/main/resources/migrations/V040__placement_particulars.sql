-- What placement files say beyond the account itself, what an import counts, and how people are known again.

ALTER TABLE account
    ADD COLUMN interest_since_minor bigint NOT NULL DEFAULT 0 CHECK (interest_since_minor >= 0),
    ADD COLUMN fees_since_minor     bigint NOT NULL DEFAULT 0 CHECK (fees_since_minor >= 0),
    ADD COLUMN payments_since_minor bigint NOT NULL DEFAULT 0 CHECK (payments_since_minor >= 0),
    ADD COLUMN credits_since_minor  bigint NOT NULL DEFAULT 0 CHECK (credits_since_minor >= 0),
    ADD COLUMN last_paid_minor      bigint,
    ADD COLUMN documents            text NOT NULL DEFAULT '';

COMMENT ON COLUMN account.interest_since_minor IS 'Interest between the itemization date and placement, in minor units (12 CFR 1006.34(c)(2)(viii)).';
COMMENT ON COLUMN account.fees_since_minor IS 'Fees between the itemization date and placement, in minor units.';
COMMENT ON COLUMN account.payments_since_minor IS 'Payments between the itemization date and placement, in minor units, as a positive amount.';
COMMENT ON COLUMN account.credits_since_minor IS 'Credits between the itemization date and placement, in minor units, as a positive amount.';
COMMENT ON COLUMN account.last_paid_minor IS 'Amount of the last payment before placement, in minor units; absent when not given.';
COMMENT ON COLUMN account.documents IS 'Which documents the client says it holds; empty when it does not say.';

ALTER TABLE import_run
    ADD COLUMN practice   boolean NOT NULL DEFAULT false,
    ADD COLUMN linked     bigint NOT NULL DEFAULT 0,
    ADD COLUMN holds      bigint NOT NULL DEFAULT 0,
    ADD COLUMN uncallable bigint NOT NULL DEFAULT 0,
    ADD COLUMN filled     jsonb NOT NULL DEFAULT '{}';

COMMENT ON COLUMN import_run.practice IS 'Whether it was marked as practice data, which may hold fictional numbers.';
COMMENT ON COLUMN import_run.linked IS 'Accepted rows whose person the client had sent before.';
COMMENT ON COLUMN import_run.holds IS 'Holds set from the file.';
COMMENT ON COLUMN import_run.uncallable IS 'Accepted rows without any telephone number.';
COMMENT ON COLUMN import_run.filled IS 'By wanted fact, how many accepted rows hold it.';

CREATE FUNCTION consumer_identity(last4 text, born date, family text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN last4 || ' ' || (born - DATE '2000-01-01')::text || ' ' || lower(family);
COMMENT ON FUNCTION consumer_identity(text, date, text) IS 'By what a person is known again when a client sends another account of hers; absent when one of the facts is.';

CREATE INDEX consumer_identity ON consumer (consumer_identity(national_id_last4, born_on, family_name))
    WHERE national_id_last4 IS NOT NULL AND born_on IS NOT NULL;
