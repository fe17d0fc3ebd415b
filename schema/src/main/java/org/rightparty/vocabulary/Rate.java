package org.rightparty.vocabulary;

/// A share between nothing (0) and all (1): an answer rate, an abandonment rate.
public record Rate(double value) implements Comparable<Rate> {
    public static final Rate ZERO = new Rate(0);

    public Rate {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("a rate lies between 0 and 1: " + value);
        }
    }

    public static Rate ofPartsPerMillion(int partsPerMillion) {
        return new Rate(partsPerMillion / 1e6);
    }

    public int partsPerMillion() {
        return (int) Math.round(value * 1e6);
    }

    @Override
    public int compareTo(Rate other) {
        return Double.compare(value, other.value);
    }
}
