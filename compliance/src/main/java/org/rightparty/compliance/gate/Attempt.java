package org.rightparty.compliance.gate;

import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.PhoneId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A reserved attempt: the permit was spent and the attempt is committed together with its audit
/// entry. The only thing from which a call can be originated, and only until the permit dies.
///
/// A class, not a record: a public record's constructor is public, and only [DialPermit#reserved]
/// may make one.
public final class Attempt {
    private final AttemptId id;
    private final DialRequest request;
    private final PhoneNumber number;
    private final PhoneNumber callerId;
    private final Instant placedAt;
    private final Instant expiresAt;
    private final Set<Mode> modes;
    private final List<Obligation> obligations;

    Attempt(
            AttemptId id,
            DialRequest request,
            PhoneNumber number,
            PhoneNumber callerId,
            Instant placedAt,
            Instant expiresAt,
            Set<Mode> modes,
            List<Obligation> obligations) {
        this.id = id;
        this.request = request;
        this.number = number;
        this.callerId = callerId;
        this.placedAt = placedAt;
        this.expiresAt = expiresAt;
        this.modes = modes;
        this.obligations = obligations;
    }

    public AttemptId id() {
        return id;
    }

    public CampaignId campaign() {
        return request.campaign();
    }

    public ConsumerId consumer() {
        return request.consumer();
    }

    public AccountId account() {
        return request.account();
    }

    public PhoneId phone() {
        return request.phone();
    }

    public Mode mode() {
        return request.mode();
    }

    public Optional<AgentId> agent() {
        return request.agent();
    }

    /// The conversation that this call is to take over; empty for a call that is no transfer.
    public Optional<AttemptId> transferredFrom() {
        return request.transferredFrom();
    }

    public int ringSeconds() {
        return request.ringSeconds();
    }

    public PhoneNumber number() {
        return number;
    }

    /// The number that was recorded as shown, which is the one to show.
    public PhoneNumber callerId() {
        return callerId;
    }

    /// When the attempt was reserved; with the id, its key in the tables.
    public Instant placedAt() {
        return placedAt;
    }

    /// The modes in which the permit let it be placed.
    public Set<Mode> modes() {
        return modes;
    }

    /// What the permit obliged to.
    public List<Obligation> obligations() {
        return obligations;
    }

    /// Whether a call may still be originated from it at `now`.
    public boolean covers(Instant now) {
        return now.isBefore(expiresAt);
    }

    @Override
    public String toString() {
        return "attempt=" + id;
    }
}
