-- The Merkle tree over the audit entries (RFC 9162), and what proves to outsiders that it is the one
-- that always was. An entry's place in the tree is given after its commit, by one sealer: whatever is
-- committed waits in ledger_unsealed, so an entry that commits late gets a later place and is never lost.

CREATE TABLE ledger_unsealed (
    entry_id  bigint PRIMARY KEY,
    entry_at  timestamptz NOT NULL,
    leaf_hash bytea NOT NULL CHECK (length(leaf_hash) = 32)
);

COMMENT ON TABLE ledger_unsealed IS 'Entries that have no place in the tree yet. A working table: filled by the entry''s own insert, emptied by the sealer.';
COMMENT ON COLUMN ledger_unsealed.entry_id IS 'The entry.';
COMMENT ON COLUMN ledger_unsealed.entry_at IS 'When it happened; part of its key.';
COMMENT ON COLUMN ledger_unsealed.leaf_hash IS 'Its leaf hash as it was committed: this is what gets sealed, whatever the entry says later.';

CREATE TABLE ledger_leaf (
    seq       bigint PRIMARY KEY CHECK (seq >= 0),
    entry_id  bigint NOT NULL UNIQUE,
    entry_at  timestamptz NOT NULL,
    leaf_hash bytea NOT NULL CHECK (length(leaf_hash) = 32)
);

COMMENT ON TABLE ledger_leaf IS 'The place of each sealed entry in the tree. Append-only.';
COMMENT ON COLUMN ledger_leaf.seq IS 'The leaf''s index, without gaps from 0 on.';
COMMENT ON COLUMN ledger_leaf.entry_id IS 'The entry.';
COMMENT ON COLUMN ledger_leaf.entry_at IS 'When it happened; part of its key.';
COMMENT ON COLUMN ledger_leaf.leaf_hash IS 'The hash that was sealed.';

CREATE TABLE ledger_tile (
    level  smallint NOT NULL CHECK (level >= 0),
    index  bigint NOT NULL CHECK (index >= 0),
    hashes bytea NOT NULL CHECK (length(hashes) = 8192),
    PRIMARY KEY (level, index)
);
ALTER TABLE ledger_tile ALTER COLUMN hashes SET STORAGE EXTERNAL;

COMMENT ON TABLE ledger_tile IS 'Full tiles of 256 hashes of the tree (C2SP tlog-tiles). Append-only.';
COMMENT ON COLUMN ledger_tile.level IS 'Level of the tile: its hashes stand over 256^level leaves each.';
COMMENT ON COLUMN ledger_tile.index IS 'Which tile of its level.';
COMMENT ON COLUMN ledger_tile.hashes IS 'The 256 hashes, one after the other.';

CREATE TABLE ledger_checkpoint (
    id        bigint PRIMARY KEY CHECK (id > 0),
    size      bigint NOT NULL CHECK (size >= 0),
    root      bytea NOT NULL CHECK (length(root) = 32),
    signed_at timestamptz NOT NULL,
    note      text NOT NULL
);
CREATE INDEX ledger_checkpoint_size ON ledger_checkpoint (size, id);
CREATE INDEX ledger_checkpoint_signed ON ledger_checkpoint (signed_at);

COMMENT ON TABLE ledger_checkpoint IS 'What the tree was at an instant, signed (C2SP tlog-checkpoint). Append-only.';
COMMENT ON COLUMN ledger_checkpoint.id IS 'Order of signing, from 1 on.';
COMMENT ON COLUMN ledger_checkpoint.size IS 'Entries sealed.';
COMMENT ON COLUMN ledger_checkpoint.root IS 'Root of the tree over them.';
COMMENT ON COLUMN ledger_checkpoint.signed_at IS 'When it was signed, never before the one before it.';
COMMENT ON COLUMN ledger_checkpoint.note IS 'The signed note: this text is what leaves the machine.';

CREATE TABLE ledger_key (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    verifier_key text NOT NULL UNIQUE,
    first_used   timestamptz NOT NULL
);

COMMENT ON TABLE ledger_key IS 'The public keys under which checkpoints were signed. The private ones are never in the database. Append-only.';
COMMENT ON COLUMN ledger_key.id IS 'Order of use.';
COMMENT ON COLUMN ledger_key.verifier_key IS 'Name, key id and Ed25519 key (C2SP signed-note).';
COMMENT ON COLUMN ledger_key.first_used IS 'When it first signed.';

CREATE TABLE ledger_timestamp (
    checkpoint_id bigint NOT NULL REFERENCES ledger_checkpoint,
    authority     text NOT NULL,
    stamped_at    timestamptz NOT NULL,
    token         bytea NOT NULL,
    PRIMARY KEY (checkpoint_id, authority)
);

COMMENT ON TABLE ledger_timestamp IS 'RFC 3161 time-stamps over checkpoints. Append-only.';
COMMENT ON COLUMN ledger_timestamp.checkpoint_id IS 'The checkpoint.';
COMMENT ON COLUMN ledger_timestamp.authority IS 'The authority''s address as configured.';
COMMENT ON COLUMN ledger_timestamp.stamped_at IS 'The time the authority states.';
COMMENT ON COLUMN ledger_timestamp.token IS 'The token with the authority''s certificates (CMS, DER).';

CREATE TABLE ledger_copy (
    destination   text PRIMARY KEY,
    checkpoint_id bigint NOT NULL DEFAULT 0,
    delivered_at  timestamptz,
    next_try_at   timestamptz NOT NULL,
    failures      integer NOT NULL DEFAULT 0,
    failing_since timestamptz,
    failure       text NOT NULL DEFAULT ''
);

COMMENT ON TABLE ledger_copy IS 'How far the copies of checkpoints outside this machine have come. A working table.';
COMMENT ON COLUMN ledger_copy.destination IS 'Where they go, as configured.';
COMMENT ON COLUMN ledger_copy.checkpoint_id IS 'The newest checkpoint that arrived; 0 when none has.';
COMMENT ON COLUMN ledger_copy.delivered_at IS 'When it arrived; absent when none has.';
COMMENT ON COLUMN ledger_copy.next_try_at IS 'When the next one is due.';
COMMENT ON COLUMN ledger_copy.failures IS 'Failures in a row.';
COMMENT ON COLUMN ledger_copy.failing_since IS 'When the first of them was; absent when it works.';
COMMENT ON COLUMN ledger_copy.failure IS 'What kind of failure the last was.';

CREATE TABLE audit_personal (
    entry_id    bigint NOT NULL,
    field       text NOT NULL,
    consumer_id bigint,
    salt        bytea NOT NULL CHECK (length(salt) = 32),
    value       text NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (entry_id, field)
);
CREATE INDEX audit_personal_consumer ON audit_personal (consumer_id) WHERE consumer_id IS NOT NULL;

COMMENT ON TABLE audit_personal IS 'Salts and values of the personal facts to which entries commit by HMAC-SHA-256. Rows may be erased: the tree stays valid.';
COMMENT ON COLUMN audit_personal.entry_id IS 'The entry.';
COMMENT ON COLUMN audit_personal.field IS 'Name of the fact in the entry.';
COMMENT ON COLUMN audit_personal.consumer_id IS 'Whose fact it is; absent when nobody''s in particular.';
COMMENT ON COLUMN audit_personal.salt IS 'The salt, 32 random bytes.';
COMMENT ON COLUMN audit_personal.value IS 'The fact.';
COMMENT ON COLUMN audit_personal.recorded_at IS 'When the entry was written.';

-- Entries go to the queue in their own transaction, by their own insert, whoever inserts them.
CREATE FUNCTION queue_for_sealing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO ledger_unsealed (entry_id, entry_at, leaf_hash) VALUES (NEW.id, NEW.at, NEW.leaf_hash);
    RETURN NULL;
END $$;
COMMENT ON FUNCTION queue_for_sealing() IS 'Puts each new entry where the sealer finds it.';

CREATE TRIGGER audit_entry_queue AFTER INSERT ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION queue_for_sealing();

INSERT INTO ledger_unsealed (entry_id, entry_at, leaf_hash) SELECT id, at, leaf_hash FROM audit_entry;

DO $$
DECLARE
    guarded text;
BEGIN
    FOREACH guarded IN ARRAY ARRAY['ledger_leaf','ledger_tile','ledger_checkpoint','ledger_key','ledger_timestamp'] LOOP
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW '
            || 'EXECUTE FUNCTION refuse_change()', guarded || '_append_only', guarded);
    END LOOP;
END $$;
