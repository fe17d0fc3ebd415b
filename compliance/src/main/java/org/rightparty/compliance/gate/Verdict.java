package org.rightparty.compliance.gate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the gate says to a request to dial.
public sealed interface Verdict {

    /// Yes, for two seconds.
    record Permitted(DialPermit permit) implements Verdict {}

    /// No. Every refusal that applies, in precedence: the first is the reason.
    ///
    /// @param nextAllowedAt first instant at which the same request would pass, all else equal;
    ///     empty when no instant would do
    record Refused(List<Refusal> refusals, Optional<Instant> nextAllowedAt) implements Verdict {
        public Refused {
            refusals = List.copyOf(refusals);
            if (refusals.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }

        public Refusal reason() {
            return refusals.getFirst();
        }
    }
}
