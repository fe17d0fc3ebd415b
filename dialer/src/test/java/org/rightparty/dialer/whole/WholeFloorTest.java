package org.rightparty.dialer.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rightparty.dialer.whole.FloorChecks.DONE_WITHIN;
import static org.rightparty.dialer.whole.FloorChecks.OWED;
import static org.rightparty.dialer.whole.FloorChecks.agentsAndRecordsAreInOrder;
import static org.rightparty.dialer.whole.FloorChecks.dispositionsLeadBackToTheFile;
import static org.rightparty.dialer.whole.FloorChecks.ends;
import static org.rightparty.dialer.whole.FloorChecks.everyConversationHasItsScreenAndItsRecording;
import static org.rightparty.dialer.whole.FloorChecks.everyDecisionIsGivenAgain;
import static org.rightparty.dialer.whole.FloorChecks.everyInviteHasItsAttempt;
import static org.rightparty.dialer.whole.FloorChecks.inConversation;
import static org.rightparty.dialer.whole.FloorChecks.nobodyWasCalledTwice;
import static org.rightparty.dialer.whole.FloorChecks.numbers;
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
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/// The main job on a real Asterisk with SIPp as the carrier, from a placement file to recorded
/// dispositions, undisturbed and with everything killed.
@Tag("real")
class WholeFloorTest {
    private static final int CALLS = 200;
    private static final int CALLS_AMID_KILLS = 240;
    private static final int ROBOTS = 9;

    /// So that calls are left when the page is back from one kill after the other.
    private static final int FEW_ROBOTS = 6;

    /// Permits of which each of the three kills may cost as many as the trunk takes in their life:
    /// eight a second for two seconds.
    private static final int UNUSED_AMID_KILLS = 3 * 8 * 2;

    /// The page tries every four seconds at the longest; what a telephone system that is starting
    /// drops is asked again after four; ringing, keys and this machine take the rest.
    static final Duration PAGE_BACK_WITHIN = Duration.ofSeconds(15);

    @Test
    void two_hundred_calls_are_each_permitted_counted_and_disposed_of(
            @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) {
        try (WholeFloor floor = new WholeFloor("whole", directory, ROBOTS, CALLS, "PREDICTIVE");
                PageAgent page = new PageAgent(floor.address(), "agent1", Duration.ofSeconds(3))) {
            settle(floor, CALLS);
            System.out.println(summary(floor));

            everyInviteHasItsAttempt(floor, CALLS);
            outcomesMatchTheCarrier(floor, numbers(floor.carrier.invites().stream()));
            dispositionsLeadBackToTheFile(floor);
            agentsAndRecordsAreInOrder(floor);
            everyConversationHasItsScreenAndItsRecording(floor);
            everyDecisionIsGivenAgain(floor, CALLS);
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
                                "killed", directory, FEW_ROBOTS, CALLS_AMID_KILLS, "PREDICTIVE");
                PageAgent page = new PageAgent(floor.address(), "agent1", Duration.ofSeconds(2))) {
            QuietTimes quiet = new QuietTimes(floor.carrier);
            reach(floor, 30);
            Set<String> amid = new HashSet<>(inConversation(floor));
            quiet.interrupt(() -> killProgram(floor));
            quiet.awaitCalls();
            amid.addAll(inConversation(floor));
            quiet.interrupt(() -> killTelephone(floor));
            quiet.awaitCalls();
            amid.addAll(inConversation(floor));
            quiet.interrupt(floor.postgres::killAndRestart);
            settle(floor, CALLS_AMID_KILLS);
            System.out.println(summary(floor));

            assertThat(ends(floor, amid)).hasSameSizeAs(amid).allMatch(e -> e.endsWith(OWED));

            nobodyWasCalledTwice(floor);
            Set<String> undisturbed = numbers(quiet.calls());
            assertThat(undisturbed).hasSizeGreaterThan(CALLS_AMID_KILLS / 2);
            outcomesMatchTheCarrier(floor, undisturbed);
            dispositionsLeadBackToTheFile(floor);
            agentsAndRecordsAreInOrder(floor);
            everyDecisionIsGivenAgain(floor, CALLS_AMID_KILLS);
            assertThat(floor.neverPlaced()).isLessThanOrEqualTo(UNUSED_AMID_KILLS);
            assertThat(page.end()).isEmpty();
            long talks = floor.talksOfPageSince(quiet.since());
            assertThat(talks).as("talks in the page after the last kill").isPositive();
            System.out.printf(
                    "calls that no kill disturbed: %d, talks in the page after the last: %d%n",
                    undisturbed.size(), talks);
        }
    }

    /// Kills the program and waits until the page is back at it, before it is cut off again.
    private static void killProgram(WholeFloor floor) {
        floor.program.killAndRestart();
        Instant restarted = Instant.now();
        await("the page back at the program")
                .atMost(DONE_WITHIN)
                .until(() -> floor.wasPageReadySince(restarted));
    }

    private static void killTelephone(WholeFloor floor) {
        floor.asterisk.kill();
        floor.asterisk.start();
        Instant started = Instant.now();
        await("the page in its room").atMost(PAGE_BACK_WITHIN).until(floor::isPageInRoom);
        Duration away = Duration.between(started, Instant.now());
        System.out.printf("page in its room %d ms after the start%n", away.toMillis());
    }
}
