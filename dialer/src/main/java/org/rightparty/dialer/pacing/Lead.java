package org.rightparty.dialer.pacing;

/// What selection knows of a number before it is dialed.
///
/// @param segment the part of the list it belongs to: the list, and behind a slash what kind of
/// line it is or why it is called; empty when the list has no parts
/// @param odds how the odds that a person answers compare with the campaign's usual number: 1 when
///     nothing is known, 2 when they are twice as good
/// @param hour of the day on the consumer's clock, `0` to `23`; [#ANY_HOUR] when it is not known
public record Lead(String segment, double odds, int hour) {
    /// The hour is not known.
    public static final int ANY_HOUR = -1;

    /// A number like any other.
    public static final Lead USUAL = new Lead("", 1);

    public Lead {
        if (!(odds > 0 && odds < 1e6)) {
            throw new IllegalArgumentException("odds are positive: " + odds);
        }
    }

    public Lead(String segment, double odds) {
        this(segment, odds, ANY_HOUR);
    }

    /// A number whose chance of an answer is `chance` where the usual number's is `usual`.
    public static Lead of(String segment, double chance, double usual) {
        double own = odds(chance);
        return new Lead(segment, own / odds(usual));
    }

    /// The same number by a way on which answers are so many times as likely.
    public Lead times(double factor) {
        return factor == 1 ? this : new Lead(segment, odds * factor, hour);
    }

    /// The list without its parts: the portfolio. Empty when there is none.
    public String list() {
        return segment.substring(0, Math.max(0, segment.lastIndexOf('/')));
    }

    /// The segment of one part of a list.
    public static String segment(String list, String part) {
        return list.isEmpty() ? "" : list + "/" + part;
    }

    private static double odds(double chance) {
        double p = Math.clamp(chance, 0.001, 0.999);
        return p / (1 - p);
    }
}
