package org.rightparty.dialer.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.dialer.postgres.Floorplan.NOON;
import static org.rightparty.schema.generated.Tables.CALLBACK;
import static org.rightparty.schema.generated.Tables.CAMPAIGN;
import static org.rightparty.schema.generated.Tables.CONTACT_EVENT;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rightparty.compliance.gate.Attempt;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.compliance.postgres.PostgresExplanations;
import org.rightparty.compliance.postgres.PostgresLedger;
import org.rightparty.compliance.postgres.PostgresRulebooks;
import org.rightparty.compliance.postgres.PostgresZones;
import org.rightparty.dialer.postgres.Floorplan.Person;
import org.rightparty.schema.generated.tables.records.CallbackRecord;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.Outcome;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Whoever rings back after we tried them, with the shipped rulebooks.
class MissedCallsTest {
    private static final Instant TRIED = NOON.minus(Duration.ofMinutes(2));
    private static final PhoneNumber HERS = new PhoneNumber("+12120550000");

    private final Floorplan floor = Floorplan.open();
    private final PostgresRulebooks rulebooks = new PostgresRulebooks(new PostgresLedger());
    private final MissedCalls missed =
            new MissedCalls(
                    floor.database,
                    new PostgresExplanations(rulebooks),
                    floor.candidates,
                    floor.journal);
    private final Person person = floor.person(90_000);

    @BeforeEach
    void progressive() {
        floor.database.transact(tx -> {
            rulebooks.loadShipped(tx, NOON.minus(Duration.ofDays(60)));
            new PostgresZones().load(tx);
            return tx.update(CAMPAIGN).set(CAMPAIGN.MODE, Mode.PROGRESSIVE.name()).execute();
        });
    }

    @AfterEach
    void close() {
        floor.close();
    }

    private void tried(Instant at) {
        floor.candidates.settleAll(at);
        Reservation first =
                floor.pool
                        .reserveNext(floor.campaign, Mode.PROGRESSIVE, 1, at)
                        .getFirst()
                        .reservation();
        Attempt attempt = ((Reservation.Granted) first).attempt();
        floor.book.ended(Floorplan.ending(attempt, Outcome.RING_NO_ANSWER, at));
        floor.entries.clear();
    }

    private List<CallbackRecord> callbacks() {
        return floor.database.transact(tx -> tx.selectFrom(CALLBACK).fetch());
    }

    private int contacts() {
        return floor.database.transact(tx -> tx.fetchCount(CONTACT_EVENT));
    }

    @Test
    void is_called_back_as_soon_as_the_gate_would_let_it_pass() {
        tried(TRIED);
        missed.write(HERS, NOON);
        CallbackRecord callback = callbacks().getFirst();
        assertThat(callback.getConsumerId()).isEqualTo(person.id());
        assertThat(callback.getAccountId()).isEqualTo(person.account());
        assertThat(callback.getDueAt()).isEqualTo(TRIED.plus(Duration.ofHours(2)));
        assertThat(callback.getAskedByConsumer()).isFalse();
        assertThat(contacts()).isOne();
        assertThat(floor.entries.getLast().kind()).isEqualTo("call.came-in");
        assertThat(floor.entries.getLast().detail()).containsKeys("phone", "callback", "due");
        assertThat(floor.candidate(person).orElseThrow().getNextAt())
                .isEqualTo(callback.getDueAt());
    }

    @Test
    void twice_is_two_contacts_and_one_callback() {
        tried(TRIED);
        missed.write(HERS, NOON);
        missed.write(HERS, NOON.plusSeconds(30));
        assertThat(contacts()).isEqualTo(2);
        assertThat(callbacks()).hasSize(1);
        assertThat(floor.entries.getLast().detail()).containsOnlyKeys("phone");
    }

    @Test
    void at_night_is_called_back_when_the_day_begins() {
        tried(TRIED);
        missed.write(HERS, Instant.parse("2026-11-19T04:30:00Z"));
        assertThat(callbacks().getFirst().getDueAt())
                .isEqualTo(Instant.parse("2026-11-19T13:00:00Z"));
    }

    @Test
    void is_not_called_back_while_a_hold_stands() {
        tried(TRIED);
        floor.hold(person, "CEASE");
        missed.write(HERS, NOON);
        assertThat(contacts()).isOne();
        assertThat(callbacks()).isEmpty();
    }

    @Test
    void nothing_is_kept_of_who_was_not_tried_of_late() {
        missed.write(HERS, NOON);
        tried(NOON.minus(Duration.ofDays(31)));
        missed.write(HERS, NOON);
        missed.write(new PhoneNumber("+12125550142"), NOON);
        assertThat(contacts()).isZero();
        assertThat(callbacks()).isEmpty();
        assertThat(floor.entries).isEmpty();
    }
}
