package org.rightparty.compliance.postgres;

import java.util.Optional;

/// Something that two records of the same calls disagree about.
///
/// @param subject what it is about, without anything personal
/// @param attempt the attempt concerned; empty when a record names none
public record Difference(Kind kind, String subject, Optional<Long> attempt) {
    /// What can differ.
    public enum Kind {
        PERMIT_WITHOUT_ATTEMPT("a permit was given and no attempt was made of it"),
        ATTEMPT_WITHOUT_PERMIT("an attempt was made without a permit"),
        ATTEMPT_WITHOUT_ENTRY("an attempt is not in the ledger"),
        ENTRY_WITHOUT_ATTEMPT("the ledger tells of an attempt that is not there"),
        ATTEMPT_WITHOUT_END("an attempt never ended"),
        CALL_WITHOUT_ATTEMPT("a call was made that no attempt tells of"),
        ANSWER_WITHOUT_CALL("an answered attempt is not in the other record"),
        ATTEMPT_WITHOUT_CALL("an attempt that nobody answered is not in the other record"),
        ANSWER_DIFFERS("one record says answered, the other does not"),
        ENDING_DIFFERS("one record says busy, the other that it rang"),
        NUMBER_DIFFERS("another number was called than permitted");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /// For people.
        public String words() {
            return words;
        }
    }

    static Difference of(Kind kind, String subject) {
        return new Difference(kind, subject, Optional.empty());
    }

    static Difference attempt(Kind kind, long attempt) {
        return new Difference(kind, "attempt " + attempt, Optional.of(attempt));
    }
}
