package org.rightparty.compliance.offsite;

import java.time.Duration;
import java.time.Instant;

/// A place outside of this machine that is sent checkpoints: what lies there cannot be rewritten by
/// whoever rules the database.
public interface Outlet {
    /// As it stands in metrics and tables: `directory`, `mail`, `bucket`, `time-stamp`.
    String name();

    /// How often the newest checkpoint is sent, when there is a newer one.
    Duration every();

    /// Sends it; it has arrived when this returns.
    ///
    /// @throws OutletFailure when it did not, and is to be sent again
    void send(Copy checkpoint);

    /// A checkpoint on its way out.
    ///
    /// @param id its number
    /// @param note the signed note
    record Copy(long id, long size, Instant at, String note) {
        String fileName() {
            return "%012d.note".formatted(id);
        }
    }
}
