package org.rightparty.dialer.pacing;

/// What selection knows of a number before it is dialed.
///
/// @param segment the part of the list it belongs to; empty when the list has no parts
/// @param odds how the odds that a person answers compare with the campaign's usual number: 1 when
///     nothing is known, 2 when they are twice as good
public record Lead(String segment, double odds) {
    /// A number like any other.
    public static final Lead USUAL = new Lead("", 1);

    public Lead {
        if (!(odds > 0 && odds < 1e6)) {
            throw new IllegalArgumentException("odds are positive: " + odds);
        }
    }

    /// A number whose chance of an answer is `chance` where the usual number's is `usual`.
    public static Lead of(String segment, double chance, double usual) {
        double own = odds(chance);
        return new Lead(segment, own / odds(usual));
    }

    /// The same number by a way on which answers are so many times as likely.
    public Lead times(double factor) {
        return factor == 1 ? this : new Lead(segment, odds * factor);
    }

    private static double odds(double chance) {
        double p = Math.clamp(chance, 0.001, 0.999);
        return p / (1 - p);
    }
}
