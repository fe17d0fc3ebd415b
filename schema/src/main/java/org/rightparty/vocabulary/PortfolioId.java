package org.rightparty.vocabulary;

/// The accounts that one client placed together.
public record PortfolioId(long value) {
    public PortfolioId {
        if (value <= 0) {
            throw new IllegalArgumentException("portfolio id must be positive: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
