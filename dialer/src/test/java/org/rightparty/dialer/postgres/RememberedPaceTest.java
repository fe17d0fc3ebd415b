package org.rightparty.dialer.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rightparty.dialer.pacing.Floor;
import org.rightparty.dialer.pacing.Guard;
import org.rightparty.dialer.pacing.Lead;
import org.rightparty.dialer.pacing.Memory;
import org.rightparty.dialer.pacing.News;
import org.rightparty.dialer.pacing.PaceDecision;
import org.rightparty.dialer.pacing.ProgressivePace;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.Aim;
import org.rightparty.vocabulary.Rate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class RememberedPaceTest {
    private static final Instant START = Instant.parse("2026-03-02T15:00:00Z");

    private final Floorplan floor = Floorplan.open();
    private final PostgresPaceMemory memories = new PostgresPaceMemory(floor.database);

    @AfterEach
    void close() {
        floor.close();
    }

    @Test
    void what_it_learned_is_kept_each_minute_and_outlives_it() {
        RememberedPace before = pace();
        before.decide(floor(START, news()));
        before.decide(floor(START.plusSeconds(59), List.of()));
        assertThat(memories.of(floor.campaign)).isEqualTo(Memory.NONE);
        before.decide(floor(START.plusSeconds(60), List.of()));
        assertThat(memories.of(floor.campaign).parts()).isNotEmpty();
        assertThat(later(pace()).reasons().guard()).isNotEqualTo(Guard.STARTING);
    }

    @Test
    void hours_of_another_mode_teach_it_and_are_kept_too() {
        RememberedPace pace = pace();
        var progressive = pace.beside(new ProgressivePace());
        progressive.decide(floor(START, news()));
        assertThat(progressive.decide(floor(START.plusSeconds(60), List.of())).dials())
                .isEqualTo(5);
        assertThat(later(pace()).reasons().guard()).isNotEqualTo(Guard.STARTING);
        assertThat(later(pace).dials()).isGreaterThan(5);
    }

    private RememberedPace pace() {
        return new RememberedPace(memories, floor.campaign, Runnable::run);
    }

    private static PaceDecision later(RememberedPace pace) {
        pace.decide(floor(START.plusSeconds(70), List.of()));
        return pace.decide(floor(START.plusSeconds(101), List.of()));
    }

    private static List<News> news() {
        List<News> news = new ArrayList<>();
        Duration setUp = Duration.ofSeconds(1);
        for (int i = 0; i < 400; i++) {
            Duration ring = Duration.ofSeconds(i % 7 == 0 ? 8 : 25);
            news.add(
                    i % 7 == 0
                            ? new News.Answered(Lead.USUAL, setUp, ring, Duration.ZERO)
                            : new News.Unanswered(
                                    Lead.USUAL, Floor.Phase.RINGING, setUp, ring, Duration.ZERO));
        }
        return news;
    }

    private static Floor floor(Instant at, List<News> news) {
        List<Floor.Seat> ready = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            ready.add(Floor.Seat.of(new AgentId(i), Floor.Work.READY, Duration.ofSeconds(9)));
        }
        return new Floor(
                at,
                Aim.MAXIMISE_TALK,
                List.of(),
                0,
                Lead.USUAL,
                ready,
                0,
                Floor.Claims.NONE,
                new Floor.Window(5_000, 0, new Rate(0.03)),
                new Floor.Room(60, 60),
                news);
    }
}
