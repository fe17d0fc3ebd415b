package org.rightparty.dialer;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rightparty.dialer.pacing.Floor;
import org.rightparty.dialer.pacing.Lead;
import org.rightparty.dialer.pacing.Pace;
import org.rightparty.dialer.pacing.PredictivePace;
import org.rightparty.dialer.pacing.ProgressivePace;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.Aim;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.Rate;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

final class LoggedPaceTest {
    private static final Instant START = Instant.parse("2026-03-03T15:00:00Z");

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(LoggedPace.class);

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

    private static Floor floor(int second, boolean ready) {
        Floor.Work work = ready ? Floor.Work.READY : Floor.Work.TALKING;
        return new Floor(
                START.plusSeconds(second),
                Aim.MAXIMISE_TALK,
                List.of(),
                0,
                Lead.USUAL,
                List.of(Floor.Seat.of(new AgentId(7), work, Duration.ofSeconds(5))),
                0,
                Floor.Claims.NONE,
                new Floor.Window(5_000, 100, new Rate(0.03)),
                new Floor.Room(10, 10),
                List.of());
    }

    private List<String> said(Mode mode, Pace pace, Floor... floors) {
        LoggedPace logged = new LoggedPace(new CampaignId(3), mode, pace);
        for (Floor floor : floors) {
            logged.decide(floor);
        }
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void says_in_one_line_what_the_supervisor_sees_as_sentence_and_table() {
        assertThat(said(Mode.PREDICTIVE, new PredictivePace(), floor(0, true)))
                .singleElement()
                .asString()
                .startsWith(
                        "pace.decided campaign=3 mode=PREDICTIVE dials=1 working=1 ready=1"
                                + " free_soon=0.0 waiting=0 in_flight=0 answers_coming=0.0"
                                + " answer_chance=0.")
                .contains(" budget=50.0 price=0.", " risk=", " guard=STARTING reason=\"1 agent is");
    }

    @Test
    void speaks_in_every_mode_that_dials_by_itself() {
        assertThat(said(Mode.PROGRESSIVE, new ProgressivePace(), floor(0, true)))
                .singleElement()
                .asString()
                .contains("mode=PROGRESSIVE dials=1 ", "guard=MODE");
    }

    @Test
    void speaks_once_a_minute_and_not_when_nothing_goes_on() {
        assertThat(
                        said(
                                Mode.PROGRESSIVE,
                                new ProgressivePace(),
                                floor(0, false),
                                floor(1, true),
                                floor(60, true),
                                floor(61, true),
                                floor(62, true)))
                .hasSize(2);
    }
}
