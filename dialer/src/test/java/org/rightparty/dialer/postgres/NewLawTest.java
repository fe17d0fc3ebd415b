package org.rightparty.dialer.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.dialer.postgres.Floorplan.NOON;
import static org.rightparty.schema.generated.Tables.CANDIDATE_CHANGE;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rightparty.compliance.postgres.PostgresLedger;
import org.rightparty.compliance.postgres.PostgresRulebooks;
import org.rightparty.compliance.postgres.RulebookOffice;
import org.rightparty.dialer.postgres.Floorplan.Person;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.Mode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Whom the gate kept back under one version of a rulebook is chosen anew under the next.
class NewLawTest {
    private static final String BOOK = "india";
    private static final String NEXT = "2099.1";
    private static final Instant TOMORROW = NOON.plus(Duration.ofDays(1));
    private static final Instant ACTIVE = NOON.plus(Duration.ofMinutes(10));

    private final Floorplan floor = Floorplan.open();
    private final PostgresLedger ledger = new PostgresLedger();
    private final PostgresRulebooks rulebooks = new PostgresRulebooks(ledger);
    private final RulebookOffice office = new RulebookOffice(rulebooks, ledger);
    private final Person sleeper;
    private final Person parked;

    NewLawTest() {
        floor.database.transact(tx -> {
            rulebooks.loadShipped(tx, NOON.minus(Duration.ofDays(60)));
            return tx;
        });
        sleeper = floor.person(90_000);
        parked = floor.person(80_000);
    }

    @BeforeEach
    void refuse() {
        floor.gate.refuse(sleeper.id(), Optional.of(TOMORROW));
        floor.gate.refuse(parked.id(), Optional.empty());
        ask(NOON);
    }

    @AfterEach
    void close() {
        floor.close();
    }

    /// Both go to the gate, which sends both away.
    private void ask(Instant at) {
        floor.candidates.settleAll(at);
        floor.pool.reserveNext(floor.campaign, Mode.PREDICTIVE, 2, at);
        assertThat(due()).isEmpty();
    }

    private List<ConsumerId> due() {
        return List.of(sleeper, parked).stream()
                .filter(person -> floor.candidate(person).orElseThrow().getDue())
                .map(Person::id)
                .toList();
    }

    private void approve() {
        String content =
                PostgresRulebooks.shipped(BOOK)
                        .replaceFirst("\"version\": \"[^\"]+\"", "\"version\": \"" + NEXT + "\"");
        floor.database.transact(tx -> {
            office.draft(tx, content, "mira", NOON);
            office.tryOut(tx, BOOK, NEXT, Optional.empty(), NOON);
            return office.approve(tx, BOOK, NEXT, Optional.empty(), "jan", NOON);
        });
    }

    private void activate(Instant from, Instant now) {
        floor.database.transact(tx -> office.activate(tx, BOOK, NEXT, from, "jan", now));
    }

    @Test
    void while_no_law_changes_they_stay_where_they_are() {
        floor.sweep.sweep(ACTIVE);
        assertThat(due()).isEmpty();
    }

    @Test
    void a_version_that_was_agreed_on_before_has_them_chosen_anew_at_its_instant() {
        approve();
        activate(ACTIVE, NOON);
        floor.sweep.sweep(ACTIVE.minusMillis(1));
        assertThat(due()).isEmpty();
        floor.sweep.sweep(ACTIVE);
        assertThat(due()).containsExactly(sleeper.id(), parked.id());
    }

    /// Another node may decide by the version before for ten seconds.
    @Test
    void one_that_holds_at_once_does_when_every_node_has_heard_of_it() {
        approve();
        activate(ACTIVE, ACTIVE);
        Instant heard = ACTIVE.plus(PostgresRulebooks.HEARD);
        floor.sweep.sweep(heard.minusMillis(1));
        assertThat(due()).isEmpty();
        floor.sweep.sweep(heard);
        assertThat(due()).containsExactly(sleeper.id(), parked.id());
    }

    @Test
    void it_does_so_once() {
        approve();
        activate(ACTIVE, NOON);
        floor.sweep.sweep(ACTIVE);
        ask(ACTIVE);
        floor.sweep.sweep(ACTIVE.plusSeconds(30));
        assertThat(due()).isEmpty();
    }

    @Test
    void a_roll_back_does_so_too() {
        approve();
        activate(ACTIVE, NOON);
        floor.sweep.sweep(ACTIVE);
        ask(ACTIVE);
        Instant back = ACTIVE.plus(Duration.ofHours(1));
        floor.database.transact(tx -> office.rollBack(tx, BOOK, "jan", back));
        floor.sweep.sweep(back);
        assertThat(due()).isEmpty();
        floor.sweep.sweep(back.plus(PostgresRulebooks.HEARD));
        assertThat(due()).containsExactly(sleeper.id(), parked.id());
    }

    /// Activating at another instant calls off what was to come.
    @Test
    void one_that_was_called_off_does_not() {
        approve();
        activate(ACTIVE, NOON);
        activate(ACTIVE.plus(Duration.ofDays(2)), NOON);
        floor.sweep.sweep(ACTIVE.plus(Duration.ofMinutes(1)));
        assertThat(due()).isEmpty();
    }

    @Test
    void whose_own_facts_changed_goes_before_everybody() {
        Person changed = floor.person(70_000);
        floor.candidates.settleAll(NOON);
        approve();
        activate(ACTIVE, NOON);
        floor.database.transact(tx -> NewLaw.heard(tx, ACTIVE));
        floor.phone(changed, 2);
        List<ConsumerId> queue =
                floor.database.transact(tx ->
                        tx.select(CANDIDATE_CHANGE.CONSUMER_ID)
                                .from(CANDIDATE_CHANGE)
                                .orderBy(CANDIDATE_CHANGE.OF_ALL, CANDIDATE_CHANGE.ID)
                                .fetch(CANDIDATE_CHANGE.CONSUMER_ID));
        assertThat(queue).containsExactly(changed.id(), sleeper.id(), parked.id(), changed.id());
    }
}
