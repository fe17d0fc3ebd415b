package org.rightparty.dialer.simulation.rivals;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.dialer.pacing.Floor;
import org.rightparty.dialer.pacing.Floor.Work;
import org.rightparty.dialer.pacing.Guard;
import org.rightparty.dialer.pacing.Lead;
import org.rightparty.dialer.pacing.News;
import org.rightparty.dialer.pacing.PaceDecision;
import org.rightparty.dialer.simulation.rivals.VicidialLevel.Method;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.Aim;
import org.rightparty.vocabulary.Rate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

class VicidialPaceTest {
    private static final Instant MORNING = Instant.parse("2026-03-03T09:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static Floor floor(
            Instant at, int ready, int talking, int paused, int waiting, int dials, News... news) {
        List<Floor.Seat> seats = new ArrayList<>();
        seat(seats, Work.READY, ready);
        seat(seats, Work.TALKING, talking);
        seat(seats, Work.PAUSED, paused);
        return new Floor(
                at,
                Aim.MAXIMISE_TALK,
                Collections.nCopies(
                        dials, new Floor.Dial(Floor.Phase.RINGING, SECOND, SECOND, Lead.USUAL)),
                0,
                Lead.USUAL,
                seats,
                waiting,
                Floor.Claims.NONE,
                new Floor.Window(0, 0, new Rate(1)),
                new Floor.Room(1_000, 1_000),
                List.of(news));
    }

    private static void seat(List<Floor.Seat> seats, Work work, int count) {
        for (int i = 0; i < count; i++) {
            seats.add(Floor.Seat.of(new AgentId(seats.size() + 1), work, SECOND));
        }
    }

    private static VicidialPace pace(Method method, String settings) {
        return new VicidialPace(
                method, VicidialSettings.read(Arrays.asList(settings.split(":", -1))), 3);
    }

    /// 3 agents ready, 4 talking, 2 in a pause, 1 person waiting, 2 calls ringing: worked out by
    /// hand as `L · N (+ talking when only ready ones count) − talking − waiting − ringing`.
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    settings                               | dials
                    2:0:0:2                                | 7
                    2:0:0:2:avail                          | 3
                    2:0:-2:2                               | 7
                    2:0:-2:2:placed                        | 3
                    2:0:2:2:placed                         | 11
                    2:0:-2:2:avail:placed                  | 0
                    2:0:-9:2:avail:placed                  | 0
                    2.5:0:0:2.5:avail                      | 5
                    3.5:0:0:3.5:avail                      | 7
                    2:0:0:2:threshold=logged-in/9          | 7
                    2:0:0:2:threshold=logged-in/10         | 0
                    2:0:0:2:threshold=non-paused/7         | 7
                    2:0:0:2:threshold=non-paused/8         | 0
                    2:0:0:2:threshold=waiting/3            | 7
                    2:0:0:2:threshold=waiting/4            | 0
                    """)
    void places_calls_for_whom_it_counts(String settings, int dials) {
        Floor floor = floor(MORNING, 3, 4, 2, 1, 2);
        assertThat(pace(Method.AVERAGE, settings).decide(floor).dials()).isEqualTo(dials);
    }

    @ParameterizedTest
    @CsvSource({"HARD", "AVERAGE", "TAPERED"})
    void the_level_follows_every_fifteen_seconds(Method method) {
        VicidialPace pace = pace(method, "4:0:0:1.5");
        assertThat(pace.decide(floor(MORNING, 3, 17, 0, 0, 0)).dials()).isEqualTo(30 - 17);
        int before = 0;
        for (int s = 1; s <= 13; s++) {
            before = Math.max(before, at(pace, s).dials());
        }
        assertThat(before).isEqualTo(30 - 17);
        at(pace, 14);
        assertThat(at(pace, 17).dials()).as("1.725 · 20, half to even").isEqualTo(34 - 17);
    }

    private static PaceDecision at(VicidialPace pace, int second) {
        return pace.decide(floor(MORNING.plusSeconds(second), 3, 17, 0, 0, 0));
    }

    /// 20 agents, half of them ready, so that the level wants to rise and is held at its maximum,
    /// 2; one in ten of those who answered was dropped.
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    method,  settings,            from,                 level
                    AVERAGE, 2:0:0:2:drop=20,     2026-03-03T13:00:00Z, 2
                    TAPERED, 2:0:0:2,             2026-03-03T09:00:00Z, 2
                    TAPERED, 2:0:0:2,             2026-03-03T13:00:00Z, 1.6
                    TAPERED, 2:0:0:2,             2026-03-03T22:00:00Z, 1
                    TAPERED, 2:0:0:2:latest=1700, 2026-03-03T13:00:00Z, 1
                    HARD,    2:0:0:2,             2026-03-03T09:00:00Z, 1
                    HARD,    2:0:0:2:drop=10,     2026-03-03T09:00:00Z, 2
                    """)
    void a_day_with_too_many_drops_is_held_down_as_the_method_says(
            Method method, String settings, Instant from, double level) {
        VicidialPace pace = pace(method, settings);
        News[] news = new News[20];
        Arrays.fill(news, new News.Served(SECOND));
        news[0] = new News.Abandoned();
        news[1] = new News.Abandoned();
        pace.decide(floor(from, 10, 10, 0, 0, 0, news));
        PaceDecision last = pace.decide(floor(from, 10, 10, 0, 0, 0));
        for (int second = 1; second <= 100; second++) {
            PaceDecision next = pace.decide(floor(from.plusSeconds(second), 10, 10, 0, 0, 0));
            last = next.dials() > 0 ? next : last;
        }
        assertThat(last.dials()).isEqualTo((int) Math.rint(level * 20) - 10);
        boolean held = !settings.contains("drop");
        assertThat(last.reasons().guard()).isEqualTo(held ? Guard.CEILING : Guard.MODE);
    }
}
