package org.rightparty.compliance.gate;

import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Duration;
import java.time.Instant;

/// Proof that the gate allowed this dial. Only [Gate] can make one, so a dial that skipped the gate
/// does not compile.
public final class DialPermit {
    /// Long enough to commit and originate, short enough that no fact goes stale.
    public static final Duration LIFE = Duration.ofSeconds(2);

    private final DialRequest request;
    private final PhoneNumber number;
    private final Instant grantedAt;

    DialPermit(DialRequest request, PhoneNumber number, Instant grantedAt) {
        this.request = request;
        this.number = number;
        this.grantedAt = grantedAt;
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

    public Instant expiresAt() {
        return grantedAt.plus(LIFE);
    }

    /// The attempt that spends this permit. To be called by whoever has recorded the attempt, in
    /// the transaction that records it; `ArchitectureTest` names the callers.
    public Attempt reserved(AttemptId id) {
        return new Attempt(id, request, number, grantedAt, expiresAt());
    }
}
