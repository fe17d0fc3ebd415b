package org.rightparty.dialer.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rightparty.dialer.whole.FloorChecks.DONE_WITHIN;
import static org.rightparty.dialer.whole.FloorChecks.OWED;
import static org.rightparty.dialer.whole.FloorChecks.agentsAndRecordsAreInOrder;
import static org.rightparty.dialer.whole.FloorChecks.ends;
import static org.rightparty.dialer.whole.FloorChecks.inConversation;
import static org.rightparty.dialer.whole.FloorChecks.nobodyWasCalledTwice;
import static org.rightparty.dialer.whole.FloorChecks.reach;
import static org.rightparty.dialer.whole.FloorChecks.settle;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.rightparty.dialer.robot.PageAgent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/// The main job on a real Asterisk when a part does not die but stops, or when an agent's page
/// does.
@Tag("real")
class FloorTroubleTest {
    private static final int ROBOTS = 9;
    private static final int CALLS = 80;

    /// A second until the switch is not believed in any more, and one for permits under way.
    private static final Duration DIALING_STOPS = Duration.ofSeconds(2);

    /// The link gives up after three seconds of silence.
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(5);

    private static final Duration FROZEN = Duration.ofSeconds(4);

    @Test
    void a_telephone_system_that_freezes_gets_no_calls_and_is_taken_up_again_when_it_thaws(
            @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) {
        try (WholeFloor floor = new WholeFloor("frozen", directory, ROBOTS, CALLS, "PREDICTIVE")) {
            reach(floor, 25);
            Set<String> amid = Set.copyOf(inConversation(floor));
            floor.asterisk.freeze();
            LockSupport.parkNanos(DIALING_STOPS.toNanos());
            long placed = floor.attempts();
            await("agents to be told")
                    .atMost(TOLD_WITHIN)
                    .until(() -> floor.noCalls().contains("TELEPHONE_AWAY"));
            LockSupport.parkNanos(FROZEN.toNanos());
            assertThat(floor.attempts()).as("attempts while it was frozen").isEqualTo(placed);
            floor.asterisk.thaw();
            settle(floor, CALLS);

            assertThat(ends(floor, amid)).hasSameSizeAs(amid).allMatch(e -> e.endsWith(OWED));
            nobodyWasCalledTwice(floor);
            agentsAndRecordsAreInOrder(floor);
        }
    }

    @Test
    void a_page_that_is_killed_in_a_talk_takes_its_line_down_gets_no_calls_and_disposes_later(
            @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) {
        try (WholeFloor floor = new WholeFloor("page", directory, 3, CALLS, "PROGRESSIVE")) {
            String call;
            try (PageAgent page = new PageAgent(floor.address(), "agent1", Duration.ofMinutes(5))) {
                call =
                        await().atMost(DONE_WITHIN)
                                .until(() -> floor.floor.column(TALK_OF_PAGE), c -> !c.isEmpty())
                                .getFirst();
                page.kill();
            }
            await("the page's line down")
                    .atMost(LINE_DOWN_WITHIN)
                    .until(() -> !floor.asterisk.console(CHANNELS).contains(SOFTPHONE));
            await("the talk's end")
                    .atMost(MUSIC_AND_MESSAGE)
                    .until(() -> !ends(floor, Set.of(call)).isEmpty());
            reach(floor, (int) floor.ended() + 8);
            assertThat(floor.floor.column(HANDED_TO_PAGE)).containsExactly(call);
            assertThat(floor.floor.column(STATE_OF_PAGE)).isSubsetOf("OFFLINE", "WRAPPING_UP");

            try (PageAgent back = new PageAgent(floor.address(), "agent1", Duration.ofSeconds(1))) {
                await("the talk's disposition")
                        .atMost(DONE_WITHIN)
                        .until(() -> ends(floor, Set.of(call)).getFirst().endsWith(OWED));
                settle(floor, CALLS);
                assertThat(back.trouble()).isEmpty();
            }
            nobodyWasCalledTwice(floor);
            agentsAndRecordsAreInOrder(floor);
        }
    }

    private static final String CHANNELS = "core show channels concise";
    private static final String SOFTPHONE = "PJSIP/web" + WholeFloor.SOFTPHONE;

    /// The lost socket is noticed at once; the missing sound would be after five seconds.
    private static final Duration LINE_DOWN_WITHIN = Duration.ofSeconds(3);

    /// Fifteen seconds of music while another phone might come, then the message.
    private static final Duration MUSIC_AND_MESSAGE = Duration.ofSeconds(40);

    private static final String TALK_OF_PAGE =
            """
            SELECT c.attempt_id::text FROM agent_state_change c JOIN agent a ON a.id = c.agent_id
            WHERE a.login = 'agent1' AND c.state = 'TALKING'
            """;
    private static final String HANDED_TO_PAGE =
            """
            SELECT DISTINCT c.attempt_id::text FROM agent_state_change c
            JOIN agent a ON a.id = c.agent_id
            WHERE a.login = 'agent1' AND c.attempt_id IS NOT NULL
            """;
    static final String STATE_OF_PAGE =
            """
            SELECT c.state FROM agent_state_change c JOIN agent a ON a.id = c.agent_id
            WHERE a.login = 'agent1' ORDER BY c.id DESC LIMIT 1
            """;
}
