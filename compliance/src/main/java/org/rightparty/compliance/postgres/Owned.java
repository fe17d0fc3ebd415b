package org.rightparty.compliance.postgres;

import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.gate.DialFacts;
import org.rightparty.compliance.rules.CollectorRole;
import org.rightparty.compliance.rules.LineType;
import org.rightparty.compliance.rules.Place;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.ClientId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneId;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The accounts and numbers of the consumers of a batch.
record Owned(Map<AccountId, Account> accounts, Map<PhoneId, Line> lines) {

    record Account(
            AccountId id,
            ConsumerId consumer,
            ClientId client,
            CollectorRole role,
            String debtType,
            @Nullable String frequencyGroup,
            String workState) {}

    /// @param live the attempt of the owner whose call has not ended; null when there is none
    record Line(
            PhoneId id,
            ConsumerId consumer,
            String e164,
            LineType lineType,
            Place place,
            String usable,
            String source,
            DialFacts.Line history,
            @Nullable AttemptId live) {}

    Optional<ClientId> client(AccountId id) {
        return Optional.ofNullable(accounts.get(id)).map(Account::client);
    }

    Optional<Place> place(PhoneId id) {
        return Optional.ofNullable(lines.get(id)).map(Line::place);
    }

    boolean wrong(PhoneId id) {
        Line line = lines.get(id);
        return line != null && line.usable().equals("WRONG");
    }

    /// The accounts that count as one debt with this one, itself among them.
    Set<AccountId> group(Account account) {
        if (account.frequencyGroup() == null) {
            return Set.of(account.id());
        }
        return accounts.values().stream()
                .filter(other -> other.consumer().equals(account.consumer()))
                .filter(other -> account.frequencyGroup().equals(other.frequencyGroup()))
                .map(Account::id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
