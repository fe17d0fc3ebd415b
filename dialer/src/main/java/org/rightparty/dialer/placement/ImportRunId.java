package org.rightparty.dialer.placement;

/// One import of one placement file.
public record ImportRunId(long value) {
    public ImportRunId {
        if (value <= 0) {
            throw new IllegalArgumentException("import run id must be positive: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
