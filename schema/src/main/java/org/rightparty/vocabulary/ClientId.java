package org.rightparty.vocabulary;

/// A creditor who places accounts with us.
public record ClientId(long value) {
    public ClientId {
        if (value <= 0) {
            throw new IllegalArgumentException("client id must be positive: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
