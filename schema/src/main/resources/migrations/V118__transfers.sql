-- A conversation handed over to somebody outside: the second call and what it belongs to.

ALTER TABLE account_party DROP CONSTRAINT account_party_party_role_check;
ALTER TABLE account_party ADD CHECK (party_role IN ('PRIMARY','COSIGNER','GUARANTOR','SPOUSE','PARENT','GUARDIAN','EXECUTOR','ATTORNEY','REPRESENTATIVE','CREDITOR','CREDITOR_ATTORNEY','COLLECTOR_ATTORNEY','COLLEAGUE'));

ALTER TABLE gate_decision ADD COLUMN transferred_from bigint;
ALTER TABLE attempt ADD COLUMN transferred_from bigint;
ALTER TABLE live_attempt ADD COLUMN transferred_from bigint UNIQUE;

COMMENT ON COLUMN gate_decision.transferred_from IS 'The attempt whose conversation was to be handed over; absent when the call was no transfer.';
COMMENT ON COLUMN attempt.transferred_from IS 'The attempt whose conversation this call was to take over; absent when it was no transfer.';
COMMENT ON COLUMN live_attempt.transferred_from IS 'The attempt whose conversation this call is to take over, at most one at a time; absent when it is no transfer.';
