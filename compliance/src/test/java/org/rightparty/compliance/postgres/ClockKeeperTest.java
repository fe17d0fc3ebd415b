package org.rightparty.compliance.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.AUDIT_ENTRY;
import static org.rightparty.schema.generated.Tables.GATE_DECISION;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rightparty.compliance.clock.ClockReading.Sync;
import org.rightparty.compliance.clock.ClockState.Requires;
import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.compliance.kernel.KernelClock;
import org.rightparty.compliance.postgres.Office.Debtor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A clock that cannot be believed stops permits, and the ledger tells of it.
class ClockKeeperTest {
    private static final Instant NOON = Instant.parse("2026-04-07T16:00:00Z");

    private final Office office = new Office();
    private Duration off = Duration.ZERO;
    private Duration passed = Duration.ZERO;
    private Sync sync = Sync.SYNCHRONISED;
    private final ClockKeeper keeper =
            new ClockKeeper(
                    office.database,
                    office.ledger,
                    () -> Instant.now().plus(off),
                    () -> System.nanoTime() + passed.toNanos(),
                    () -> sync,
                    Requires.SYNCHRONISED);

    private final PostgresGate gate =
            new PostgresGate(office.rulebooks, office.ledger, keeper::doubt);

    @AfterEach
    void close() {
        office.close();
    }

    private Reservation reserve(DialRequest request) {
        return office.transact(tx -> gate.reserve(tx, List.of(request), NOON)).getFirst();
    }

    private void passes(Duration time) {
        off = off.plus(time);
        passed = passed.plus(time);
    }

    private List<String> entered() {
        return office.transact(tx ->
                tx.select(AUDIT_ENTRY.KIND)
                        .from(AUDIT_ENTRY)
                        .where(AUDIT_ENTRY.KIND.startsWith("clock."))
                        .fetch(AUDIT_ENTRY.KIND));
    }

    @Test
    void a_step_stops_the_very_next_permit_and_is_entered() {
        Debtor debtor = office.debtor();
        assertThat(keeper.doubt()).isEmpty();
        off = Duration.ofHours(-1);
        assertThat(reserve(office.request(debtor)))
                .isInstanceOfSatisfying(
                        Reservation.Denied.class,
                        no -> assertThat(no.reason().code()).isEqualTo("CLOCK_UNSURE"));
        String reason =
                office.transact(tx ->
                        tx.select(GATE_DECISION.REASON)
                                .from(GATE_DECISION)
                                .where(GATE_DECISION.CONSUMER_ID.eq(debtor.consumer()))
                                .fetchSingle()
                                .value1());
        assertThat(reason).isEqualTo("CLOCK_UNSURE");
        off = Duration.ZERO;
        keeper.look();
        assertThat(entered()).contains("clock.stepped");
        passes(Duration.ofSeconds(60));
        assertThat(keeper.doubt()).isEmpty();
        assertThat(reserve(office.request(debtor))).isInstanceOf(Reservation.Granted.class);
    }

    @Test
    void a_time_server_that_is_lost_stops_permits_in_the_end() {
        keeper.look();
        sync = Sync.UNSYNCHRONISED;
        keeper.look();
        assertThat(keeper.doubt()).isEmpty();
        passes(Duration.ofMinutes(5));
        keeper.look();
        assertThat(keeper.doubt()).isPresent();
        assertThat(entered()).contains("clock.synchronisation.lost");
    }

    @Test
    void the_kernel_says_something() {
        assertThat(new KernelClock().sync()).isIn((Object[]) Sync.values());
    }
}
