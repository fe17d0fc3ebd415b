package org.rightparty.dialer.placement;

import java.util.List;

/// What one row turned out to be.
public sealed interface Reading {
    /// Row in the file, the header being 1.
    long row();

    record Sound(Placement placement) implements Reading {
        @Override
        public long row() {
            return placement.row();
        }
    }

    /// @param accountNumber the client's number of the account; empty when it cannot be read
    /// @param faults every fault of the row, at least one, at most one a field
    record Faulty(long row, String accountNumber, List<Fault> faults) implements Reading {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
