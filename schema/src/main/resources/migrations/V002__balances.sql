-- Money: every change of a balance is an entry, and entries are never changed.

CREATE TABLE balance_entry (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id   bigint NOT NULL REFERENCES account,
    kind         text NOT NULL CHECK (kind IN ('PLACEMENT','PAYMENT','PAYMENT_DIRECT','REVERSAL','REFUND','INTEREST','FEE','FEE_WAIVER','COST','ADJUSTMENT','SETTLEMENT','RETURN_OF_GOODS','WRITE_OFF')),
    bucket       text NOT NULL CHECK (bucket IN ('PRINCIPAL','INTEREST','FEE','COST')),
    amount_minor bigint NOT NULL,
    effective_on date NOT NULL,
    reverses_id  bigint REFERENCES balance_entry,
    agent_id     bigint,
    source       text NOT NULL DEFAULT '',
    recorded_at  timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE balance_entry IS 'One change of what is owed on an account. Append-only.';
COMMENT ON COLUMN balance_entry.id IS 'Order of entry.';
COMMENT ON COLUMN balance_entry.account_id IS 'The account.';
COMMENT ON COLUMN balance_entry.kind IS 'Why it changed.';
COMMENT ON COLUMN balance_entry.bucket IS 'Which part of the debt.';
COMMENT ON COLUMN balance_entry.amount_minor IS 'Signed, in minor units; positive raises what is owed.';
COMMENT ON COLUMN balance_entry.effective_on IS 'The day it counts from.';
COMMENT ON COLUMN balance_entry.reverses_id IS 'The entry it takes back; absent when it takes back none.';
COMMENT ON COLUMN balance_entry.agent_id IS 'Who entered it; absent when the program or a file did.';
COMMENT ON COLUMN balance_entry.source IS 'The file or process it came from.';
COMMENT ON COLUMN balance_entry.recorded_at IS 'When it was entered.';

CREATE INDEX balance_entry_account ON balance_entry (account_id, id);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
COMMENT ON FUNCTION refuse_change() IS 'Guards append-only tables.';

CREATE TRIGGER balance_entry_append_only BEFORE UPDATE OR DELETE ON balance_entry
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- PLACEMENT entries are written together with the account, whose balance already holds them.
CREATE FUNCTION apply_balance_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE account a SET balance_minor = a.balance_minor + n.amount
    FROM (SELECT account_id, sum(amount_minor) AS amount FROM added WHERE kind <> 'PLACEMENT'
          GROUP BY account_id) n
    WHERE a.id = n.account_id;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION apply_balance_entry() IS 'Keeps account.balance_minor equal to the sum of its entries.';

CREATE TRIGGER balance_entry_applied AFTER INSERT ON balance_entry
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION apply_balance_entry();
