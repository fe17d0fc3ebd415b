package org.rightparty.console.desk;

import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.Money;
import org.rightparty.vocabulary.PhoneId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// All that an agent sees of one account, loaded while the phone rings. The server sends the debt
/// only after identity is verified (12 CFR 1006.6(d)(1)): see [#withoutDebt].
///
/// @param dialed the number that is being called
/// @param debt empty until the identity is verified
public record ScreenPop(
        ConsumerId consumer,
        AccountId account,
        Person person,
        Dialed dialed,
        List<String> proofs,
        List<Flag> flags,
        Optional<Debt> debt) {
    public ScreenPop {
        proofs = List.copyOf(proofs);
        flags = List.copyOf(flags);
    }

    /// The same screen with nothing on it that a third party may not learn.
    public ScreenPop withoutDebt() {
        return new ScreenPop(consumer, account, person, dialed, proofs, flags, Optional.empty());
    }

    /// Who to ask for, and what to check the answers against.
    ///
    /// @param bornOn absent when the client did not give it
    public record Person(
            String givenName,
            String familyName,
            String language,
            Optional<LocalDate> bornOn,
            Optional<String> nationalIdLast4,
            List<Address> addresses,
            List<Phone> phones) {
        public Person {
            addresses = List.copyOf(addresses);
            phones = List.copyOf(phones);
        }

        public String fullName() {
            return (givenName + " " + familyName).strip();
        }
    }

    public record Address(
            String line, String city, String region, String postalCode, boolean good) {}

    public record Phone(
            PhoneId id, PhoneNumber number, String lineType, String place, String usable) {}

    /// The call in front of the agent.
    ///
    /// @param zone the zone whose clock the agent sees
    /// @param windowEndsAt when the calling hours end for this person today
    /// @param attemptsInWindow calls that count in the seven days
    /// @param lastConversationAt absent when there was none
    /// @param why why this account was called now
    public record Dialed(
            PhoneNumber number,
            String place,
            String zone,
            Optional<Instant> windowEndsAt,
            int attemptsInWindow,
            Optional<Instant> lastConversationAt,
            String why) {}

    /// Something to heed, in words.
    ///
    /// @param code HOLD code, LANGUAGE, PREFERENCE
    public record Flag(String code, String sentence) {}

    /// What may be spoken of only with the consumer.
    public record Debt(
            String client,
            String clientAccountNumber,
            String originalCreditor,
            String currentCreditor,
            String debtType,
            Money balance,
            Money principal,
            Money interest,
            Money fees,
            Money placed,
            LocalDate itemizationOn,
            Money itemizationAmount,
            Optional<LocalDate> delinquentOn,
            Optional<LocalDate> limitationOn,
            Policy policy,
            List<LinkedAccount> linked,
            List<PastPromise> promises,
            List<History> history) {
        public Debt {
            linked = List.copyOf(linked);
            promises = List.copyOf(promises);
            history = List.copyOf(history);
        }
    }

    /// What the client lets an agent agree to.
    public record Policy(Money settlementFloor, int promiseDaysMax, int promiseGraceDays) {}

    public record LinkedAccount(AccountId account, String client, String debtType, Money balance) {}

    public record PastPromise(Money amount, LocalDate dueOn, String state) {}

    /// One line of the account's past.
    ///
    /// @param kind CALL, DISPOSITION, NOTE, PROMISE, PAYMENT
    /// @param who the agent's display name; empty when the program did it
    public record History(Instant at, String kind, String who, String text) {
        @Override
        public String toString() {
            return kind + "@" + at;
        }
    }
}
