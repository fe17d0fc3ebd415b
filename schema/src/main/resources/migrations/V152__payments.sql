-- Payments that came in: from clients' files, and verified ones that were announced on the telephone.

CREATE TABLE payment (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client_id    bigint NOT NULL REFERENCES client,
    reference    text NOT NULL CHECK (length(reference) BETWEEN 1 AND 100),
    account_id   bigint NOT NULL REFERENCES account,
    amount_minor bigint NOT NULL CHECK (amount_minor > 0),
    currency     char(3) NOT NULL,
    paid_on      date NOT NULL,
    source       text NOT NULL,
    agent_id     bigint REFERENCES agent,
    recorded_at  timestamptz NOT NULL,
    UNIQUE (client_id, reference)
);

COMMENT ON TABLE payment IS 'A payment that came in, each once. Append-only; its change of the balance is in balance_entry.';
COMMENT ON COLUMN payment.id IS 'Our number for it; the balance entries that it made name it.';
COMMENT ON COLUMN payment.client_id IS 'The client whose account it is for.';
COMMENT ON COLUMN payment.reference IS 'What the client or the processor calls it; tells it from every other of the client.';
COMMENT ON COLUMN payment.account_id IS 'The account it is for.';
COMMENT ON COLUMN payment.amount_minor IS 'How much, in minor units.';
COMMENT ON COLUMN payment.currency IS 'ISO 4217.';
COMMENT ON COLUMN payment.paid_on IS 'The day it was paid.';
COMMENT ON COLUMN payment.source IS 'The file or the task it came from.';
COMMENT ON COLUMN payment.agent_id IS 'Who verified it; absent when a file brought it.';
COMMENT ON COLUMN payment.recorded_at IS 'When it was entered.';

CREATE INDEX payment_account ON payment (account_id);
CREATE TRIGGER payment_append_only BEFORE UPDATE OR DELETE ON payment
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

COMMENT ON TABLE phone_payment IS 'A payment that a consumer made on the telephone, as the agent recorded it. The balance changes when whoever has the task closes it as verified. Append-only.';
