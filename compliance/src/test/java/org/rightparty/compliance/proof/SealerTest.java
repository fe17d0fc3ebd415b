package org.rightparty.compliance.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rightparty.compliance.proof.SealedLedger.NOON;
import static org.rightparty.compliance.proof.SealedLedger.entry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rightparty.compliance.ledger.AuditEntry.Subject;
import org.rightparty.compliance.ledger.Checkpoint;
import org.rightparty.compliance.ledger.Frontier;
import org.rightparty.compliance.ledger.SignedNote;
import org.rightparty.compliance.postgres.Sealer;
import org.rightparty.database.TestDatabase;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/// What is committed is sealed, once, in one tree, whatever happens in between.
final class SealerTest {
    private final SealedLedger it = new SealedLedger();

    @AfterEach
    void close() {
        it.close();
    }

    @Test
    void an_entry_that_commits_late_is_sealed_later_and_not_lost() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch sealed = new CountDownLatch(1);
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> slow =
                    others.submit(() ->
                            it.database.transact(tx -> {
                                it.append(tx, entry(NOON, "slow.one", Subject.NONE, Map.of()));
                                written.countDown();
                                await(sealed);
                                return tx;
                            }));
            await(written);
            it.append(entry(NOON, "quick.one", Subject.NONE, Map.of()));
            assertThat(it.seal(NOON)).isEqualTo(1);
            sealed.countDown();
            slow.get();
        }
        assertThat(it.seal(NOON.plusSeconds(1))).isEqualTo(2);
        assertThat(kinds()).containsExactly("quick.one", "slow.one", "ledger.key.introduced");
        assertWhole();
    }

    /// Fifty writers, of whose transactions a third is rolled back after the insert, and two
    /// sealers, one of which is struck down now and then.
    @Test
    void writers_that_crash_and_sealers_that_are_killed_leave_a_whole_tree() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        AtomicBoolean strike = new AtomicBoolean();
        Sealer struck =
                new Sealer(
                        it.database,
                        it.ledger,
                        it.key,
                        (tx, now) -> {
                            if (strike.getAndSet(false)) {
                                throw new IllegalStateException("killed");
                            }
                            return SealedLedger.RULEBOOKS;
                        });
        Sealer other = it.sealer();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> first = threads.submit(() -> sealOnAndOn(struck, stop, strike));
            Future<?> second = threads.submit(() -> sealOnAndOn(other, stop, strike));
            List<? extends Future<?>> writers =
                    IntStream.range(0, 50).mapToObj(n -> threads.submit(() -> write(n))).toList();
            for (Future<?> writer : writers) {
                writer.get();
            }
            stop.set(true);
            first.get();
            second.get();
        }
        it.seal(NOON.plusSeconds(3_600));
        it.seal(NOON.plusSeconds(3_601));
        assertThat(it.count("SELECT count(*) FROM audit_entry WHERE kind = 'kept.one'"))
                .isEqualTo(50 * 20);
        assertThat(it.count("SELECT count(*) FROM audit_entry WHERE kind = 'lost.one'")).isZero();
        assertWhole();
    }

    private void sealOnAndOn(Sealer sealer, AtomicBoolean stop, AtomicBoolean strike) {
        Instant now = NOON;
        while (!stop.get()) {
            strike.set(now.getEpochSecond() % 3 == 0);
            now = now.plusSeconds(61);
            try {
                sealer.seal(now);
            } catch (IllegalStateException killed) {
                assertThat(killed).hasMessage("killed");
            }
        }
    }

    private void write(int writer) {
        for (int i = 0; i < 30; i++) {
            boolean crash = i % 3 == 2;
            String kind = crash ? "lost.one" : "kept.one";
            try {
                it.database.transact(tx -> {
                    it.append(tx, entry(NOON, kind, Subject.NONE, Map.of("writer", writer)));
                    if (crash) {
                        throw new IllegalStateException("crash before commit");
                    }
                    return tx;
                });
            } catch (IllegalStateException crashed) {
                assertThat(crash).isTrue();
            }
        }
    }

    @Test
    void a_checkpoint_is_signed_each_minute_and_each_thousand_entries() {
        it.append(entry(NOON, "some.thing", Subject.NONE, Map.of()));
        it.seal(NOON);
        it.seal(NOON.plusSeconds(59));
        assertThat(checkpoints()).isEqualTo(1);
        it.seal(NOON.plusSeconds(60));
        assertThat(checkpoints()).isEqualTo(2);
        it.database.transact(tx -> {
            it.ledger.append(
                    tx,
                    IntStream.range(0, 1_000)
                            .mapToObj(i -> entry(NOON, "some.thing", Subject.NONE, Map.of("i", i)))
                            .toList());
            return tx;
        });
        it.seal(NOON.plusSeconds(61));
        assertThat(checkpoints()).isEqualTo(3);
        assertThat(newest().size()).isEqualTo(1_002);
        assertWhole();
    }

    @Test
    void a_clock_set_back_dates_no_checkpoint_before_another_and_says_so() {
        it.append(entry(NOON, "some.thing", Subject.NONE, Map.of()));
        it.seal(NOON);
        it.append(entry(NOON.minusSeconds(3_590), "some.thing", Subject.NONE, Map.of()));
        it.seal(NOON.minusSeconds(3_600));
        it.seal(NOON.minusSeconds(3_540));
        it.seal(NOON.minusSeconds(3_480));
        assertThat(newest().at()).isEqualTo(NOON);
        assertThat(newest().clockBehind()).isEqualTo(3_480_000);
        assertThat(kinds().stream().filter("clock.set.back"::equals)).hasSize(1);
        it.seal(NOON.plusSeconds(60));
        assertThat(newest().clockBehind()).isZero();
        assertWhole();
    }

    @Test
    void a_tree_that_was_changed_under_its_checkpoint_is_not_sealed_on() throws SQLException {
        it.calls(10, NOON);
        asOwner("ALTER TABLE ledger_leaf DISABLE TRIGGER USER");
        asOwner("UPDATE ledger_leaf SET leaf_hash = sha256('other') WHERE seq = 3");
        it.append(entry(NOON, "some.thing", Subject.NONE, Map.of()));
        assertThatThrownBy(() -> it.sealer().seal(NOON.plusSeconds(300)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not what its checkpoint");
        assertThat(it.count("SELECT count(*) FROM ledger_unsealed")).isPositive();
    }

    @Test
    void an_entry_changed_before_it_is_sealed_is_sealed_as_it_was_committed() throws SQLException {
        it.append(entry(NOON, "some.thing", Subject.NONE, Map.of()));
        asOwner("ALTER TABLE audit_entry DISABLE TRIGGER USER");
        asOwner("UPDATE audit_entry SET payload = '{}', leaf_hash = sha256('\\x007b7d'::bytea)");
        it.seal(NOON);
        assertThat(
                        it.count(
                                "SELECT count(*) FROM ledger_leaf l JOIN audit_entry e"
                                        + " ON e.id = l.entry_id WHERE e.leaf_hash <> l.leaf_hash"))
                .isEqualTo(1);
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection owner = TestDatabase.owner(it.database);
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Every entry has one leaf, places have no gap, and the newest checkpoint is right.
    private void assertWhole() {
        assertThat(it.count("SELECT count(*) FROM ledger_unsealed")).isLessThanOrEqualTo(1);
        assertThat(
                        it.count(
                                "SELECT count(*) FROM audit_entry e WHERE (SELECT count(*) FROM"
                                        + " ledger_leaf l WHERE l.entry_id = e.id) + (SELECT"
                                        + " count(*) FROM ledger_unsealed u WHERE u.entry_id ="
                                        + " e.id) <> 1"))
                .isZero();
        assertThat(it.count("SELECT count(*) - max(seq) - 1 FROM ledger_leaf")).isZero();
        Frontier tree = new Frontier();
        long size = newest().size();
        it.database
                .transact(tx ->
                        tx.fetch(
                                        "SELECT leaf_hash FROM ledger_leaf WHERE seq < "
                                                + size
                                                + " ORDER BY seq")
                                .getValues(0, byte[].class))
                .forEach(tree::add);
        assertThat(newest().root()).isEqualTo(tree.root());
    }

    private Checkpoint newest() {
        SignedNote note = SignedNote.parse(it.newestNote());
        assertThat(it.key.verifier().signed(note)).isTrue();
        return Checkpoint.parse(note.text());
    }

    private long checkpoints() {
        return it.count("SELECT count(*) FROM ledger_checkpoint");
    }

    private List<String> kinds() {
        return it.database.transact(tx ->
                tx.fetch(
                                "SELECT e.kind FROM ledger_leaf l JOIN audit_entry e ON e.id ="
                                        + " l.entry_id ORDER BY l.seq")
                        .getValues(0, String.class));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
