package org.rightparty.dialer.scrub;

import org.rightparty.compliance.holds.Bar;
import org.rightparty.compliance.holds.HoldOrder;
import org.rightparty.compliance.rules.Place;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Instant;
import java.util.Optional;

/// A row of a scrub file, by its number in the file; the header is row 1.
public sealed interface ScrubRow {
    long row();

    /// Somebody not to be called, by number or by account.
    ///
    /// @param times of an inconvenient time
    /// @param place of an inconvenient place
    record Usable(
            long row,
            Optional<PhoneNumber> number,
            Optional<AccountId> account,
            Bar bar,
            String evidence,
            Optional<Instant> until,
            Optional<HoldOrder.Times> times,
            Optional<Place> place)
            implements ScrubRow {}

    /// @param sentence what to mend
    record Refused(long row, String sentence) implements ScrubRow {}
}
