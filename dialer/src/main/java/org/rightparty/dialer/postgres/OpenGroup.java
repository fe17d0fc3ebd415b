package org.rightparty.dialer.postgres;

import org.rightparty.dialer.pacing.Lead;
import org.rightparty.dialer.selection.AnswerOdds;
import org.rightparty.dialer.selection.CandidateFacts.Line;
import org.rightparty.dialer.selection.Tier;

/// A calling group that may be called now.
///
/// @param id its number
/// @param list the portfolio's name; empty for a group made before lists were told apart
/// @param hour of the day on its consumers' clock; [Lead#ANY_HOUR] when no zone is known
/// @param odds how its calls are answered of late
record OpenGroup(int id, String list, int hour, AnswerOdds odds) {
    /// What the pace may know of a number of this group. People who asked for a call, or promised
    /// something, answer otherwise than the pool, whatever their line.
    Lead lead(Tier tier, Line.Kind kind, int oddsPermille) {
        String part = tier == Tier.POOL ? kind.name() : tier.name();
        return new Lead(Lead.segment(list, part), oddsPermille / 1_000.0, hour);
    }
}
