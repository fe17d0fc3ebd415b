package org.rightparty.dialer.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rightparty.dialer.postgres.Floorplan.NOON;
import static org.rightparty.schema.generated.Tables.ATTEMPT;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.console.agent.Offer;
import org.rightparty.database.DatabaseFailure;
import org.rightparty.database.DatabaseFailure.Category;
import org.rightparty.dialer.loop.Pool;
import org.rightparty.dialer.postgres.Floorplan.Person;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.DialPath;
import org.rightparty.vocabulary.Mode;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

class PostgresPoolTest {
    private final Floorplan floor =
            new Floorplan((tx, zones, laws, now) -> !zones.contains("Pacific/Honolulu"));

    @AfterEach
    void close() {
        floor.close();
    }

    @Test
    void the_best_are_claimed_first_and_once() {
        Person small = floor.person(10_000);
        Person large = floor.person(90_000);
        Person middle = floor.person(50_000, "America/Chicago", "US-IL");
        settle();
        assertThat(consumers(next(2))).containsExactly(large.id(), middle.id());
        assertThat(consumers(next(2))).containsExactly(small.id());
        assertThat(next(2)).isEmpty();
    }

    @Test
    void tiers_go_before_value() {
        Person rich = floor.person(900_000);
        Person callback = floor.person(1_000);
        Person promised = floor.person(2_000);
        floor.callback(callback, Optional.empty(), NOON);
        floor.promise(promised, floor.agent("ann"), 500, LocalDate.parse("2026-11-19"));
        settle();
        List<Reservation> reserved = next(3);
        assertThat(consumers(reserved)).containsExactly(callback.id(), promised.id(), rich.id());
        assertThat(reserved)
                .extracting(r -> r.request().path())
                .containsExactly(DialPath.CALLBACK, DialPath.CAMPAIGN, DialPath.CAMPAIGN);
    }

    @Test
    void closed_groups_are_left_alone() {
        floor.person(900_000, "Pacific/Honolulu", "US-HI");
        Person open = floor.person(1_000);
        settle();
        assertThat(consumers(next(5))).containsExactly(open.id());
    }

    @Test
    void a_refused_candidate_leaves_until_the_gate_would_let_it_pass() {
        Person refused = floor.person(90_000);
        Person granted = floor.person(10_000);
        Instant tomorrow = NOON.plus(Duration.ofDays(1));
        floor.gate.refuse(refused.id(), Optional.of(tomorrow));
        settle();
        assertThat(granted(next(1))).containsExactly(granted.id());
        var row = floor.candidate(refused).orElseThrow();
        assertThat(row.getDue()).isFalse();
        assertThat(row.getNextAt()).isEqualTo(tomorrow);
        assertThat(row.getParked()).isEmpty();
    }

    /// A refused candidate makes room for another round.
    @Test
    void what_was_granted_is_told_though_the_next_round_fails() {
        Person refused = floor.person(90_000);
        Person granted = floor.person(50_000);
        floor.person(10_000);
        floor.gate.refuse(refused.id(), Optional.empty());
        settle();
        AtomicInteger rounds = new AtomicInteger();
        Gatekeeper gate =
                floor.gate.behind(_ -> {
                    if (rounds.incrementAndGet() > 1) {
                        throw new DatabaseFailure(Category.CONFLICT, "by the test", null);
                    }
                });
        Pool pool = new PostgresPool(floor.database, floor.candidates, gate, floor.journal);
        List<Reservation> told =
                pool.reserveNext(floor.campaign, Mode.PROGRESSIVE, 2, NOON).stream()
                        .map(Pool.Drawn::reservation)
                        .toList();
        assertThat(rounds).hasValue(2);
        assertThat(granted(told)).containsExactly(granted.id());
        assertThatThrownBy(() -> pool.reserveNext(floor.campaign, Mode.PROGRESSIVE, 1, NOON))
                .isInstanceOf(DatabaseFailure.class);
    }

    @Test
    void a_candidate_refused_for_good_is_parked_until_its_facts_change() {
        Person refused = floor.person(90_000);
        floor.gate.refuse(refused.id(), Optional.empty());
        settle();
        next(1);
        assertThat(floor.candidate(refused).orElseThrow().getParked()).isEqualTo("GATE_TEST");
        floor.sweep.sweep(NOON.plus(Duration.ofDays(365)));
        assertThat(floor.candidate(refused).orElseThrow().getDue()).isFalse();
        floor.phone(refused, 2);
        settle();
        assertThat(floor.candidate(refused).orElseThrow().getDue()).isTrue();
    }

    @Test
    void a_claimed_candidate_sleeps_for_an_hour_at_most_when_its_end_is_lost() {
        Person person = floor.person(90_000);
        settle();
        next(1);
        assertThat(floor.candidate(person).orElseThrow().getNextAt())
                .isEqualTo(NOON.plus(Duration.ofHours(1)));
        settle();
        assertThat(floor.candidate(person).orElseThrow().getDue()).isFalse();
        floor.sweep.sweep(NOON.plus(Duration.ofMinutes(59)));
        assertThat(floor.candidate(person).orElseThrow().getDue()).isFalse();
        floor.sweep.sweep(NOON.plus(Duration.ofMinutes(60)));
        assertThat(floor.candidate(person).orElseThrow().getDue()).isTrue();
    }

    @Test
    void two_claimers_never_share_a_person() throws Exception {
        for (int i = 0; i < 60; i++) {
            floor.person(1_000 + i);
        }
        settle();
        List<ConsumerId> claimed = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                done.add(two.submit(() -> claimed.addAll(consumers(next(5)))));
            }
            for (Future<?> one : done) {
                one.get();
            }
        }
        claimed.addAll(consumers(next(60)));
        assertThat(claimed).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void a_preview_keeps_its_candidate_from_the_others() {
        Person best = floor.person(90_000);
        Person other = floor.person(10_000);
        settle();
        AgentId ann = floor.agent("ann");
        Offer offer = floor.pool.offerNext(floor.campaign, ann, NOON).orElseThrow();
        assertThat(offer.consumer()).isEqualTo(best.id());
        assertThat(consumers(next(5))).containsExactly(other.id());
        floor.pool.giveBack(floor.campaign, offer, "for Mr Smith", NOON);
        assertThat(floor.entries.getLast().detail()).containsEntry("reason", "OTHER");
        floor.sweep.sweep(NOON.plus(Duration.ofMinutes(15)));
        assertThat(floor.candidate(best).orElseThrow().getDue()).isTrue();
    }

    @Test
    void a_personal_callback_is_offered_to_its_agent_alone_and_later_to_all() {
        Person person = floor.person(90_000);
        AgentId ann = floor.agent("ann");
        AgentId bob = floor.agent("bob");
        floor.callback(person, Optional.of(ann), NOON);
        settle();
        assertThat(floor.pool.offerNext(floor.campaign, ann, NOON.minusSeconds(1))).isEmpty();
        assertThat(floor.pool.offerNext(floor.campaign, bob, NOON)).isEmpty();
        Offer offer = floor.pool.offerNext(floor.campaign, ann, NOON).orElseThrow();
        assertThat(offer.path()).isEqualTo(DialPath.CALLBACK);
        floor.sweep.sweep(NOON.plus(Duration.ofMinutes(10)));
        assertThat(floor.pool.offerNext(floor.campaign, bob, NOON.plus(Duration.ofMinutes(10))))
                .isPresent();
    }

    @Test
    void why_a_person_is_next_is_what_selection_wrote() {
        Person called = floor.person(90_000);
        Person offered = floor.person(50_000);
        Person asked = floor.person(10_000);
        Person own = floor.person(5_000);
        AgentId ann = floor.agent("ann");
        floor.callback(asked, Optional.empty(), NOON);
        floor.callback(own, Optional.of(ann), NOON);
        settle();
        List<Pool.Drawn> drawn = drawn(2);
        assertThat(drawn.stream().map(d -> d.reservation().request().consumer()))
                .containsExactly(asked.id(), called.id());
        assertThat(drawn.stream().map(Pool.Drawn::why)).containsExactly(why(asked), why(called));
        assertThat(why(called)).startsWith("Highest expected value: ");
        assertThat(why(asked)).isEqualTo("Callback the consumer asked for at 12:00 PM");
        Offer callback = floor.pool.offerNext(floor.campaign, ann, NOON).orElseThrow();
        assertThat(callback.consumer()).isEqualTo(own.id());
        assertThat(callback.why()).isEqualTo(why(own));
        AgentId bob = floor.agent("bob");
        Offer preview = floor.pool.offerNext(floor.campaign, bob, NOON).orElseThrow();
        assertThat(preview.consumer()).isEqualTo(offered.id());
        assertThat(preview.why()).isEqualTo(why(offered));
    }

    private String why(Person person) {
        return floor.candidate(person).orElseThrow().getWhy();
    }

    @Test
    void a_refusal_of_an_agents_own_request_leaves_the_candidate_in_the_pool() {
        Person person = floor.person(90_000);
        floor.gate.refuse(person.id(), Optional.empty());
        settle();
        floor.pool.reserve(request(person, DialPath.AGENT), NOON);
        assertThat(floor.candidate(person).orElseThrow().getDue()).isTrue();
        floor.pool.reserve(request(person, DialPath.CAMPAIGN), NOON);
        assertThat(floor.candidate(person).orElseThrow().getParked()).isEqualTo("GATE_TEST");
    }

    @Test
    void a_kill_between_reserve_and_originate_leaves_a_counted_attempt_to_settle() {
        Person person = floor.person(90_000);
        settle();
        next(1);
        assertThat(floor.book.open(floor.campaign))
                .singleElement()
                .satisfies(open -> {
                    assertThat(open.consumer()).isEqualTo(person.id());
                    assertThat(open.placedAt()).isEqualTo(NOON);
                });
        int attempts = floor.database.transact(tx -> tx.fetchCount(ATTEMPT));
        assertThat(attempts).isEqualTo(1);
    }

    private void settle() {
        floor.candidates.settleAll(NOON);
    }

    private List<Reservation> next(int count) {
        return drawn(count).stream().map(Pool.Drawn::reservation).toList();
    }

    private List<Pool.Drawn> drawn(int count) {
        return floor.pool.reserveNext(floor.campaign, Mode.PREDICTIVE, count, NOON);
    }

    private DialRequest request(Person person, DialPath path) {
        return new DialRequest(
                floor.campaign,
                person.id(),
                person.account(),
                person.phone(),
                Mode.PREVIEW,
                path,
                Optional.empty(),
                25);
    }

    private static List<ConsumerId> consumers(List<Reservation> reserved) {
        return reserved.stream().map(r -> r.request().consumer()).toList();
    }

    private static List<ConsumerId> granted(List<Reservation> reserved) {
        return consumers(reserved.stream().filter(Reservation.Granted.class::isInstance).toList());
    }
}
