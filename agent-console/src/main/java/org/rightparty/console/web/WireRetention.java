package org.rightparty.console.web;

import org.rightparty.compliance.retention.Retention;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Retention on the wire.
final class WireRetention {
    private WireRetention() {}

    /// @param moreDue whether others are due behind these
    record All(
            List<Due> due, boolean moreDue, List<LegalHold> legalHolds, List<Erasure> erasures) {}

    record Due(
            long consumer,
            String name,
            Instant lastActivity,
            Instant dueAt,
            boolean held,
            boolean asked) {}

    record LegalHold(
            long id, long consumer, String name, String reason, String setBy, Instant setAt) {}

    record Erasure(
            long id,
            long consumer,
            String ground,
            String reason,
            String state,
            String askedBy,
            Instant askedAt,
            Optional<String> approvedBy,
            Optional<Instant> finishedAt,
            long removed) {}

    record NewHold(long consumer, String reason) {}

    record Reason(String reason) {}

    record NewErasure(long consumer, String ground, String reason) {}

    record Done(long id) {}

    static Due of(Retention.Due due) {
        return new Due(
                due.consumer().value(),
                due.name(),
                due.lastActivity(),
                due.dueAt(),
                due.held(),
                due.asked());
    }

    static LegalHold of(Retention.LegalHold hold) {
        return new LegalHold(
                hold.id(),
                hold.consumer().value(),
                hold.name(),
                hold.reason(),
                hold.setBy(),
                hold.setAt());
    }

    static Erasure of(Retention.Erasure erasure) {
        return new Erasure(
                erasure.id(),
                erasure.consumer().value(),
                erasure.ground().name(),
                erasure.reason(),
                erasure.state().name(),
                erasure.askedBy(),
                erasure.askedAt(),
                erasure.approvedBy(),
                erasure.finishedAt(),
                erasure.removed());
    }
}
