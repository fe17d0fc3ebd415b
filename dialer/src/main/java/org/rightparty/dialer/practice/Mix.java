package org.rightparty.dialer.practice;

/// How many of a thousand calls end in which way.
public record Mix(
        int persons,
        int machines,
        int ringOut,
        int busy,
        int wrongNumbers,
        int hangUpAtOnce,
        int declines,
        int notInService,
        int congestion) {

    /// A middling portfolio: three of ten calls reach a person.
    public static final Mix ORDINARY = new Mix(300, 200, 340, 40, 30, 20, 20, 40, 10);

    public Mix {
        int sum =
                persons
                        + machines
                        + ringOut
                        + busy
                        + wrongNumbers
                        + hangUpAtOnce
                        + declines
                        + notInService
                        + congestion;
        if (sum != 1000) {
            throw new IllegalArgumentException("the parts must add up to 1000, not " + sum);
        }
    }

    /// What lies at `point` of the thousand, 0 to 999.
    Kind at(int point) {
        int[] parts = {
            persons,
            machines,
            ringOut,
            busy,
            wrongNumbers,
            hangUpAtOnce,
            declines,
            notInService,
            congestion
        };
        int rest = point;
        Kind[] kinds = Kind.values();
        for (int i = 0; i < parts.length; i++) {
            rest -= parts[i];
            if (rest < 0) {
                return kinds[i];
            }
        }
        throw new IllegalArgumentException("beyond the thousand: " + point);
    }

    /// One way for a call to end, in the order of the parts above.
    enum Kind {
        PERSON,
        MACHINE,
        RING_OUT,
        BUSY,
        WRONG_NUMBER,
        HANG_UP_AT_ONCE,
        DECLINE,
        NOT_IN_SERVICE,
        CONGESTION
    }
}
