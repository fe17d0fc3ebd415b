package org.rightparty.dialer.selection;

import java.util.Arrays;

/// What goes before what. Within a tier the higher expected value goes first.
public enum Tier {
    /// The consumer asked to be called at this time.
    CALLBACK(0),
    /// A promise was broken in the last three days and nobody has spoken with the consumer since.
    BROKEN_PROMISE(1),
    /// A promise or instalment falls due in the next days.
    FALLING_DUE(2),
    /// All others.
    POOL(3);

    private final int number;

    Tier(int number) {
        this.number = number;
    }

    /// The number in the table; the lowest goes first.
    public int number() {
        return number;
    }

    /// @throws IllegalArgumentException when no tier has this number
    public static Tier of(int number) {
        return Arrays.stream(values())
                .filter(tier -> tier.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no tier " + number));
    }
}
