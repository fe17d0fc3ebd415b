package org.rightparty.vocabulary;

/// One try to reach an account, counted from its reservation, whatever comes of it. The call that
/// the attempt places carries the same id.
public record AttemptId(long value) {
    public AttemptId {
        if (value <= 0) {
            throw new IllegalArgumentException("attempt id must be positive: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
