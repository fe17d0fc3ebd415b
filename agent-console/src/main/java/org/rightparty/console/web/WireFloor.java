package org.rightparty.console.web;

import org.rightparty.console.agent.PauseReason;
import org.rightparty.console.desk.NoCalls;
import org.rightparty.console.floor.FloorView;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.Mode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The floor as a supervisor's page reads it. Rates are shares between 0 and 1.
public record WireFloor(
        Instant at, boolean telephoneUp, boolean databaseUp, List<CampaignLine> campaigns) {
    private static final double HUNDRED = 100;

    public record CampaignLine(
            long campaign,
            String name,
            Mode mode,
            WireAim aim,
            String activity,
            int ringing,
            int waiting,
            int talking,
            long attemptsToday,
            long answeredToday,
            long rightPartyToday,
            long promisesToday,
            double abandonment,
            double abandonmentCeiling,
            long answered,
            String paceReason,
            Optional<NoCalls> noCalls,
            List<PaceFigure> paceFigures,
            List<NetworkLine> network,
            List<AgentLine> agents) {}

    /// What the network did with some of the calls. Older calls count less.
    public record NetworkLine(
            FloorView.NetworkLine.By by,
            String name,
            long calls,
            long answered,
            long machines,
            long noAnswer,
            long busy,
            long dead,
            long blocked,
            long spam,
            long failed,
            double odds,
            FloorView.NetworkLine.Standing standing,
            String reason) {}

    public record PaceFigure(String name, String value) {}

    public record AgentLine(
            long agent,
            String name,
            WireState state,
            boolean lineUp,
            boolean helpWanted,
            Optional<PauseReason> pauseAfterCall,
            Optional<Long> attempt,
            long callsToday,
            long rightPartyToday,
            long promisesToday) {}

    static WireFloor of(FloorView.FloorSnapshot floor) {
        return new WireFloor(
                floor.at(),
                floor.telephoneUp(),
                floor.databaseUp(),
                floor.campaigns().stream().map(WireFloor::campaign).toList());
    }

    private static CampaignLine campaign(FloorView.CampaignLine c) {
        return new CampaignLine(
                c.campaign().value(),
                c.name(),
                c.mode(),
                WireAim.of(c.aim()),
                c.activity(),
                c.ringing(),
                c.waiting(),
                c.talking(),
                c.attemptsToday(),
                c.answeredToday(),
                c.rightPartyToday(),
                c.promisesToday(),
                c.abandonment().value(),
                c.abandonmentCeiling().value(),
                c.answered(),
                c.paceReason(),
                c.noCalls(),
                c.paceFigures().stream().map(f -> new PaceFigure(f.name(), f.value())).toList(),
                c.network().stream().map(WireFloor::network).toList(),
                c.agents().stream().map(WireFloor::agent).toList());
    }

    /// Calls are the sum of what is shown of them, so that a row adds up.
    private static NetworkLine network(FloorView.NetworkLine n) {
        long answered = Math.round(n.answered());
        long machines = Math.round(n.machines());
        long noAnswer = Math.round(n.noAnswer());
        long busy = Math.round(n.busy());
        long dead = Math.round(n.dead());
        long blocked = Math.round(n.blocked());
        long spam = Math.round(n.spam());
        long failed = Math.round(n.failed());
        return new NetworkLine(
                n.by(),
                n.name(),
                answered + machines + noAnswer + busy + dead + blocked + spam + failed,
                answered,
                machines,
                noAnswer,
                busy,
                dead,
                blocked,
                spam,
                failed,
                Math.round(n.odds() * HUNDRED) / HUNDRED,
                n.standing(),
                n.reason());
    }

    private static AgentLine agent(FloorView.AgentLine a) {
        return new AgentLine(
                a.agent().value(),
                a.name(),
                WireState.of(a.state()),
                a.lineUp(),
                a.helpWanted(),
                a.pauseAfterCall(),
                a.attempt().map(AttemptId::value),
                a.callsToday(),
                a.rightPartyToday(),
                a.promisesToday());
    }
}
