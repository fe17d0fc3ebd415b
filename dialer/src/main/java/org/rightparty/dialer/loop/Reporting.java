package org.rightparty.dialer.loop;

import org.rightparty.console.agent.AgentState;
import org.rightparty.console.desk.DeskSnapshot.Line;
import org.rightparty.console.floor.FloorView.AgentLine;
import org.rightparty.console.floor.FloorView.CampaignLine;
import org.rightparty.console.floor.FloorView.NetworkLine;
import org.rightparty.dialer.call.Call;
import org.rightparty.dialer.loop.Roster.Tally;
import org.rightparty.dialer.pacing.NetworkResult;
import org.rightparty.dialer.pacing.NetworkTally;
import org.rightparty.vocabulary.Rate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What supervisors and metrics are told of the campaign, and how fast screens appear.
final class Reporting {
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final long NANOS_A_MICRO = 1_000;

    private final Bench bench;
    private final Safety safety;
    private final Pacer pacer;
    private final Ways ways;
    private Instant reportedAt = Instant.MIN;

    Reporting(Bench bench, Safety safety, Pacer pacer, Ways ways) {
        this.bench = bench;
        this.safety = safety;
        this.pacer = pacer;
        this.ways = ways;
    }

    /// The page has shown the account of an answered call: the pop is measured, once.
    void screenShown(LoopEvent.ScreenShown e) {
        bench.seat(e.agent())
                .flatMap(s -> s.front)
                .filter(f -> f.attempt.filter(e.attempt()::equals).isPresent())
                .filter(f -> !f.screenAcknowledged && f.pushedAt.isPresent())
                .ifPresent(f -> measured(e, f));
    }

    private void measured(LoopEvent.ScreenShown e, Front front) {
        front.screenAcknowledged = true;
        long nanos = Math.max(0, e.receivedNanos() - front.answeredNanos.orElseThrow());
        bench.facts.answerToScreen(bench.policy.id(), Duration.ofNanos(nanos));
        Instant pushedAt = front.pushedAt.orElseThrow();
        safety.submit(
                new Work.ScreenShown(
                        e.attempt(),
                        e.agent(),
                        front.answeredAt.orElse(pushedAt),
                        pushedAt,
                        bench.now,
                        nanos / NANOS_A_MICRO));
    }

    void tick() {
        boolean due = reportedAt.equals(Instant.MIN) || !bench.now.isBefore(reportedAt.plus(EVERY));
        if (due) {
            reportedAt = bench.now;
            report();
        }
    }

    private void report() {
        int ringing = 0;
        int waiting = 0;
        int talking = 0;
        for (CallInHand call : bench.calls.values()) {
            switch (call.call) {
                case Call.Dialing _, Call.Ringing _, Call.Screening _, Call.Unsettled _ ->
                        ringing++;
                case Call.Waiting _, Call.Connecting _ -> waiting++;
                case Call.Talking _, Call.Parking _, Call.OnHold _, Call.LineLost _ -> talking++;
                case Call.Machine _,
                        Call.Announcing _,
                        Call.Pairing _,
                        Call.Paired _,
                        Call.Ending _,
                        Call.Ended _ -> {}
            }
        }
        bench.facts.callsInFlight(bench.policy.id(), ringing, waiting, talking);
        bench.facts.agentsInState(bench.policy.id(), states());
        bench.routes.campaign(
                new CampaignReport(
                        line(ringing, waiting, talking),
                        safety.databaseUp(),
                        safety.linkUp(),
                        safety.bug().orElse("")));
    }

    private Map<Class<? extends AgentState>, Integer> states() {
        Map<Class<? extends AgentState>, Integer> states = new HashMap<>();
        bench.seats
                .values()
                .forEach(s -> states.merge(s.agent.state().getClass(), 1, Integer::sum));
        return states;
    }

    private CampaignLine line(int ringing, int waiting, int talking) {
        CallBook.Abandonment window = pacer.window();
        double rate =
                window.answered() == 0
                        ? 0
                        : Math.min(1.0, (double) window.abandoned() / window.answered());
        Tally today = bench.today.campaign();
        return new CampaignLine(
                bench.policy.id(),
                bench.policy.name(),
                bench.policy.mode(),
                bench.policy.aim(),
                bench.policy.activity().name(),
                ringing,
                waiting,
                talking,
                today.attempts(),
                today.answered(),
                today.rightParty(),
                today.promises(),
                new Rate(rate),
                window.ceiling(bench.policy.ceiling()),
                window.answered(),
                pacer.reason(),
                bench.noCalls,
                pacer.figures(),
                ways.tallies().stream().map(Reporting::network).toList(),
                agents());
    }

    private static NetworkLine network(NetworkTally t) {
        return new NetworkLine(
                NetworkLine.By.valueOf(t.kind().name()),
                t.key(),
                t.calls(),
                t.count(NetworkResult.ANSWERED),
                t.count(NetworkResult.MACHINE),
                t.count(NetworkResult.NO_ANSWER),
                t.count(NetworkResult.BUSY),
                t.count(NetworkResult.DEAD),
                t.count(NetworkResult.BLOCKED),
                t.count(NetworkResult.SPAM),
                t.count(NetworkResult.FAILED),
                t.odds(),
                NetworkLine.Standing.valueOf(t.standing().name()),
                t.reason());
    }

    private List<AgentLine> agents() {
        List<AgentLine> lines = new ArrayList<>();
        for (Seat seat : bench.seats.values()) {
            Tally tally = bench.today.of(seat.id());
            lines.add(
                    new AgentLine(
                            seat.id(),
                            seat.member.name(),
                            seat.agent.state(),
                            seat.line == Line.UP,
                            seat.helpWanted,
                            seat.agent.pauseAfterCall(),
                            seat.agent.attempt(),
                            tally.attempts(),
                            tally.rightParty(),
                            tally.promises()));
        }
        return lines;
    }
}
