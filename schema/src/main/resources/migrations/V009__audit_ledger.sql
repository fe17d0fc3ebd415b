-- Everything an auditor may ask for. Entries are never changed.

CREATE SEQUENCE audit_entry_numbers;

CREATE TABLE audit_entry (
    id          bigint NOT NULL DEFAULT nextval('audit_entry_numbers'),
    at          timestamptz NOT NULL,
    kind        text NOT NULL CHECK (kind ~ '^[a-z][a-z.]+$'),
    actor       text NOT NULL,
    consumer_id bigint,
    account_id  bigint,
    attempt_id  bigint,
    campaign_id bigint,
    payload     text NOT NULL,
    leaf_hash   bytea NOT NULL CHECK (length(leaf_hash) = 32),
    PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);

COMMENT ON TABLE audit_entry IS 'One thing that was done or refused. Append-only; personal facts appear only as salted commitments.';
COMMENT ON COLUMN audit_entry.id IS 'Order of entry.';
COMMENT ON COLUMN audit_entry.at IS 'When it happened.';
COMMENT ON COLUMN audit_entry.kind IS 'What happened, as subject.verb.';
COMMENT ON COLUMN audit_entry.actor IS 'Who did it: agent:12, the program, a file.';
COMMENT ON COLUMN audit_entry.consumer_id IS 'The person concerned; absent when none is.';
COMMENT ON COLUMN audit_entry.account_id IS 'The account concerned; absent when none is.';
COMMENT ON COLUMN audit_entry.attempt_id IS 'The attempt concerned; absent when none is.';
COMMENT ON COLUMN audit_entry.campaign_id IS 'The campaign concerned; absent when none is.';
COMMENT ON COLUMN audit_entry.payload IS 'The particulars as canonical JSON (RFC 8785).';
COMMENT ON COLUMN audit_entry.leaf_hash IS 'SHA-256 over 0x00 and the payload (RFC 9162 section 2.1.1).';

CREATE INDEX audit_entry_consumer ON audit_entry (consumer_id, at DESC);
CREATE INDEX audit_entry_attempt ON audit_entry (attempt_id) WHERE attempt_id IS NOT NULL;
CREATE INDEX audit_entry_at ON audit_entry USING brin (at);
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
