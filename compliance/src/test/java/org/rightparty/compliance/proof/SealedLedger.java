package org.rightparty.compliance.proof;

import static org.rightparty.schema.generated.Tables.GATE_DECISION;
import static org.rightparty.schema.generated.Tables.LEDGER_CHECKPOINT;

import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.ledger.CanonicalJson;
import org.rightparty.compliance.ledger.Selection;
import org.rightparty.compliance.ledger.SigningKey;
import org.rightparty.compliance.postgres.LedgerReader;
import org.rightparty.compliance.postgres.PostgresLedger;
import org.rightparty.compliance.postgres.Sealer;
import org.rightparty.compliance.rules.Sha256;
import org.rightparty.compliance.verifier.Report;
import org.rightparty.compliance.verifier.Verifier;
import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneId;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A database whose ledger is written, sealed and exported, for tests.
public final class SealedLedger implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-04-07T12:00:00Z");
    static final String RULEBOOKS = "00".repeat(32);

    public final Database database = TestDatabase.fresh();
    public final PostgresLedger ledger = new PostgresLedger();
    final SigningKey key = SigningKey.make("rightparty-test");
    private final Sealer sealer = sealer();
    private AuditEntry.Subject subject = AuditEntry.Subject.NONE;
    private long attempts;

    /// A further sealer over the same ledger, as on another node.
    Sealer sealer() {
        return new Sealer(database, ledger, key, (tx, now) -> RULEBOOKS);
    }

    public int seal(Instant now) {
        return sealer.seal(now);
    }

    /// A permitted call and its end, a number in the one, an outcome in the other.
    void call(long consumer, Instant at) {
        permit(consumer, at);
        end(at.plusSeconds(30));
    }

    void permit(long consumer, Instant at) {
        subject =
                AuditEntry.Subject.of(new ConsumerId(consumer), new AccountId(consumer))
                        .during(new AttemptId(++attempts))
                        .in(new CampaignId(1 + consumer % 2));
        String facts = CanonicalJson.of(Map.of("ring_seconds", 25, "zones", List.of("Z")));
        long decision = decided(consumer, at, facts);
        Map<String, Object> detail =
                Map.of(
                        "decision",
                        decision,
                        "facts_sha256",
                        Sha256.hex(facts.getBytes(StandardCharsets.UTF_8)),
                        "reason",
                        "OK");
        append(
                entry(at, "dial.permitted", subject, detail)
                        .with(Map.of("number", "+12125550" + (100 + consumer % 100))));
    }

    /// The end of the last call that was permitted.
    void end(Instant at) {
        append(entry(at, "call.ended", subject, Map.of("outcome", "NO_ANSWER")));
    }

    private long decided(long consumer, Instant at, String facts) {
        return database.transact(tx ->
                tx.insertInto(GATE_DECISION)
                        .set(GATE_DECISION.DECIDED_AT, at)
                        .set(GATE_DECISION.CONSUMER_ID, new ConsumerId(consumer))
                        .set(GATE_DECISION.ACCOUNT_ID, new AccountId(consumer))
                        .set(GATE_DECISION.PHONE_ID, new PhoneId(consumer))
                        .set(GATE_DECISION.MODE, "PREDICTIVE")
                        .set(GATE_DECISION.PATH, "CAMPAIGN")
                        .set(GATE_DECISION.ALLOWED, true)
                        .set(GATE_DECISION.REASON, "OK")
                        .set(GATE_DECISION.REFUSALS, JSONB.valueOf("[]"))
                        .set(GATE_DECISION.FACTS, JSONB.valueOf(facts))
                        .set(GATE_DECISION.RULEBOOK, "none")
                        .set(GATE_DECISION.RULEBOOK_SHA256, RULEBOOKS)
                        .set(GATE_DECISION.TZDB_VERSION, "none")
                        .returningResult(GATE_DECISION.ID)
                        .fetchSingle()
                        .value1());
    }

    /// Calls a second apart, then a checkpoint.
    void calls(int many, Instant from) {
        for (int i = 0; i < many; i++) {
            call(1 + i % 5, from.plusSeconds(i));
        }
        seal(from.plusSeconds(many + 60));
    }

    static AuditEntry entry(
            Instant at, String kind, AuditEntry.Subject subject, Map<String, Object> detail) {
        return new AuditEntry(at, kind, AuditEntry.Actor.PROGRAM, subject, detail);
    }

    void append(AuditEntry entry) {
        database.transact(tx -> append(tx, entry));
    }

    DSLContext append(DSLContext tx, AuditEntry entry) {
        ledger.append(tx, entry);
        return tx;
    }

    /// The newest checkpoint's note.
    String newestNote() {
        return database.transact(tx ->
                tx.select(LEDGER_CHECKPOINT.NOTE)
                        .from(LEDGER_CHECKPOINT)
                        .orderBy(LEDGER_CHECKPOINT.ID.desc())
                        .limit(1)
                        .fetchSingle()
                        .value1());
    }

    long count(String sql) {
        return database.transact(tx -> tx.fetchSingle(sql).get(0, long.class));
    }

    Path export(Path directory, Selection selection) {
        return export(directory, new ProofRequest(selection, true, List.of(), List.of()));
    }

    Path export(Path directory, ProofRequest request) {
        Path file = directory.resolve("export-" + System.identityHashCode(request) + ".zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            LedgerReader.read(
                    database,
                    reader -> {
                        try {
                            return new ProofWriter(reader, request, NOON).write(out);
                        } catch (IOException failed) {
                            throw new UncheckedIOException(failed);
                        }
                    });
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Checked with the right key.
    Report verify(Path file) {
        return verify(file, List.of());
    }

    Report verify(Path file, List<String> kept) {
        try {
            return new Verifier(List.of(key.verifier()), kept, List.of(), NOON).check(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
