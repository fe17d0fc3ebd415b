package org.rightparty.dialer.simulation;

import org.rightparty.dialer.pacing.Floor;
import org.rightparty.dialer.pacing.Floor.Dial;
import org.rightparty.dialer.pacing.Floor.Seat;
import org.rightparty.dialer.pacing.Floor.Stage;
import org.rightparty.dialer.pacing.Lead;
import org.rightparty.dialer.pacing.News;
import org.rightparty.dialer.pacing.Pace;
import org.rightparty.dialer.pacing.PaceDecision;
import org.rightparty.dialer.pacing.PredictivePace;
import org.rightparty.vocabulary.AgentId;

import java.util.List;

/// Our pace, but for one thing that it is not shown: what the thing is worth can be measured.
final class BlindPace implements Pace {
    private static final AgentId ANYBODY = new AgentId(1);

    /// What is hidden.
    enum To {
        /// What selection knows of each number.
        NUMBERS,
        /// Who the agents are.
        AGENTS,
        /// How far conversations are.
        STAGES
    }

    private final Pace pace = new PredictivePace();
    private final To blind;

    BlindPace(To blind) {
        this.blind = blind;
    }

    @Override
    public PaceDecision decide(Floor floor) {
        boolean numbers = blind == To.NUMBERS;
        List<Dial> dials =
                numbers ? floor.dials().stream().map(BlindPace::plain).toList() : floor.dials();
        return pace.decide(
                new Floor(
                        floor.at(),
                        floor.aim(),
                        dials,
                        floor.ordered(),
                        numbers ? Lead.USUAL : floor.next(),
                        floor.agents().stream().map(this::plain).toList(),
                        floor.waiting(),
                        floor.claims(),
                        floor.window(),
                        floor.room(),
                        floor.news().stream().map(this::plain).toList()));
    }

    private static Dial plain(Dial d) {
        return new Dial(d.phase(), d.age(), d.phaseAge(), Lead.USUAL);
    }

    private Seat plain(Seat s) {
        return switch (blind) {
            case NUMBERS -> s;
            case AGENTS ->
                    new Seat(ANYBODY, s.work(), s.age(), s.stage(), s.stageAge(), s.leaving());
            case STAGES ->
                    new Seat(s.agent(), s.work(), s.age(), Stage.UNKNOWN, s.age(), s.leaving());
        };
    }

    private News plain(News news) {
        return switch (news) {
            case News.Answered n when blind == To.NUMBERS ->
                    new News.Answered(Lead.USUAL, n.setUp(), n.ring(), n.screening());
            case News.Unanswered n when blind == To.NUMBERS ->
                    new News.Unanswered(Lead.USUAL, n.phase(), n.setUp(), n.ring(), n.screening());
            case News.TalkEnded n when blind == To.AGENTS ->
                    new News.TalkEnded(ANYBODY, n.length(), n.stages());
            case News.TalkEnded n when blind == To.STAGES ->
                    new News.TalkEnded(n.agent(), n.length(), List.of());
            case News.WrapUpEnded n when blind == To.AGENTS ->
                    new News.WrapUpEnded(ANYBODY, n.length(), n.paused());
            case News.Answered _,
                    News.Unanswered _,
                    News.TalkEnded _,
                    News.WrapUpEnded _,
                    News.Served _,
                    News.Abandoned _ ->
                    news;
        };
    }
}
