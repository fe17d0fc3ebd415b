package org.rightparty.dialer.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.dialer.postgres.Floorplan.NOON;
import static org.rightparty.schema.generated.Tables.CALLBACK;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.WrapUpRules;
import org.rightparty.console.floor.FloorView.Order;
import org.rightparty.console.office.CallDesk;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.PhoneId;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Calls and callbacks that are asked for from outside the loop, as the tables keep them.
class PostgresCallDeskTest {
    private final Floorplan floor = Floorplan.open();
    private final AgentId supervisor = floor.agent("supervisor1");
    private final List<Order> ordered = new ArrayList<>();
    private CompletableFuture<Answer> answer =
            CompletableFuture.completedFuture(new Answer.Accepted());
    private final PostgresCallDesk desk =
            new PostgresCallDesk(
                    floor.database,
                    floor.candidates,
                    floor.journal,
                    () -> NOON,
                    (_, order) -> {
                        ordered.add(order);
                        return answer;
                    });

    @AfterEach
    void close() {
        floor.close();
    }

    @Test
    void a_call_is_entered_with_who_asked_and_handed_to_its_campaign() {
        Floorplan.Person person = floor.person(90_000);
        assertThat(desk.call(floor.campaign, person.account(), person.phone(), supervisor))
                .isInstanceOf(Answer.Accepted.class);
        assertThat(ordered)
                .containsExactly(new Order.Call(floor.campaign, person.account(), person.phone()));
        assertThat(floor.entries.getLast().kind()).isEqualTo("call.asked");
        assertThat(floor.entries.getLast().detail()).containsEntry("phone", person.phone().value());
    }

    @Test
    void what_the_campaign_answers_is_what_the_asker_reads() {
        Floorplan.Person person = floor.person(90_000);
        answer = CompletableFuture.completedFuture(Answer.Declined.because("NO_AGENT", "None."));
        assertThat(desk.call(floor.campaign, person.account(), person.phone(), supervisor))
                .isEqualTo(Answer.Declined.because("NO_AGENT", "None."));
    }

    @Test
    void a_number_of_somebody_else_is_unknown_and_nothing_is_ordered() {
        Floorplan.Person person = floor.person(90_000);
        Floorplan.Person other = floor.person(80_000);
        for (PhoneId phone : List.of(other.phone(), new PhoneId(99_999))) {
            assertThat(desk.call(floor.campaign, person.account(), phone, supervisor))
                    .isInstanceOfSatisfying(
                            Answer.Declined.class,
                            no -> assertThat(no.code()).isEqualTo("UNKNOWN"));
            assertThat(callBack(person, phone, NOON.plusSeconds(60)))
                    .isInstanceOf(Answer.Declined.class);
        }
        assertThat(ordered).isEmpty();
        assertThat(floor.entries).isEmpty();
        assertThat(callbacks()).isEmpty();
    }

    private Answer callBack(Floorplan.Person person, PhoneId phone, Instant at) {
        return desk.callBack(
                new CallDesk.CallBack(
                        person.account(), phone, at, ZoneId.of("America/New_York"), true),
                supervisor);
    }

    private List<Instant> callbacks() {
        return floor.database.transact(
                tx -> tx.select(CALLBACK.DUE_AT).from(CALLBACK).fetch(CALLBACK.DUE_AT));
    }

    @Test
    void a_callback_is_kept_and_entered_with_its_time() {
        Floorplan.Person person = floor.person(90_000);
        Instant at = NOON.plus(Duration.ofHours(5));
        assertThat(callBack(person, person.phone(), at)).isInstanceOf(Answer.Accepted.class);
        assertThat(callbacks()).containsExactly(at);
        assertThat(floor.entries.getLast().kind()).isEqualTo("callback.asked");
        assertThat(floor.entries.getLast().detail())
                .containsEntry("due", at.toString())
                .containsEntry("asked_by_consumer", true);
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, false", "1, true", "last, true", "after, false"})
    void a_callback_lies_ahead_and_not_too_far(String when, boolean taken) {
        Floorplan.Person person = floor.person(90_000);
        Duration most = Duration.ofDays(WrapUpRules.CALLBACK_DAYS_MAX);
        Instant at =
                switch (when) {
                    case "last" -> NOON.plus(most);
                    case "after" -> NOON.plus(most).plusMillis(1);
                    default -> NOON.plusSeconds(Long.parseLong(when));
                };
        assertThat(callBack(person, person.phone(), at) instanceof Answer.Accepted)
                .isEqualTo(taken);
        assertThat(callbacks()).hasSize(taken ? 1 : 0);
    }
}
