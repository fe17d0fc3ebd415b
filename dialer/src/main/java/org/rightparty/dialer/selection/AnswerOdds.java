package org.rightparty.dialer.selection;

/// How calls to one part of the pool are answered of late beside the campaign's usual: those of its
/// list, and those at this hour of the consumers' day. When a candidate is claimed, they multiply
/// the expected value that was written when it was chosen:
///
///     worth = expected value × list × hour, list and hour each within [0.25, 4]
///
/// The limits keep chance from hiding a list for good: what is not called teaches nothing. A
/// caller-ID's odds are the same for all candidates of a campaign and change no order.
///
/// @param list 1 when as usual, or when nothing is known
/// @param hour the same
public record AnswerOdds(double list, double hour) {
    /// As usual.
    public static final AnswerOdds USUAL = new AnswerOdds(1, 1);

    private static final double LEAST = 0.25;
    private static final double MOST = 4;

    public AnswerOdds {
        list = Math.clamp(list, LEAST, MOST);
        hour = Math.clamp(hour, LEAST, MOST);
    }

    /// Both together, times 1,000.
    public int permille() {
        return (int) Math.round(1_000 * list * hour);
    }
}
