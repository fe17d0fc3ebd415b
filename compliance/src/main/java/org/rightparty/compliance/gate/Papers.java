package org.rightparty.compliance.gate;

import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.PhoneId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What was written, to us or by us: licences, notices sent, and rules set aside.
public record Papers(List<Licence> licences, List<Notice> notices, List<SetAside> overrides) {
    public static final Papers NONE = new Papers(List.of(), List.of(), List.of());

    public Papers {
        licences = List.copyOf(licences);
        notices = List.copyOf(notices);
        overrides = List.copyOf(overrides);
    }

    /// What we know of the leave to collect in a place.
    ///
    /// @param jurisdiction ISO 3166-2, with local parts below
    /// @param held whether we hold one; false when one is required and we do not
    /// @param from first instant it is valid
    /// @param until when it ends; empty when it does not
    public record Licence(
            String jurisdiction, boolean held, Instant from, Optional<Instant> until) {
        boolean valid(Instant at) {
            return held && counts(at);
        }

        /// Whether it says that the place requires one: a licence that we held does so after its
        /// end, the note that we lack one does not.
        boolean requires(Instant at) {
            return held || counts(at);
        }

        private boolean counts(Instant at) {
            return !at.isBefore(from) && until.filter(end -> !at.isBefore(end)).isEmpty();
        }
    }

    /// A written notice that was sent.
    ///
    /// @param account the debt it was about; empty when it was about all
    public record Notice(String kind, Optional<AccountId> account, Instant sentAt) {}

    /// A rule that two people of the house set aside for this person.
    ///
    /// @param account only for this debt; empty for all
    /// @param phone only for this number; empty for all
    public record SetAside(
            String ruleId,
            Optional<AccountId> account,
            Optional<PhoneId> phone,
            Instant from,
            Instant until) {
        boolean reaches(String rule, DialFacts facts, Instant at) {
            return ruleId.equals(rule)
                    && !at.isBefore(from)
                    && at.isBefore(until)
                    && account.filter(other -> !other.equals(facts.debt().account())).isEmpty()
                    && phone.filter(other -> !other.equals(facts.phone().id())).isEmpty();
        }
    }
}
