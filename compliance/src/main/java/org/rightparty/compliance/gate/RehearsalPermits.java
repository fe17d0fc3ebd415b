package org.rightparty.compliance.gate;

import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Instant;

/// Permits for rehearsals, in which no telephone rings. Only for numbers that no person can have
/// ([PhoneNumber#isFictional]): for any other, only [Gate] and the tables can make one.
public final class RehearsalPermits {
    private RehearsalPermits() {}

    /// @throws IllegalArgumentException when a person might have this number
    public static Reservation.Granted grant(
            DialRequest request,
            PhoneNumber number,
            PhoneNumber callerId,
            AttemptId attempt,
            Instant now) {
        if (!number.isFictional()) {
            throw new IllegalArgumentException("a rehearsal calls nobody: " + number);
        }
        DialPermit permit = new DialPermit(request, number, now);
        return new Reservation.Granted(request, permit.reserved(attempt, callerId));
    }
}
