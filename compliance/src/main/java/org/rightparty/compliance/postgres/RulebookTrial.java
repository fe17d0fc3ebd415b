package org.rightparty.compliance.postgres;

import java.time.Instant;
import java.util.Map;

/// What a draft would have changed, and would change.
///
/// @param past against the decisions of the last days
/// @param tomorrow against the candidates, over the next whole day
public record RulebookTrial(
        String title, Instant since, Compared past, Instant tomorrowFrom, Compared tomorrow) {

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
