package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.ContactKind;
import org.rightparty.compliance.rules.ContactResult;
import org.rightparty.compliance.rules.Excuse;
import org.rightparty.compliance.rules.Place;
import org.rightparty.compliance.rules.Voice;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ClientId;
import org.rightparty.vocabulary.PhoneId;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// One contact with the person, as far as counting goes.
///
/// @param attempt the attempt; empty for contacts that were not calls of ours
/// @param at when the call was placed or the message sent
/// @param conversedAt when a conversation took place; `at` for other contacts
/// @param accounts debts it is booked to or was about
/// @param client whose debt; empty when not known
/// @param phone the number; empty when not known
/// @param place where the number rings; empty when not known
/// @param voice whose voice was heard
/// @param campaign the campaign; empty when it was none of ours
/// @param callback placed because the consumer had asked for it
/// @param excuses what is known to take it out of rules: a wrong number, an answer to the consumer
public record ContactEvent(
        Optional<AttemptId> attempt,
        Instant at,
        Instant conversedAt,
        ContactKind kind,
        ContactResult result,
        Set<AccountId> accounts,
        Optional<ClientId> client,
        Optional<PhoneId> phone,
        Optional<Place> place,
        Voice voice,
        Optional<CampaignId> campaign,
        boolean callback,
        Set<Excuse> excuses) {
    public ContactEvent {
        accounts = Set.copyOf(accounts);
        excuses = Set.copyOf(excuses);
    }

    /// The same, as a contact on `other` where it was one on `number`.
    public ContactEvent on(PhoneId number, PhoneId other) {
        return new ContactEvent(
                attempt,
                at,
                conversedAt,
                kind,
                result,
                accounts,
                client,
                phone.map(own -> own.equals(number) ? other : own),
                place,
                voice,
                campaign,
                callback,
                excuses);
    }

    public boolean conversation() {
        return result == ContactResult.CONVERSATION;
    }

    public boolean about(Set<AccountId> debts) {
        return accounts.stream().anyMatch(debts::contains);
    }
}
