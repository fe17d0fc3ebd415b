package org.rightparty.compliance.gate;

import java.util.Optional;

/// CONCURRENT_ATTEMPT: one live attempt a person, whatever the number, the debt or the campaign.
final class OneLiveAttempt {
    private OneLiveAttempt() {}

    static Optional<Finding> check(Case call) {
        return call.facts().live().isPresent() ? Optional.of(Finding.NEVER) : Optional.empty();
    }
}
