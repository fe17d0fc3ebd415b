package org.rightparty.compliance.postgres;

import java.time.Instant;
import java.util.Optional;

/// A call as somebody else has recorded it: the telephone system or the carrier.
///
/// @param reference the recorder's own name for it
/// @param attempt the attempt it carries the number of; empty when it carries none
/// @param number E.164 of who was called; empty when the record does not tell
/// @param ending how it ended there
public record CallRecord(
        Source source,
        String reference,
        Optional<Long> attempt,
        Optional<String> number,
        Instant startedAt,
        Ending ending) {
    /// A record that says no more than whether somebody answered.
    public CallRecord(
            Source source,
            String reference,
            Optional<Long> attempt,
            Optional<String> number,
            Instant startedAt,
            boolean answered) {
        this(
                source,
                reference,
                attempt,
                number,
                startedAt,
                answered ? Ending.ANSWERED : Ending.UNANSWERED);
    }

    public boolean answered() {
        return ending == Ending.ANSWERED;
    }

    /// How a call ended; of several records of one call the first of these counts.
    public enum Ending {
        ANSWERED,
        /// It rang, and nobody answered.
        RANG,
        BUSY,
        /// It did not come through.
        FAILED,
        /// Nobody answered; the record says no more.
        UNANSWERED
    }

    /// Who recorded it.
    public enum Source {
        SWITCH,
        CARRIER
    }
}
