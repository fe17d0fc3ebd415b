package org.rightparty.dialer.loop;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rightparty.dialer.pacing.ProgressivePace;
import org.rightparty.vocabulary.Mode;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;

/// A database that is slow, silent or gone: nobody is dialed, and who is called to look at it.
class SafetyTest {
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(Safety.class);
    private final SmallFloor floor =
            new SmallFloor(Mode.PROGRESSIVE, new ProgressivePace(), new CallBook.Abandonment(0, 0));

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    @Test
    void a_busy_database_stops_dialing_and_calls_nobody() {
        answersAfter(Duration.ofMillis(1400));
        floor.lasts(Duration.ofMillis(1300));
        assertThat(floor.reason()).isEqualTo("The database is away.");
        answersAfter(Duration.ZERO);
        floor.lasts(Duration.ofSeconds(3));
        assertThat(floor.reason()).isNotEqualTo("The database is away.");
        assertThat(log.list).extracting(ILoggingEvent::getLevel).doesNotContain(Level.ERROR);
        assertThat(said()).containsExactly("database.slow campaign=1 unwritten=0");
    }

    @Test
    void a_database_that_says_nothing_for_three_seconds_is_lost() {
        answersAfter(Duration.ofSeconds(20));
        floor.lasts(Duration.ofMillis(2500));
        assertThat(log.list).isEmpty();
        floor.lasts(Duration.ofSeconds(1));
        assertThat(log.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.ERROR);
        answersAfter(Duration.ZERO);
        floor.lasts(Duration.ofSeconds(25));
        assertThat(said())
                .containsExactly(
                        "database.lost campaign=1", "database.back campaign=1 unwritten=0");
    }

    @Test
    void a_database_that_refuses_is_lost_at_once() {
        floor.office.reachable(false);
        floor.lasts(Duration.ofMillis(400));
        assertThat(log.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.ERROR);
        assertThat(said()).containsExactly("database.lost campaign=1");
    }

    private void answersAfter(Duration time) {
        floor.tables = time;
    }

    private List<String> said() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
