package org.rightparty.dialer.loop;

import org.rightparty.console.desk.NoCalls;
import org.rightparty.dialer.call.Telephone;
import org.rightparty.dialer.pacing.News;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything one campaign's loop has before it: the calls, the seats, and the tools. Touched by
/// the loop's thread alone, and deterministic: maps keep their order.
final class Bench {
    final LoopLimits limits;
    final Telephone telephone;
    final TrunkRoom.Share room;
    final Announcements announcements;
    final Facts facts;
    final Routes routes;
    final Map<AttemptId, CallInHand> calls = new LinkedHashMap<>();
    final Map<AgentId, Seat> seats = new LinkedHashMap<>();
    final LooseEnds looseEnds = new LooseEnds();
    final Today today = new Today();
    final List<News> news = new ArrayList<>();
    CampaignPolicy policy;
    Instant now;

    /// Why no call comes to anybody who is ready; empty while calls are being placed.
    Optional<NoCalls> noCalls = Optional.of(NoCalls.SETTLING);

    Bench(
            CampaignPolicy policy,
            LoopLimits limits,
            TrunkRoom trunks,
            Announcements announcements,
            Facts facts,
            Routes routes,
            Instant now) {
        this.policy = policy;
        this.limits = limits;
        this.telephone = trunks.telephone();
        this.room = trunks.share();
        this.announcements = announcements;
        this.facts = facts;
        this.routes = routes;
        this.now = now;
    }

    Optional<Seat> seat(AgentId agent) {
        return Optional.ofNullable(seats.get(agent));
    }

    Optional<Seat> seatOfLine(String line) {
        return seats.values().stream()
                .filter(s -> s.member.line().number().equals(line))
                .findFirst();
    }

    Optional<CallInHand> call(AttemptId attempt) {
        return Optional.ofNullable(calls.get(attempt));
    }
}
