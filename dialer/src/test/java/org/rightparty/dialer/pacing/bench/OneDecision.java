package org.rightparty.dialer.pacing.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.rightparty.dialer.pacing.Floor;
import org.rightparty.dialer.pacing.Floor.Dial;
import org.rightparty.dialer.pacing.Floor.Phase;
import org.rightparty.dialer.pacing.Floor.Seat;
import org.rightparty.dialer.pacing.Floor.Stage;
import org.rightparty.dialer.pacing.Floor.Work;
import org.rightparty.dialer.pacing.Lead;
import org.rightparty.dialer.pacing.News;
import org.rightparty.dialer.pacing.PaceDecision;
import org.rightparty.dialer.pacing.PredictivePace;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.Aim;
import org.rightparty.vocabulary.Rate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// One decision of the predictive pace, for JMH: a large floor, and the largest whose chances are
/// convolved exactly. Time goes on by a tick with each.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OneDecision {
    private static final Instant START = Instant.parse("2026-03-02T15:00:00Z");
    private static final List<Lead> LEADS =
            IntStream.range(0, 24).mapToObj(i -> new Lead("list/" + i, 1)).toList();
    private static final Duration TICK = Duration.ofMillis(100);

    /// 500 agents, 2,000 calls in flight.
    @State(Scope.Thread)
    public static class Large {
        final Scene scene = new Scene(500, 2_000);
    }

    /// 30 agents, 60 calls in flight.
    @State(Scope.Thread)
    public static class Small {
        final Scene scene = new Scene(30, 60);
    }

    @Benchmark
    public PaceDecision with500AgentsAnd2000Calls(Large large) {
        return large.scene.decide();
    }

    @Benchmark
    public PaceDecision with30AgentsAnd60Calls(Small small) {
        return small.scene.decide();
    }

    /// A floor that stands still while the clock goes on, and a pace that knows it.
    static final class Scene {
        private final PredictivePace pace = new PredictivePace();
        private final List<Dial> dials = new ArrayList<>();
        private final List<Seat> agents = new ArrayList<>();
        private Instant at = START;

        Scene(int team, int calls) {
            for (int i = 0; i < calls; i++) {
                Phase phase = i % 8 == 0 ? Phase.SET_UP : Phase.RINGING;
                Duration age = Duration.ofMillis(phase == Phase.SET_UP ? 900 : 250 * (i % 96));
                dials.add(new Dial(phase, age.plusSeconds(2), age, lead(i)));
            }
            for (int i = 0; i < team; i++) {
                Work work = i % 20 == 0 ? Work.READY : i % 7 == 0 ? Work.WRAPPING_UP : Work.TALKING;
                Duration since = Duration.ofSeconds(i % 240);
                String part = lead(i).segment();
                AgentId agent = new AgentId(i + 1L);
                agents.add(new Seat(agent, work, part, since, Stage.OPENING, since, false));
            }
            pace.decide(floor(seen(2_000)));
            at = START.plusSeconds(60);
        }

        /// A list of twenty-four parts, each with curves of its own.
        private static Lead lead(int i) {
            return LEADS.get(i % LEADS.size());
        }

        private static List<News> seen(int calls) {
            List<News> news = new ArrayList<>();
            Duration setUp = Duration.ofSeconds(2);
            for (int i = 0; i < calls; i++) {
                Duration ring = Duration.ofSeconds(i % 7 == 0 ? 3 + i % 13 : 25);
                news.add(
                        i % 7 == 0
                                ? new News.Answered(lead(i), setUp, ring, Duration.ZERO)
                                : new News.Unanswered(
                                        lead(i), Phase.RINGING, setUp, ring, Duration.ZERO));
            }
            return news;
        }

        PaceDecision decide() {
            at = at.plus(TICK);
            return pace.decide(floor(List.of()));
        }

        private Floor floor(List<News> news) {
            return new Floor(
                    at,
                    Aim.MAXIMISE_TALK,
                    dials,
                    0,
                    Lead.USUAL,
                    agents,
                    0,
                    Floor.Claims.NONE,
                    new Floor.Window(100_000, 2_500, new Rate(0.03)),
                    new Floor.Room(5_000, 100),
                    news);
        }
    }
}
