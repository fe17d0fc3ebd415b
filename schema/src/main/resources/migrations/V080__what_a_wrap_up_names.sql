-- What a disposition must name: the payment that was made, the attorney who represents.

ALTER TABLE disposition_code
    ADD COLUMN needs_payment  boolean NOT NULL DEFAULT false,
    ADD COLUMN needs_attorney boolean NOT NULL DEFAULT false;

COMMENT ON COLUMN disposition_code.needs_payment IS 'What was paid must come with it: how much and how.';
COMMENT ON COLUMN disposition_code.needs_attorney IS 'The attorney''s name must come with it.';

UPDATE disposition_code SET needs_payment = true, needs_note = false WHERE code = 'PAID_NOW';
UPDATE disposition_code SET needs_attorney = true, needs_note = false WHERE code = 'ATTORNEY';

CREATE TABLE phone_payment (
    attempt_id   bigint PRIMARY KEY,
    account_id   bigint NOT NULL REFERENCES account,
    consumer_id  bigint NOT NULL REFERENCES consumer,
    agent_id     bigint NOT NULL REFERENCES agent,
    amount_minor bigint NOT NULL CHECK (amount_minor > 0),
    currency     char(3) NOT NULL,
    method       text NOT NULL CHECK (method IN ('CARD','ACH','CHECK','CASH','WIRE','MONEY_ORDER','OTHER')),
    confirmation text NOT NULL DEFAULT '',
    recorded_at  timestamptz NOT NULL
);

COMMENT ON TABLE phone_payment IS 'A payment that a consumer made on the telephone, as the agent recorded it. The balance changes when whoever has the task has verified it. Append-only.';
COMMENT ON COLUMN phone_payment.attempt_id IS 'The call.';
COMMENT ON COLUMN phone_payment.account_id IS 'The account it is for.';
COMMENT ON COLUMN phone_payment.consumer_id IS 'Who paid.';
COMMENT ON COLUMN phone_payment.agent_id IS 'Who recorded it.';
COMMENT ON COLUMN phone_payment.amount_minor IS 'How much, in minor units.';
COMMENT ON COLUMN phone_payment.currency IS 'ISO 4217.';
COMMENT ON COLUMN phone_payment.method IS 'How.';
COMMENT ON COLUMN phone_payment.confirmation IS 'What the processor calls it; empty when none was given. Never a card number.';
COMMENT ON COLUMN phone_payment.recorded_at IS 'When it was recorded.';

CREATE TABLE attorney (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer_id bigint NOT NULL REFERENCES consumer,
    attempt_id  bigint,
    agent_id    bigint REFERENCES agent,
    name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    firm        text NOT NULL DEFAULT '',
    reach       text NOT NULL DEFAULT '',
    recorded_at timestamptz NOT NULL
);

COMMENT ON TABLE attorney IS 'Who represents a consumer (15 U.S.C. 1692c(a)(2)). Append-only: the latest counts.';
COMMENT ON COLUMN attorney.id IS 'Order of entry.';
COMMENT ON COLUMN attorney.consumer_id IS 'Whom they represent.';
COMMENT ON COLUMN attorney.attempt_id IS 'The call on which it was said; absent when it was learned otherwise.';
COMMENT ON COLUMN attorney.agent_id IS 'Who recorded it; absent when the program or a file did.';
COMMENT ON COLUMN attorney.name IS 'Their name.';
COMMENT ON COLUMN attorney.firm IS 'Their firm; empty when it was not given.';
COMMENT ON COLUMN attorney.reach IS 'Telephone, e-mail or address as given; empty when none was.';
COMMENT ON COLUMN attorney.recorded_at IS 'When it was recorded.';

CREATE INDEX attorney_consumer ON attorney (consumer_id, id DESC);
CREATE TRIGGER phone_payment_append_only BEFORE UPDATE OR DELETE ON phone_payment
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER attorney_append_only BEFORE UPDATE OR DELETE ON attorney
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
