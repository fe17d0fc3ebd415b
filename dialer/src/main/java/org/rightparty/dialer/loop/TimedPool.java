package org.rightparty.dialer.loop;

import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.console.agent.Offer;
import org.rightparty.console.desk.NoCalls;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Mode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/// A pool that tells the metrics how long each order of permits took.
///
/// @param nanos a monotonic clock
public record TimedPool(Pool pool, LongSupplier nanos, Facts facts) implements Pool {
    @Override
    public List<Drawn> reserveNext(CampaignId campaign, Mode mode, int count, Instant now) {
        long before = nanos.getAsLong();
        List<Drawn> drawn = pool.reserveNext(campaign, mode, count, now);
        facts.permitsOrdered(campaign, Duration.ofNanos(nanos.getAsLong() - before));
        return drawn;
    }

    @Override
    public Optional<Offer> offerNext(CampaignId campaign, AgentId agent, Instant now) {
        return pool.offerNext(campaign, agent, now);
    }

    @Override
    public Optional<NoCalls> lacks(CampaignId campaign, Instant now) {
        return pool.lacks(campaign, now);
    }

    @Override
    public void giveBack(CampaignId campaign, Offer offer, String reason, Instant now) {
        pool.giveBack(campaign, offer, reason, now);
    }

    @Override
    public Reservation transfer(Transfer transfer, Instant now) {
        return pool.transfer(transfer, now);
    }

    @Override
    public Reservation reserve(DialRequest request, Instant now) {
        return pool.reserve(request, now);
    }
}
