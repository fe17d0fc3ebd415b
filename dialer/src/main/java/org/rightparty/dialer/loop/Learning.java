package org.rightparty.dialer.loop;

import org.rightparty.dialer.call.Call;
import org.rightparty.dialer.pacing.Floor.Phase;
import org.rightparty.dialer.pacing.Floor.Stage;
import org.rightparty.dialer.pacing.News;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// What the pace can learn from calls as they move.
final class Learning {
    /// An abandonment is counted here until the tables surely count it: rather twice than not at
    /// all.
    private static final Duration COUNTED_HERE = Duration.ofSeconds(10);

    private final Bench bench;
    private final Ways ways;
    private final Deque<Instant> abandonedOfLate = new ArrayDeque<>();

    Learning(Bench bench, Ways ways) {
        this.bench = bench;
        this.ways = ways;
    }

    void saw(CallInHand call, Call before) {
        Call after = call.call;
        if (call.transferredFrom.isPresent()) {
            return;
        }
        ways.saw(call, before);
        if (after instanceof Call.Ringing && call.rangAt.isEmpty()) {
            call.rangAt = Optional.of(after.since());
        }
        if (after instanceof Call.Screening && call.screenedAt.isEmpty()) {
            call.screenedAt = Optional.of(after.since());
        }
        if (!before.known().conversed() && after.known().conversed()) {
            served(call);
        }
        boolean left = after instanceof Call.Ended || after instanceof Call.Paired;
        if (left && before.known().conversed() && !(before instanceof Call.Paired)) {
            talked(call, after);
        }
        if (call.isPaced) {
            paced(call, before, after);
        }
    }

    /// The agent's part in it is over.
    private void talked(CallInHand call, Call end) {
        Instant from = end.known().connectedAt().orElse(end.since());
        List<News.Passage> stages = new ArrayList<>();
        stages.add(new News.Passage(Stage.OPENING, Duration.ZERO));
        call.verifiedAt.ifPresent(
                at -> stages.add(new News.Passage(Stage.VERIFIED, span(from, at))));
        end.known()
                .agent()
                .ifPresent(agent ->
                        bench.news.add(
                                new News.TalkEnded(
                                        agent,
                                        call.lead.segment(),
                                        span(from, end.since()),
                                        stages)));
    }

    private void served(CallInHand call) {
        Instant answered = call.call.known().answeredAt().orElse(call.call.since());
        Instant joined = call.call.known().connectedAt().orElse(call.call.since());
        Duration waited = span(answered, joined);
        bench.facts.answerToAgent(bench.policy.id(), waited);
        if (call.isPaced) {
            bench.news.add(new News.Served(waited));
        }
    }

    private void paced(CallInHand call, Call before, Call after) {
        boolean answered = after.known().answeredAt().isPresent();
        if (answered && before.known().answeredAt().isEmpty()) {
            bench.news.add(
                    new News.Answered(
                            ways.learned(call), setUp(call), ring(call), screening(call)));
        }
        if (after.known().abandonedAt().isPresent() && before.known().abandonedAt().isEmpty()) {
            bench.news.add(new News.Abandoned());
            abandonedOfLate.add(bench.now);
        }
        boolean unanswered = after instanceof Call.Ended && !answered;
        if (unanswered && !(before instanceof Call.Unsettled) && !ways.isTrunksDoing(call)) {
            bench.news.add(
                    new News.Unanswered(
                            ways.learned(call),
                            phase(before),
                            setUp(call),
                            ring(call),
                            screening(call)));
        }
    }

    /// Abandonments that the tables may not count yet.
    int abandonedOfLate() {
        abandonedOfLate.removeIf(at -> !bench.now.isBefore(at.plus(COUNTED_HERE)));
        return abandonedOfLate.size();
    }

    /// The phase of a call that nobody has answered.
    static Phase phase(Call call) {
        return switch (call) {
            case Call.Ringing _ -> Phase.RINGING;
            case Call.Screening _, Call.Machine _ -> Phase.SCREENING;
            case Call.Dialing _,
                    Call.Waiting _,
                    Call.Connecting _,
                    Call.Talking _,
                    Call.Parking _,
                    Call.OnHold _,
                    Call.LineLost _,
                    Call.Announcing _,
                    Call.Pairing _,
                    Call.Paired _,
                    Call.Ending _,
                    Call.Unsettled _,
                    Call.Ended _ ->
                    Phase.SET_UP;
        };
    }

    private Duration setUp(CallInHand call) {
        return span(call.call.known().placedAt(), call.rangAt.orElse(bench.now));
    }

    private Duration ring(CallInHand call) {
        Instant pickedUp = call.screenedAt.orElse(bench.now);
        return span(call.rangAt.orElse(pickedUp), pickedUp);
    }

    private Duration screening(CallInHand call) {
        return span(call.screenedAt.orElse(bench.now), bench.now);
    }

    /// From one instant to a later one; nothing when they are the other way round.
    static Duration span(Instant from, Instant to) {
        long seconds = to.getEpochSecond() - from.getEpochSecond();
        Duration d = Duration.ofSeconds(seconds, (long) to.getNano() - from.getNano());
        return d.isNegative() ? Duration.ZERO : d;
    }
}
