package org.rightparty.vocabulary;

/// A person who owes, or is said to owe.
public record ConsumerId(long value) {
    public ConsumerId {
        if (value <= 0) {
            throw new IllegalArgumentException("consumer id must be positive: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
