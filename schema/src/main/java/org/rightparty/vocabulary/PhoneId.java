package org.rightparty.vocabulary;

/// One telephone number of one consumer.
public record PhoneId(long value) {
    public PhoneId {
        if (value <= 0) {
            throw new IllegalArgumentException("phone id must be positive: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
