package org.rightparty.dialer.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.dialer.whole.FloorChecks.OWED;
import static org.rightparty.dialer.whole.FloorChecks.agentsAndRecordsAreInOrder;
import static org.rightparty.dialer.whole.FloorChecks.ends;
import static org.rightparty.dialer.whole.FloorChecks.everyInviteHasItsAttempt;
import static org.rightparty.dialer.whole.FloorChecks.inConversation;
import static org.rightparty.dialer.whole.FloorChecks.nobodyWasCalledTwice;
import static org.rightparty.dialer.whole.FloorChecks.outcomesMatchTheCarrier;
import static org.rightparty.dialer.whole.FloorChecks.reach;
import static org.rightparty.dialer.whole.FloorChecks.settle;
import static org.rightparty.dialer.whole.FloorChecks.summary;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.rightparty.dialer.robot.PageAgent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/// The main job on a real Asterisk with SIPp as the carrier, undisturbed and with everything
/// killed.
@Tag("real")
class WholeFloorTest {
    private static final int CALLS = 200;
    private static final int CALLS_AMID_KILLS = 120;
    private static final int ROBOTS = 6;

    @Test
    void two_hundred_calls_are_each_permitted_counted_and_disposed_of(
            @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) {
        try (WholeFloor floor = new WholeFloor("whole", directory, ROBOTS, CALLS, "PREDICTIVE");
                PageAgent page = new PageAgent(floor.address(), "agent1", Duration.ofSeconds(3))) {
            settle(floor, CALLS);
            System.out.println(summary(floor));

            everyInviteHasItsAttempt(floor, CALLS);
            outcomesMatchTheCarrier(floor);
            agentsAndRecordsAreInOrder(floor);
            assertThat(page.trouble()).isEmpty();
            assertThat(page.looksAgain()).as("things gone from the page").isLessThan(5);
            assertThat(page.talks()).as("conversations in the page").isPositive();
            assertThat(page.packets()).as("packets of sound").isGreaterThan(50);
            assertThat(page.loudest()).as("sound of the consumer").isGreaterThan(0.01);
        }
    }

    @Test
    void nothing_is_lost_when_program_telephone_and_database_are_killed_in_the_middle(
            @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) {
        try (WholeFloor floor =
                        new WholeFloor(
                                "killed", directory, ROBOTS, CALLS_AMID_KILLS, "PREDICTIVE");
                PageAgent page = new PageAgent(floor.address(), "agent1", Duration.ofSeconds(2))) {
            reach(floor, 25);
            Set<String> amid = new HashSet<>(inConversation(floor));
            floor.program.killAndRestart();
            reach(floor, 55);
            amid.addAll(inConversation(floor));
            floor.asterisk.kill();
            floor.asterisk.start();
            reach(floor, 85);
            amid.addAll(inConversation(floor));
            floor.postgres.killAndRestart();
            settle(floor, CALLS_AMID_KILLS);

            assertThat(ends(floor, amid)).hasSameSizeAs(amid).allMatch(e -> e.endsWith(OWED));

            nobodyWasCalledTwice(floor);
            agentsAndRecordsAreInOrder(floor);
            assertThat(page.end()).isEmpty();
            System.out.println(summary(floor) + ", in the page: " + page.talks());
        }
    }
}
