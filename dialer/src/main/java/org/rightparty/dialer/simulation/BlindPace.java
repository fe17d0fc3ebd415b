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

import java.time.Duration;
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
        STAGES,
        /// To which part of the list numbers belong.
        PARTS
    }

    private final Pace pace = new PredictivePace();
    private final To blind;

    BlindPace(To blind) {
        this.blind = blind;
    }

    @Override
    public PaceDecision decide(Floor floor) {
        List<Dial> dials = floor.dials().stream().map(this::plain).toList();
        return pace.decide(
                new Floor(
                        floor.at(),
                        floor.aim(),
                        dials,
                        floor.ordered(),
                        plain(floor.next()),
                        floor.agents().stream().map(this::plain).toList(),
                        floor.waiting(),
                        floor.claims(),
                        floor.window(),
                        floor.room(),
                        floor.news().stream().map(this::plain).toList()));
    }

    private Dial plain(Dial d) {
        return new Dial(d.phase(), d.age(), d.phaseAge(), plain(d.lead()));
    }

    private Lead plain(Lead lead) {
        return switch (blind) {
            case NUMBERS -> Lead.USUAL;
            case PARTS -> new Lead("", lead.odds(), lead.hour());
            case AGENTS, STAGES -> lead;
        };
    }

    private Seat plain(Seat s) {
        return switch (blind) {
            case NUMBERS, PARTS -> seat(s, s.agent(), s.stage(), s.stageAge());
            case AGENTS -> seat(s, ANYBODY, s.stage(), s.stageAge());
            case STAGES -> seat(s, s.agent(), Stage.UNKNOWN, s.age());
        };
    }

    private Seat seat(Seat s, AgentId agent, Stage stage, Duration stageAge) {
        return new Seat(
                agent, s.work(), segment(s.segment()), s.age(), stage, stageAge, s.leaving());
    }

    /// Who is not shown the numbers does not know their parts either.
    private String segment(String segment) {
        return blind == To.PARTS || blind == To.NUMBERS ? "" : segment;
    }

    private AgentId agent(AgentId agent) {
        return blind == To.AGENTS ? ANYBODY : agent;
    }

    private News plain(News news) {
        return switch (news) {
            case News.Answered n ->
                    new News.Answered(plain(n.lead()), n.setUp(), n.ring(), n.screening());
            case News.Unanswered n ->
                    new News.Unanswered(
                            plain(n.lead()), n.phase(), n.setUp(), n.ring(), n.screening());
            case News.TalkEnded n ->
                    new News.TalkEnded(
                            agent(n.agent()),
                            segment(n.segment()),
                            n.length(),
                            blind == To.STAGES ? List.of() : n.stages());
            case News.WrapUpEnded n ->
                    new News.WrapUpEnded(
                            agent(n.agent()), segment(n.segment()), n.length(), n.next());
            case News.Served _, News.Abandoned _ -> news;
        };
    }
}
