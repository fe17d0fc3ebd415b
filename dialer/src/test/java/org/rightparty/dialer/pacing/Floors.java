package org.rightparty.dialer.pacing;

import org.rightparty.dialer.pacing.Floor.Phase;
import org.rightparty.dialer.pacing.Floor.Seat;
import org.rightparty.dialer.pacing.Floor.Stage;
import org.rightparty.dialer.pacing.Floor.Window;
import org.rightparty.dialer.pacing.Floor.Work;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.Aim;
import org.rightparty.vocabulary.Rate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Floors for tests: a plain one, and small changes to it.
final class Floors {
    static final Instant START = Instant.parse("2026-03-02T15:00:00Z");
    private static final Rate CEILING = new Rate(0.03);

    Instant at = START;
    Aim aim = Aim.MAXIMISE_TALK;
    int ready;
    int talking;
    int wrapping;
    int inFlight;
    int ordered;
    int waiting;
    int trunks = 60;
    long answered = 5_000;
    long abandoned;
    boolean leaving;
    String segment = "";
    Floor.Claims claims = Floor.Claims.NONE;
    Lead lead = Lead.USUAL;
    Duration ringing = Duration.ofSeconds(5);
    Duration workAge = Duration.ofSeconds(20);
    List<News> news = List.of();

    Floor floor() {
        List<Floor.Dial> dials = new ArrayList<>();
        for (int i = 0; i < inFlight; i++) {
            dials.add(new Floor.Dial(Phase.RINGING, ringing.plusSeconds(1), ringing, lead));
        }
        List<Seat> agents = new ArrayList<>();
        seat(agents, Work.READY, ready);
        seat(agents, Work.TALKING, talking);
        seat(agents, Work.WRAPPING_UP, wrapping);
        return new Floor(
                at,
                aim,
                dials,
                ordered,
                Lead.USUAL,
                agents,
                waiting,
                claims,
                new Window(answered, abandoned, CEILING),
                new Floor.Room(trunks, 1_000),
                news);
    }

    private void seat(List<Seat> agents, Work work, int count) {
        for (int i = 0; i < count; i++) {
            AgentId agent = new AgentId(agents.size() + 1L);
            agents.add(new Seat(agent, work, segment, workAge, Stage.UNKNOWN, workAge, leaving));
        }
    }

    /// A pace that has seen so many answers among so many calls, and is past its start.
    static PredictivePace taught(int answers, int calls) {
        PredictivePace pace = new PredictivePace();
        Floors first = new Floors();
        first.news = calls(answers, calls);
        pace.decide(first.floor());
        Floors second = new Floors();
        second.at = START.plusSeconds(60);
        pace.decide(second.floor());
        return pace;
    }

    /// News of so many calls, answers spread evenly among them.
    static List<News> calls(int answers, int calls) {
        List<News> news = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            boolean answer = (long) (i + 1) * answers / calls > (long) i * answers / calls;
            Duration setUp = Duration.ofSeconds(1);
            Duration ring = Duration.ofSeconds(answer ? 4 + i % 11 : 25);
            news.add(
                    answer
                            ? new News.Answered(Lead.USUAL, setUp, ring, Duration.ZERO)
                            : new News.Unanswered(
                                    Lead.USUAL, Phase.RINGING, setUp, ring, Duration.ZERO));
        }
        return news;
    }
}
