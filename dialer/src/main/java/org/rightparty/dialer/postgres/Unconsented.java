package org.rightparty.dialer.postgres;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.gate.Consent;
import org.rightparty.compliance.gate.ConsentAhead;
import org.rightparty.compliance.gate.DialFacts;
import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Papers;
import org.rightparty.compliance.postgres.PostgresConsents;
import org.rightparty.compliance.rules.CollectorRole;
import org.rightparty.compliance.rules.LineType;
import org.rightparty.compliance.rules.Manner;
import org.rightparty.compliance.rules.Place;
import org.rightparty.compliance.zones.Evidence;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ClientId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.DialPath;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.PhoneId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which numbers want a consent that is not on record, for calls that might be chosen. The rows of
/// the rulebooks say so, as they will when the gate is asked.
final class Unconsented {
    private final ConsentAhead law;
    private final Set<ConsumerId> asked;
    private final Map<ConsumerId, List<Consent>> consents;
    private final Map<ConsumerId, List<Evidence>> evidence;
    private final Instant now;

    private Unconsented(
            ConsentAhead law,
            Set<ConsumerId> asked,
            Map<ConsumerId, List<Consent>> consents,
            Map<ConsumerId, List<Evidence>> evidence,
            Instant now) {
        this.law = law;
        this.asked = asked;
        this.consents = consents;
        this.evidence = evidence;
        this.now = now;
    }

    /// @param asked whose consents matter; of nobody else anything is read
    static Unconsented read(
            DSLContext tx,
            ConsentAhead law,
            Set<ConsumerId> asked,
            Map<ConsumerId, List<Evidence>> evidence,
            Instant now) {
        Map<ConsumerId, List<Consent>> consents =
                asked.isEmpty() ? Map.of() : PostgresConsents.read(tx, asked);
        return new Unconsented(law, asked, consents, evidence, now);
    }

    /// About which of these debts the number would be refused in this mode, and with which code.
    Map<AccountId, String> refusals(
            CampaignId campaign,
            ConsumerId consumer,
            Mode mode,
            DialFacts.Phone dialed,
            Collection<DialFacts.Debt> debts) {
        Map<AccountId, String> refusals = new HashMap<>();
        if (asked.contains(consumer) && law.asks(mode)) {
            for (DialFacts.Debt debt : debts) {
                DialRequest request =
                        new DialRequest(
                                campaign,
                                consumer,
                                debt.account(),
                                dialed.id(),
                                mode,
                                DialPath.CAMPAIGN,
                                Optional.empty(),
                                0);
                law.refusal(request, facts(consumer, debt, dialed), now)
                        .ifPresent(code -> refusals.put(debt.account(), code));
            }
        }
        return refusals;
    }

    private DialFacts facts(ConsumerId consumer, DialFacts.Debt debt, DialFacts.Phone dialed) {
        List<Consent> given = consents.getOrDefault(consumer, List.of());
        return new DialFacts(
                new DialFacts.Person(consumer, false, false, DialFacts.Person.PRIMARY),
                debt.frequencyGroup().isEmpty() ? withAll(debt, given) : debt,
                dialed,
                Manner.COLLECTION_CALL,
                law.collector(),
                evidence.getOrDefault(consumer, List.of()),
                List.of(),
                List.of(),
                given,
                List.of(),
                Papers.NONE,
                Optional.empty(),
                Set.of());
    }

    /// A debt that counts as one with others, which are not read here: what was agreed to for any
    /// of the person's debts may hold for it, and the gate will know.
    private static DialFacts.Debt withAll(DialFacts.Debt debt, List<Consent> given) {
        Set<AccountId> group = new HashSet<>(Set.of(debt.account()));
        given.forEach(consent -> consent.account().ifPresent(group::add));
        return new DialFacts.Debt(
                debt.account(), debt.client(), debt.role(), debt.type(), group, debt.workState());
    }

    /// @param group null for a debt that counts by itself
    static DialFacts.Debt owed(
            AccountId account,
            ClientId client,
            String role,
            String type,
            @Nullable String group,
            String workState) {
        return new DialFacts.Debt(
                account,
                client,
                CollectorRole.valueOf(role),
                type,
                group == null ? Set.of(account) : Set.of(),
                workState);
    }

    static DialFacts.Phone dialed(
            PhoneId phone,
            String e164,
            String lineType,
            String place,
            String source,
            @Nullable Instant portedAt) {
        return new DialFacts.Phone(
                phone,
                new PhoneNumber(e164),
                LineType.valueOf(lineType),
                Place.valueOf(place),
                "",
                source,
                new DialFacts.Line("", Optional.ofNullable(portedAt), Optional.empty()));
    }
}
