package org.rightparty.compliance.abandonment;

/// How much abandonment is left under a ceiling.
///
/// The budget reckons with the worst: every call dialed ahead of an agent is answered by a person
/// and abandoned. With `a` of `n` abandoned and a ceiling of `c`, `k` calls may be ahead as long as
/// `(a + k) / (n + k) <= c`.
public record AbandonmentBudget(SafeHarbour harbour, AbandonmentTally tally) {
    private static final long PPM = SafeHarbour.PPM;

    public enum Ruling {
        /// Calls may be dialed ahead of agents.
        OK,
        /// These calls ahead might pass the ceiling.
        DENY_OVERDIAL,
        /// The ceiling is passed: one call for each ready agent until it no longer is.
        STOP_PREDICTIVE
    }

    /// @param ahead calls in flight for which no agent is free
    public Ruling ruling(long ahead) {
        if (over(tally.abandonedPeople(), tally.answeredByPeople())) {
            return Ruling.STOP_PREDICTIVE;
        }
        return over(tally.abandonedPeople() + ahead, tally.answeredByPeople() + ahead)
                ? Ruling.DENY_OVERDIAL
                : Ruling.OK;
    }

    /// How many calls may at most be in flight without an agent; never negative.
    public long aheadMax() {
        long left = harbour.ceilingPpm() * tally.answeredByPeople() - PPM * tally.abandonedPeople();
        return Math.max(0, Math.floorDiv(left, PPM - harbour.ceilingPpm()));
    }

    /// How many abandoned calls the calls answered so far would still allow; never negative.
    public long left() {
        long allowed = Math.floorDiv(harbour.ceilingPpm() * tally.answeredByPeople(), PPM);
        return Math.max(0, allowed - tally.abandonedPeople());
    }

    /// By how much the ceiling is passed, in millionths of a call; negative below it.
    public long over() {
        return PPM * tally.abandonedPeople() - harbour.ceilingPpm() * tally.answeredByPeople();
    }

    private boolean over(long abandoned, long answered) {
        return abandoned * PPM > harbour.ceilingPpm() * answered;
    }
}
