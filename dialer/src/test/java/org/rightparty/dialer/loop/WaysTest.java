package org.rightparty.dialer.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.console.floor.FloorView.NetworkLine;
import org.rightparty.console.floor.FloorView.NetworkLine.By;
import org.rightparty.console.floor.FloorView.NetworkLine.Standing;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.pacing.ProgressivePace;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.Mode;

import java.time.Duration;
import java.util.Optional;

/// One agent, and each call ends as soon as it was placed.
class WaysTest {
    private final SmallFloor floor =
            new SmallFloor(
                    Mode.PROGRESSIVE, new ProgressivePace(), new CallBook.Abandonment(100, 0));

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    calls, cause, sip, standing, gone round
                    3,     34,    503, UNTRIED,  false
                    4,     34,    503, DEAD,     true
                    6,     21,    608, UNTRIED,  false
                    6,     1,     404, UNTRIED,  false
                    """)
    void calls_go_round_a_trunk_on_which_they_get_nowhere(
            int calls, int cause, String sip, Standing standing, boolean goneRound) {
        dial(calls, cause, sip);
        assertThat(floor.telephone.avoided.contains("north")).isEqualTo(goneRound);
        assertThat(row(By.TRUNK).standing()).isEqualTo(standing);
        assertThat(row(By.TRUNK).calls()).isGreaterThan(calls - 0.1);
        assertThat(floor.reason().startsWith("No trunk brings calls anywhere"))
                .isEqualTo(goneRound);
    }

    @Test
    void a_trunk_that_rings_again_is_used_again() {
        dial(4, 34, "503");
        assertThat(floor.telephone.avoided).containsExactly("north");
        floor.lasts(Duration.ofSeconds(1));
        floor.call(new CallEvent.Rang(newest(), floor.schedule.instant()));
        floor.lasts(Duration.ofSeconds(1));
        assertThat(floor.telephone.avoided).isEmpty();
    }

    @Test
    void the_caller_id_the_hour_and_the_list_have_their_rows() {
        dial(6, 21, "608");
        assertThat(row(By.CALLER_ID).spam()).isGreaterThan(5.9);
        assertThat(row(By.CALLER_ID).standing()).isEqualTo(Standing.REJECTED);
        assertThat(row(By.HOUR).name()).isEqualTo("15");
    }

    private void dial(int calls, int cause, String sip) {
        floor.telephone.trunkName = Optional.of("north");
        floor.ready(1);
        for (int i = 1; i <= calls; i++) {
            while (floor.dialed() < i) {
                floor.lasts(Duration.ofMillis(10));
            }
            floor.call(new CallEvent.HungUp(newest(), cause, sip, false, floor.schedule.instant()));
        }
        floor.lasts(Duration.ofSeconds(1));
    }

    private AttemptId newest() {
        return floor.telephone.originated.getLast().id();
    }

    private NetworkLine row(By by) {
        return floor.line().network().stream()
                .filter(line -> line.by() == by)
                .findFirst()
                .orElseThrow();
    }
}
