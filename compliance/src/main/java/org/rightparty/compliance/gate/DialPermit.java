package org.rightparty.compliance.gate;

import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Proof that the gate allowed this dial. Only [Gate] can make one, so a dial that skipped the gate
/// does not compile.
public final class DialPermit {
    /// Long enough to commit and originate, short enough that no fact goes stale.
    public static final Duration LIFE = Duration.ofSeconds(2);

    private final DialRequest request;
    private final PhoneNumber number;
    private final Instant grantedAt;
    private final Set<Mode> modes;
    private final List<Obligation> obligations;

    DialPermit(DialRequest request, PhoneNumber number, Instant grantedAt) {
        this(request, number, grantedAt, Set.of(request.mode()), List.of());
    }

    DialPermit(
            DialRequest request,
            PhoneNumber number,
            Instant grantedAt,
            Set<Mode> modes,
            List<Obligation> obligations) {
        this.request = request;
        this.number = number;
        this.grantedAt = grantedAt;
        this.modes = Set.copyOf(modes);
        this.obligations = List.copyOf(obligations);
    }

    public DialRequest request() {
        return request;
    }

    public PhoneNumber number() {
        return number;
    }

    public Instant grantedAt() {
        return grantedAt;
    }

    /// The modes in which the call may be placed, the one asked for among them.
    public Set<Mode> modes() {
        return modes;
    }

    /// What whoever speaks, records or leaves a message is obliged to.
    public List<Obligation> obligations() {
        return obligations;
    }

    public Instant expiresAt() {
        return grantedAt.plus(LIFE);
    }

    /// The attempt that spends this permit. To be called by whoever has recorded the attempt, in
    /// the transaction that records it; `ArchitectureTest` names the callers.
    ///
    /// @param callerId the number that the record says is shown
    public Attempt reserved(AttemptId id, PhoneNumber callerId) {
        return new Attempt(
                id, request, number, callerId, grantedAt, expiresAt(), modes, obligations);
    }
}
