package org.rightparty.console.administration;

import org.rightparty.compliance.rules.CollectorRole;
import org.rightparty.console.desk.Answer;
import org.rightparty.vocabulary.ClientId;

import java.util.List;
import java.util.Optional;

/// The clients and what was agreed with them. Blocks; each change is written in one transaction
/// with its audit entry. An import enters a client.
public interface ClientBook {
    /// All clients, by name.
    List<Entry> clients();

    /// Sets what was agreed with a client; it holds from the next screen and the next call on.
    Answer agree(ClientId client, Terms terms, By by);

    record Entry(ClientId id, String name, Terms terms) {}

    /// What sort of placer it is.
    enum Kind {
        CREDITOR,
        DEBT_BUYER,
        AGENCY,
        GOVERNMENT,
        HEALTH
    }

    /// What was agreed with a client.
    ///
    /// @param legalName the name on letters and in disclosures
    /// @param role what we are to its debts; rules of law rest on it
    /// @param settlementFloorPpm least share of the balance an agent may settle for, in parts per
    ///     million
    /// @param promiseDaysMax how many days ahead a promise may fall due
    /// @param promiseGraceDays days after the due day before a promise counts as broken
    record Terms(
            String legalName,
            Kind kind,
            CollectorRole role,
            int settlementFloorPpm,
            int promiseDaysMax,
            int promiseGraceDays) {
        private static final int LEGAL_NAME_CHARACTERS_MAX = 200;
        private static final int ALL_PPM = 1_000_000;
        private static final int PROMISE_DAYS_MAX = 365;
        private static final int GRACE_DAYS_MAX = 60;

        /// What is wrong with which field, and the mend; empty when nothing is.
        public Optional<Answer.Fault> fault() {
            if (legalName.isBlank() || legalName.length() > LEGAL_NAME_CHARACTERS_MAX) {
                return fault("legal-name", "write the client's name in at most 200 characters");
            } else if (settlementFloorPpm < 0 || settlementFloorPpm > ALL_PPM) {
                return fault("settlement-floor", "write 0 to 100 percent, as 60");
            } else if (promiseDaysMax < 1 || promiseDaysMax > PROMISE_DAYS_MAX) {
                return fault("promise-days", "write 1 to 365 days");
            } else if (promiseGraceDays < 0 || promiseGraceDays > GRACE_DAYS_MAX) {
                return fault("promise-grace-days", "write 0 to 60 days");
            }
            return Optional.empty();
        }

        private static Optional<Answer.Fault> fault(String field, String mend) {
            return Optional.of(new Answer.Fault(field, mend));
        }
    }
}
