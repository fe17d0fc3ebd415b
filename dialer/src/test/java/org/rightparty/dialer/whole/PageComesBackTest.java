package org.rightparty.dialer.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.rightparty.dialer.robot.PageAgent;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// What an agent with a softphone in the page waits for when the telephone system dies.
@Tag("real")
class PageComesBackTest {
    private static final Duration FIRST = Duration.ofMinutes(2);
    private static final Duration WITHIN = WholeFloorTest.PAGE_BACK_WITHIN;

    /// The robot at the page may look for ten seconds for what is not there any more.
    private static final Duration READY_WITHIN = Duration.ofSeconds(30);

    /// A quick start anew, and one when the page has tried in vain until its pauses grow no more,
    /// which is so after four seconds.
    private static final List<Duration> AWAY =
            List.of(
                    Duration.ZERO,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(12),
                    Duration.ZERO,
                    Duration.ofSeconds(1));

    @Test
    void a_page_is_in_its_room_and_ready_within_seconds_of_every_start_of_the_telephone_system(
            @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) {
        try (WholeFloor floor = new WholeFloor("back", directory, 0, 1, "MANUAL");
                PageAgent page = new PageAgent(floor.address(), "agent1", Duration.ofSeconds(1))) {
            await("the page at first").atMost(FIRST).until(() -> isReady(floor));
            List<Duration> waits = new ArrayList<>();
            for (Duration away : AWAY) {
                floor.asterisk.kill();
                LockSupport.parkNanos(away.toNanos());
                floor.asterisk.start();
                Instant started = Instant.now();
                await("the page in its room").atMost(WITHIN).until(floor::isPageInRoom);
                waits.add(Duration.between(started, Instant.now()));
                await("the agent ready").atMost(READY_WITHIN).until(() -> isReady(floor));
                waits.add(Duration.between(started, Instant.now()));
            }
            assertThat(page.end()).isEmpty();
            System.out.println("page in its room, and ready, after each start: " + waits);
        }
    }

    private static boolean isReady(WholeFloor floor) {
        return floor.floor.column(FloorTroubleTest.STATE_OF_PAGE).equals(List.of("READY"));
    }
}
