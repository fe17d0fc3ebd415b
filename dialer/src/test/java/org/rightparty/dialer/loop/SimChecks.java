package org.rightparty.dialer.loop;

import org.rightparty.compliance.gate.Attempt;
import org.rightparty.console.agent.AgentState;
import org.rightparty.console.desk.CallReason;
import org.rightparty.console.desk.DeskSnapshot;
import org.rightparty.dialer.call.Call;
import org.rightparty.dialer.pacing.Floor;
import org.rightparty.dialer.pacing.PaceDecision;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.Outcome;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The invariants of the architecture, as a floor is watched from outside.
final class SimChecks {
    private static final Set<String> REASONS =
            Set.of(
                    SimOffice.WHY,
                    CallReason.KEPT_BACK,
                    "Dialed by hand.",
                    "Its disposition is still missing.",
                    "This call is from before the program was started anew.",
                    "This call is from while the database was away.");

    /// After this long a note is in the tables or lost with its program.
    private static final Duration NOTED_FOR = Duration.ofSeconds(10);

    private final FloorSim sim;
    private final List<String> violations = new ArrayList<>();
    private final Set<AttemptId> dialed = new HashSet<>();
    private int seenOriginated;
    private int seenLedger;
    private final Set<AttemptId> inLedger = new HashSet<>();
    private Optional<Instant> linkDownSince = Optional.empty();

    SimChecks(FloorSim sim) {
        this.sim = sim;
    }

    List<String> violations() {
        return violations;
    }

    private void forbid(boolean wrong, String what) {
        if (wrong) {
            violations.add(sim.schedule.instant() + " " + what);
        }
    }

    /// Once the tables know that identity was verified, no restart forgets it.
    private void keepsVerification(DeskSnapshot desk) {
        Instant settled = sim.schedule.instant().minus(NOTED_FOR);
        desk.call()
                .filter(call -> !call.verified())
                .flatMap(DeskSnapshot.CallInFront::attempt)
                .map(sim.office.attempts::get)
                .flatMap(row -> row.verifiedAt)
                .ifPresent(at -> forbid(at.isBefore(settled), "verification was forgotten"));
    }

    void afterEvent() {
        Instant now = sim.schedule.instant();
        if (sim.telephone.linkUp()) {
            linkDownSince = Optional.empty();
        } else if (linkDownSince.isEmpty()) {
            linkDownSince = Optional.of(now);
        }
        List<Attempt> originated = sim.telephone.originated;
        for (; seenOriginated < originated.size(); seenOriginated++) {
            dial(originated.get(seenOriginated), now);
        }
        sim.telephone.crowdedOut.forEach(v -> forbid(true, v));
        ledger();
        for (var s = sim.office.shown.poll(); s != null; s = sim.office.shown.poll()) {
            forbid(s.latencyMicros() != SimAgent.SCREEN_MICROS, "measured " + s);
            sim.tally.merge("screens shown", 1, Integer::sum);
        }
        sim.office.violations.forEach(v -> forbid(true, v));
        onePersonARoom();
    }

    private void dial(Attempt attempt, Instant now) {
        SimAttempt row = sim.office.attempts.get(attempt.id());
        forbid(!dialed.add(attempt.id()), "originated twice: " + attempt);
        forbid(row == null, "no attempt behind " + attempt);
        forbid(!attempt.covers(now), "permit had died: " + attempt);
        forbid(isLongGone(linkDownSince, now), "dialed without a link");
        forbid(sim.eventsLost(), "dialed after events were lost");
        forbid(isLongGone(sim.office.downSince(), now), "dialed without a database");
        if (row != null) {
            row.originated++;
            lawful(row);
        }
    }

    /// No permit is ordered more than a second after the link or the database is gone, whether or
    /// not anything was tried in vain meanwhile.
    void submitted(Work work) {
        if (work instanceof Work.Reserve || work instanceof Work.DialFor) {
            Instant now = sim.schedule.instant();
            forbid(isLongGone(linkDownSince, now), "ordered a permit without a link");
            forbid(isLongGone(sim.office.downSince(), now), "ordered a permit without a database");
        }
    }

    /// Every attempt has one entry, every entry of a permit its attempt.
    private void ledger() {
        List<SimGate.Entry> ledger = sim.office.gate.ledger;
        for (; seenLedger < ledger.size(); seenLedger++) {
            Optional<AttemptId> attempt = ledger.get(seenLedger).attempt();
            attempt.ifPresent(a -> {
                forbid(!inLedger.add(a), "two entries of " + a);
                forbid(!sim.office.attempts.containsKey(a), "an entry without attempt: " + a);
            });
        }
        int attempts = sim.office.attempts.size();
        forbid(
                attempts != inLedger.size(),
                attempts + " attempts, " + inLedger.size() + " entries");
    }

    /// Whatever the pace has learned, a spent budget means one call for each ready agent.
    void paced(Floor floor, PaceDecision decision) {
        boolean ahead = decision.dials() > floor.oneToOne();
        forbid(ahead && floor.isSpent(), "dialed ahead on a spent budget");
        forbid(decision.dials() > floor.room().calls(), "more dials than trunks");
        sim.tally.merge(ahead ? "paced ahead" : "paced one to one", 1, Integer::sum);
    }

    /// Whatever way a call came about, its screen gives the reason that belongs to it.
    void shown(DeskSnapshot desk) {
        keepsVerification(desk);
        desk.call()
                .flatMap(DeskSnapshot.CallInFront::screen)
                .map(screen -> screen.dialed().why().sentence())
                .ifPresent(why -> {
                    forbid(!REASONS.contains(why), "a screen without its reason: " + why);
                    sim.tally.merge(why, 1, Integer::sum);
                });
    }

    private static boolean isLongGone(Optional<Instant> since, Instant now) {
        return since.filter(s -> now.isAfter(s.plusSeconds(1))).isPresent();
    }

    private void lawful(SimAttempt row) {
        ZonedDateTime local = row.placedAt.atZone(row.consumer.zone());
        LocalTime time = local.toLocalTime();
        boolean open = time.getHour() >= 8 && time.getHour() < 21;
        forbid(!open, "dialed at " + time + ": " + row.id);
        Instant from = local.toLocalDate().minusDays(6).atStartOfDay(local.getZone()).toInstant();
        long counted =
                sim.office.history(row.consumer).stream()
                        .filter(a -> !a.placedAt.isBefore(from) && a.counts())
                        .count();
        forbid(counted > 7, "attempt number " + counted + " in seven days");
        boolean spoken =
                sim.office.history(row.consumer).stream()
                        .anyMatch(a -> a.id.value() < row.id.value() && a.isConversation());
        forbid(spoken, "called within seven days of a conversation: " + row.id);
    }

    private void onePersonARoom() {
        Set<String> rooms = new HashSet<>();
        for (SimTelephone.Channel channel : sim.telephone.channels.values()) {
            if (channel.where == SimTelephone.Where.ROOM) {
                forbid(!rooms.add(channel.room), "two people in room " + channel.room);
            }
        }
    }

    void afterTick() {
        Bench bench = sim.loop().bench();
        forbid(sim.loop().bug().isPresent(), "bug: " + sim.loop().bug());
        Set<AttemptId> inHand = new HashSet<>();
        bench.seats
                .values()
                .forEach(s ->
                        s.agent
                                .attempt()
                                .ifPresent(a -> forbid(!inHand.add(a), "two agents on " + a)));
        boolean waits = bench.calls.values().stream().anyMatch(c -> c.call instanceof Call.Waiting);
        boolean free = bench.seats.values().stream().anyMatch(Seat::takesCalls);
        forbid(waits && free, "a person waits while an agent is ready");
    }

    void atEnd() {
        Bench bench = sim.loop().bench();
        forbid(!bench.calls.isEmpty(), "stuck in the loop: " + calls(bench));
        forbid(!sim.telephone.channels.isEmpty(), "stuck in the telephone system");
        for (SimAttempt a : sim.office.attempts.values()) {
            forbid(a.isOpen(), "never ended: " + a.id);
            a.ending.ifPresent(e -> sim.tally.merge(e.outcome().name(), 1, Integer::sum));
            boolean owed = a.isConversation() && a.transferredFrom.isEmpty();
            forbid(owed && a.dispositions != 1, a.dispositions + " on " + a.id);
            forbid(!owed && a.dispositions != 0, "disposed, not spoken: " + a.id);
            boolean other = a.dispositions > 0 && !a.disposedBy.equals(a.agent);
            forbid(other, "disposed by another: " + a.id + " " + a.disposedBy + a.agent);
            forbid(a.originated == 0 && !isNeverPlaced(a), "an end without a call: " + a.id);
            forbid(a.originated > 1, "more calls than permits: " + a.id);
        }
        for (Seat seat : bench.seats.values()) {
            boolean free =
                    seat.agent.state() instanceof AgentState.NotReady
                            || seat.agent.state() instanceof AgentState.Offline;
            forbid(!free, "stuck: agent " + seat.id() + " " + seat.agent.state());
        }
    }

    private static boolean isNeverPlaced(SimAttempt a) {
        return a.ending
                .filter(e -> e.outcome() == Outcome.NEVER_PLACED || e.outcome() == Outcome.UNKNOWN)
                .isPresent();
    }

    private static List<String> calls(Bench bench) {
        return bench.calls.values().stream().map(c -> c.call.toString()).toList();
    }
}
