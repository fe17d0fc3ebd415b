package org.rightparty.console.desk;

import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.Money;
import org.rightparty.vocabulary.PhoneId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// All that an agent sees of one account, loaded while the phone rings. Before identity is verified
/// the server sends what [#withoutDebt] leaves of it, and before anything is dialed what
/// [#beforeDialing] leaves (12 CFR 1006.6(d)(1)).
///
/// @param dialed the number that is being called
/// @param past what went before, for whoever decides whether to dial; otherwise in the debt
/// @param debt empty until the identity is verified
public record ScreenPop(
        ConsumerId consumer,
        AccountId account,
        Person person,
        Dialed dialed,
        List<String> proofs,
        List<Flag> flags,
        List<History> past,
        Optional<Debt> debt) {
    private static final int PAST_MAX = 12;

    /// Flags that say nothing of a debt.
    private static final Set<String> HARMLESS = Set.of("LANGUAGE", "PREFERENCE", "MINOR");

    /// What is looked at before a call is decided on: no amounts.
    private static final Set<String> LOOKED_AT = Set.of("CALL", "DISPOSITION", "NOTE");

    public ScreenPop {
        proofs = List.copyOf(proofs);
        flags = List.copyOf(flags);
        past = List.copyOf(past);
    }

    /// The same screen with nothing on it that a third party may not learn: no debt, no reason, no
    /// hold by its name.
    public ScreenPop withoutDebt() {
        List<Flag> open = new ArrayList<>(flags);
        if (open.removeIf(flag -> !HARMLESS.contains(flag.code()))) {
            open.addFirst(new Flag("HOLD", "A hold is set: shown once identity is verified."));
        }
        return new ScreenPop(
                consumer,
                account,
                person,
                dialed.aloud(),
                proofs,
                open,
                List.of(),
                Optional.empty());
    }

    /// The same screen for an agent who decides whether to dial, with nobody on the line yet: the
    /// reason and what went before, but no debt and nothing to verify identity with.
    public ScreenPop beforeDialing() {
        List<History> before =
                debt.stream()
                        .flatMap(d -> d.history().stream())
                        .filter(line -> LOOKED_AT.contains(line.kind()))
                        .limit(PAST_MAX)
                        .toList();
        return new ScreenPop(
                consumer,
                account,
                person.unproven(),
                dialed,
                List.of(),
                flags,
                before,
                Optional.empty());
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

        /// Without what identity is verified with.
        Person unproven() {
            return new Person(
                    givenName,
                    familyName,
                    language,
                    Optional.empty(),
                    Optional.empty(),
                    addresses,
                    phones);
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
    /// @param otherZones where the person may be as well; the hours hold on every clock
    /// @param windowEndsAt when the calling hours end for this person today
    /// @param attemptsInWindow calls before this one that count in the seven days, as the gate
    ///     counts them
    /// @param lastConversationAt absent when there was none
    /// @param why why this account was called now
    public record Dialed(
            PhoneNumber number,
            String place,
            String zone,
            List<String> otherZones,
            Optional<Instant> windowEndsAt,
            int attemptsInWindow,
            Optional<Instant> lastConversationAt,
            CallReason why) {
        public Dialed {
            otherZones = List.copyOf(otherZones);
        }

        Dialed aloud() {
            return new Dialed(
                    number,
                    place,
                    zone,
                    otherZones,
                    windowEndsAt,
                    attemptsInWindow,
                    lastConversationAt,
                    why.aloud());
        }
    }

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
    /// @param day the day it counts from, for what has a day and no hour, such as a payment; empty
    ///     otherwise
    /// @param who the agent's display name; empty when the program did it
    public record History(
            Instant at, Optional<LocalDate> day, String kind, String who, String text) {
        @Override
        public String toString() {
            return kind + "@" + at;
        }
    }
}
