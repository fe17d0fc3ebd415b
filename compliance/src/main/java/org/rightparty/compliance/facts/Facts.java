package org.rightparty.compliance.facts;

import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.PhoneId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is known of consumers from outside our own calls. The gate heeds it from its commit on.
public interface Facts {
    Outcome record(FactOrder order);

    /// What was recorded of the consumer of this account, the latest first.
    List<Known> known(AccountId account);

    /// What may be named when something is recorded.
    Choices choices();

    /// By the table that keeps it.
    record Key(Kind kind, long id) {}

    enum Kind {
        PLACE,
        NOTICE,
        CONTACT,
        CONSENT,
        LOOK_UP
    }

    /// What came of it.
    sealed interface Outcome {
        record Recorded(Key key) implements Outcome {}

        /// The same is known, or of a number something later; nothing was changed.
        record KnownAlready(Key key) implements Outcome {}

        /// @param field what has to be mended, `until`
        /// @param reason what is wrong with it
        /// @param mend what to do about it
        record Refused(String code, String field, String reason, String mend) implements Outcome {
            public String sentence() {
                return reason + " " + mend;
            }
        }
    }

    /// One thing that was recorded.
    ///
    /// @param code what kind of place, notice, contact or consent; of a number, its line
    /// @param words its particulars, for a reader
    /// @param account the one debt it is about; empty for all
    /// @param phone the one number it is about; empty for all
    /// @param standing whether it counts now
    record Known(
            Key key,
            String code,
            List<String> words,
            Optional<AccountId> account,
            Optional<PhoneId> phone,
            Instant at,
            Optional<Instant> until,
            Standing standing,
            String evidence,
            String source,
            Optional<AgentId> by) {
        public Known {
            words = List.copyOf(words);
        }
    }

    enum Standing {
        STANDS,
        ENDED
    }

    /// @param notices those that a rulebook in force waits for
    record Choices(List<Region> regions, List<String> notices) {
        public Choices {
            regions = List.copyOf(regions);
            notices = List.copyOf(notices);
        }
    }

    /// @param code ISO 3166-2, `US-CA`
    /// @param zones tzdb names
    record Region(String code, List<String> zones) {
        public Region {
            zones = List.copyOf(zones);
        }
    }
}
