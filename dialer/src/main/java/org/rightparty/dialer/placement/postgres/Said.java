package org.rightparty.dialer.placement.postgres;

import org.jspecify.annotations.Nullable;
import org.rightparty.dialer.placement.Placement.Answer;
import org.rightparty.dialer.placement.Placement.Consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// The last word on being called or written to: given or refused, and since when.
record Said(boolean granted, Instant since) {
    /// What a file says, counted from its receipt when it names no day; empty when nothing.
    static Optional<Said> of(Consent consent, Instant received) {
        LocalDate day = consent.given();
        return consent.answer() == Answer.UNSAID
                ? Optional.empty()
                : Optional.of(
                        new Said(
                                consent.answer() == Answer.GRANTED,
                                day == null ? received : startOf(day)));
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// The later of two; of one instant, the refusal.
    Said later(Said other) {
        int order = since.compareTo(other.since);
        return order > 0 || (order == 0 && !granted) ? this : other;
    }

    static @Nullable Said latest(@Nullable Said one, @Nullable Said other) {
        return one == null ? other : other == null ? one : one.later(other);
    }

    /// Whether this takes back what was given.
    boolean ends(@Nullable Said earlier) {
        return !granted && earlier != null && earlier.granted && !since.isBefore(earlier.since);
    }
}
