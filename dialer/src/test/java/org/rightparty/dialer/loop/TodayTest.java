package org.rightparty.dialer.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.WrapUp;
import org.rightparty.console.desk.WrapUps.Spoken;
import org.rightparty.dialer.loop.Roster.Tallies;
import org.rightparty.dialer.loop.Roster.Tally;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

class TodayTest {
    private static final AgentId ANN = new AgentId(1);
    private final Today today = new Today();

    @Test
    void a_contact_counts_before_the_tables_are_read_and_once_afterwards() {
        today.sent();
        today.recorded(contact());
        assertThat(today.campaign()).isEqualTo(new Tally(0, 0, 1, 0));
        assertThat(today.of(ANN)).isEqualTo(new Tally(0, 0, 1, 0));
        today.reading();
        today.read(told(9, 1));
        assertThat(today.campaign()).isEqualTo(new Tally(9, 0, 1, 0));
        assertThat(today.of(ANN)).isEqualTo(new Tally(9, 0, 1, 0));
    }

    @Test
    void a_contact_on_its_way_while_the_tables_are_read_counts_once_whether_they_saw_it_or_not() {
        for (int seen = 0; seen <= 1; seen++) {
            Today other = new Today();
            other.reading();
            other.sent();
            other.recorded(contact());
            other.read(told(9, seen));
            assertThat(other.of(ANN)).isEqualTo(new Tally(9, 0, 1, 0));
            assertThat(other.campaign()).isEqualTo(new Tally(9, 0, 1, 0));
        }
    }

    @Test
    void a_contact_that_the_tables_saw_before_its_answer_came_counts_once() {
        today.sent();
        today.reading();
        today.read(told(9, 1));
        assertThat(today.campaign().rightParty()).isZero();
        today.recorded(contact());
        assertThat(today.campaign().rightParty()).isOne();
        today.reading();
        today.read(told(9, 1));
        assertThat(today.campaign().rightParty()).isOne();
    }

    @Test
    void what_was_not_taken_counts_nothing() {
        today.sent();
        today.settled();
        today.reading();
        today.read(told(4, 0));
        assertThat(today.campaign()).isEqualTo(new Tally(4, 0, 0, 0));
    }

    private static Tallies told(long attempts, long contacts) {
        Tally tally = new Tally(attempts, 0, contacts, 0);
        return new Tallies(tally, Map.of(ANN, tally));
    }

    private static Work.Dispose contact() {
        return new Work.Dispose(
                ANN,
                new WrapUp(new AttemptId(7), "REFUSED", "", "", Optional.empty(), Optional.empty()),
                new Spoken(Instant.EPOCH, true, List.of("FULL_NAME")),
                Optional.empty(),
                new CompletableFuture<Answer>());
    }
}
