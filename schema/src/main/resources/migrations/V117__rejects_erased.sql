-- Rejected rows hold personal data too: they go with the person they were about, or after their time.

ALTER TABLE import_reject ADD COLUMN account_number text NOT NULL DEFAULT '';

COMMENT ON TABLE import_reject IS 'A field of a row that could not be used, and how to mend it. Never changed; erased with the person, or after its time.';
COMMENT ON COLUMN import_reject.account_number IS 'The client''s number of the account that the row was about; empty when it could not be read.';

CREATE INDEX import_reject_account ON import_reject (account_number) WHERE account_number <> '';

ALTER TABLE retention_rule DROP CONSTRAINT retention_rule_record_class_check;
ALTER TABLE retention_rule ADD CHECK (record_class IN ('PERSON','RECORDING','IMPORT_REJECT'));

COMMENT ON COLUMN retention_rule.record_class IS 'PERSON: all that is known of somebody; RECORDING: the sound of a call; IMPORT_REJECT: what a file said and we could not use.';
COMMENT ON COLUMN retention_rule.years IS 'Years: of a person after the last activity on any of her accounts, of a recording after its call, of a rejected row after its import.';

INSERT INTO retention_rule (record_class, years, citation) VALUES
    ('IMPORT_REJECT', 2, '16 CFR 314.4(c)(6)(i)');
