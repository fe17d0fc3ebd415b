package org.rightparty.dialer.loop;

import org.rightparty.dialer.call.Call;
import org.rightparty.dialer.call.Known;
import org.rightparty.dialer.pacing.Lead;
import org.rightparty.dialer.pacing.Memory;
import org.rightparty.dialer.pacing.Network;
import org.rightparty.dialer.pacing.Network.Carried;
import org.rightparty.dialer.pacing.NetworkResult;
import org.rightparty.dialer.pacing.NetworkTally;
import org.rightparty.dialer.pacing.Standing;
import org.rightparty.vocabulary.Outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// By which trunk each call goes, and what the network did with it.
final class Ways {
    /// A call that gave no sign for so long counts as failed until it does: ringing begins within
    /// ten seconds on all but a few in a thousand calls.
    private static final Duration SILENCE = Duration.ofSeconds(10);

    /// Who hung up when it was us.
    private static final Set<String> OURS = Set.of("AGENT", "DIALER");

    private static final String CONCLUDED = "RECONCILED";

    private static final Duration KEEP_EVERY = Duration.ofMinutes(1);

    private final Bench bench;
    private final NetworkBook book;
    private final Network network;
    private final Map<String, Double> odds = new HashMap<>();
    private Instant oddsAt = Instant.MIN;
    private Instant keptAt;

    Ways(Bench bench, NetworkBook book) {
        this.bench = bench;
        this.book = book;
        this.network = new Network(book.of(bench.policy.id()));
        this.keptAt = bench.now;
    }

    /// Looks by which trunk each call in set-up goes, and which of them have been silent for long.
    void look() {
        for (CallInHand call : bench.calls.values()) {
            if (call.call instanceof Call.Dialing) {
                look(call);
            }
        }
    }

    private void look(CallInHand call) {
        find(call);
        if (!call.trunk.isEmpty() && !call.saidThrough && !call.saidFailed && isSilent(call)) {
            through(call, false);
        }
    }

    private void find(CallInHand call) {
        if (call.trunk.isEmpty()) {
            call.trunk = bench.room.trunkOf(call.id()).orElse("");
        }
    }

    /// The number of a call that nobody has answered yet, by the way that it takes. What rings has
    /// got through, so only a call in set-up suffers from its trunk.
    Lead lead(CallInHand call) {
        if (call.trunk.isEmpty()) {
            return call.lead;
        }
        Lead lead = learned(call);
        return call.call instanceof Call.Dialing
                ? lead.times(bench.room.through(call.trunk))
                : lead;
    }

    /// The same for what is learned of it, when it has got through or not.
    Lead learned(CallInHand call) {
        return call.lead.times(odds(call.trunk));
    }

    /// Looked up once for each trunk at each instant, however many calls it has.
    private double odds(String trunk) {
        if (!oddsAt.equals(bench.now)) {
            oddsAt = bench.now;
            odds.clear();
        }
        return odds.computeIfAbsent(trunk, t -> network.trunkOdds(t, seconds()));
    }

    private boolean isSilent(CallInHand call) {
        return !bench.now.isBefore(call.call.known().placedAt().plus(SILENCE));
    }

    /// A call moved.
    void saw(CallInHand call, Call before) {
        if (isHeard(call.call.known()) && !call.saidThrough) {
            through(call, true);
        }
        if (call.call instanceof Call.Ended end && !(before instanceof Call.Ended)) {
            result(call, end).ifPresent(result -> ended(call, result));
        }
    }

    private static boolean isHeard(Known known) {
        return known.heard().rang() || known.heard().pickedUp() || known.answeredAt().isPresent();
    }

    /// Nothing is known of a call whose end we had to conclude, nor of one that we ended before it
    /// gave a sign, unless it was silent for long.
    private Optional<NetworkResult> result(CallInHand call, Call.Ended end) {
        boolean own = OURS.contains(end.hungUpBy()) && !isHeard(end.known());
        if (end.source().equals(CONCLUDED) && end.outcome() == Outcome.UNKNOWN) {
            return Optional.empty();
        } else if (own) {
            return isSilent(call) ? Optional.of(NetworkResult.FAILED) : Optional.empty();
        } else {
            return NetworkResult.of(end.outcome(), end.cause(), end.sipCode());
        }
    }

    private void ended(CallInHand call, NetworkResult result) {
        through(call, result.isThrough());
        String trunk = call.trunk;
        String callerId = call.callerId.orElse(bench.policy.callerId()).e164();
        network.saw(new Carried(trunk, callerId, call.lead, result), seconds());
        if (!trunk.isEmpty()) {
            bench.facts.carried(trunk, result);
        }
    }

    private void through(CallInHand call, boolean through) {
        find(call);
        boolean said = through ? call.saidThrough : call.saidThrough || call.saidFailed;
        if (!said) {
            call.saidThrough = through;
            call.saidFailed = !through;
            say(call, through);
        }
    }

    private void say(CallInHand call, boolean through) {
        if (!call.trunk.isEmpty()) {
            bench.room.saw(call.trunk, through, call.call.known().placedAt(), bench.now);
            bench.facts.trunkStanding(call.trunk, bench.room.standing(call.trunk));
        }
    }

    /// Whether the call failed on a trunk that is known to fail: that says nothing of numbers.
    boolean isTrunksDoing(CallInHand call) {
        Standing standing = bench.room.standing(call.trunk);
        return call.saidFailed && (standing == Standing.DEAD || standing == Standing.FAILING);
    }

    List<NetworkTally> tallies() {
        return bench.room.tell(health -> network.tallies(health, seconds()));
    }

    /// Keeps it each minute.
    void tick() {
        if (!bench.now.isBefore(keptAt.plus(KEEP_EVERY))) {
            keptAt = bench.now;
            Memory memory = network.memory();
            book.keep(bench.policy.id(), memory, bench.now);
        }
    }

    private double seconds() {
        return bench.now.toEpochMilli() / 1e3;
    }
}
