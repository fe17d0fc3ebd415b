package org.rightparty.compliance.postgres;

import java.time.Instant;
import java.util.Map;

/// What a draft would have changed, and would change.
///
/// @param sha256 of the draft that was tried
/// @param past against the decisions of the last days
/// @param shortened how many of these were recorded with less history than the draft looks at: of
///     them it may have refused more
/// @param tomorrow against the candidates that selection would take first, over the next whole day
/// @param candidates how many persons may be called at all; not all are compared when they are many
public record RulebookTrial(
        String title,
        String sha256,
        Instant since,
        Compared past,
        long shortened,
        Instant tomorrowFrom,
        Compared tomorrow,
        long candidates) {

    /// @param compared how many decisions or candidates
    /// @param refusedMore allowed as things stand, and not by the draft
    /// @param allowedMore the other way round
    /// @param reasons of the first, how many by the first reason
    public record Compared(
            long compared, long refusedMore, long allowedMore, Map<String, Long> reasons) {
        public Compared {
            reasons = Map.copyOf(reasons);
        }
    }
}
