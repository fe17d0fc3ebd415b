package org.rightparty.compliance.gate;

import org.rightparty.vocabulary.Mode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the gate says to a request to dial.
public sealed interface Verdict {

    /// The modes in which the same call would pass now.
    Set<Mode> modes();

    /// Yes, for two seconds.
    record Permitted(DialPermit permit) implements Verdict {
        @Override
        public Set<Mode> modes() {
            return permit.modes();
        }
    }

    /// No. Every refusal that applies, in precedence: the first is the reason.
    ///
    /// @param nextAllowedAt first instant at which the same request would pass, all else equal;
    ///     empty when no instant would do
    record Refused(List<Refusal> refusals, Optional<Instant> nextAllowedAt, Set<Mode> modes)
            implements Verdict {
        public Refused {
            refusals = List.copyOf(refusals);
            modes = Set.copyOf(modes);
            if (refusals.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }

        public Refusal reason() {
            return refusals.getFirst();
        }
    }
}
