package org.rightparty.compliance.postgres;

import static org.jooq.impl.DSL.field;
import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.CAMPAIGN;
import static org.rightparty.schema.generated.Tables.CAMPAIGN_PORTFOLIO;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.DSLContext;
import org.rightparty.compliance.gate.DialFacts;
import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Explainer;
import org.rightparty.compliance.gate.Explanation;
import org.rightparty.compliance.gate.Replay;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.DialPath;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.PhoneId;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Explains calls with the facts that the gate would read now. It takes no lock and writes nothing.
public final class PostgresExplanations {
    /// What a call is about when nothing tells of a campaign.
    private static final CampaignId NO_CAMPAIGN = new CampaignId(1);

    private static final int RING_SECONDS = 25;

    private final PostgresRulebooks rulebooks;

    /// @param rulebooks its own, because it asks about other instants than now
    public PostgresExplanations(PostgresRulebooks rulebooks) {
        this.rulebooks = rulebooks;
    }

    /// What to explain.
    ///
    /// @param phone empty for every number of the person
    /// @param mode empty for the mode of the account's campaign
    public record Question(AccountId account, Optional<PhoneId> phone, Optional<Mode> mode) {}

    /// One explanation for each number asked about, in the order in which numbers are preferred.
    /// Empty when there is no such account, or the person has no such number.
    public List<Explanation> explain(DSLContext tx, Question question, Instant at) {
        Instant kept = at.truncatedTo(ChronoUnit.MICROS);
        Optional<Owner> owner = owner(tx, question.account());
        if (owner.isEmpty()) {
            return List.of();
        }
        Setting setting = setting(tx, question.account());
        Rulebooks books = rulebooks.at(tx, kept);
        List<Explanation> explanations = new ArrayList<>();
        for (PhoneId phone : phones(tx, owner.get().person().id(), question.phone())) {
            DialRequest request = request(question, owner.get(), phone, setting);
            facts(tx, owner.get(), request, books, kept)
                    .map(facts -> Explainer.explain(request, facts, books, kept))
                    .ifPresent(explanations::add);
        }
        return explanations;
    }

    /// A recorded decision, explained again with what it looked at and the books it was made under.
    public sealed interface Past {
        /// @param allowedThen what the gate said
        /// @param tzdbThen the time-zone rules it went by
        record Told(Explanation explanation, boolean allowedThen, String tzdbThen)
                implements Past {}

        /// @param sentence why it cannot be told
        record Untold(String code, String sentence) implements Past {}
    }

    /// What a recorded decision was made of.
    public static Past past(DSLContext tx, long decision) {
        return RecordedDecisions.one(tx, decision)
                .map(row -> past(tx, row))
                .orElse(new Past.Untold("UNKNOWN", "There is no such decision."));
    }

    private static Past past(DSLContext tx, RecordedDecisions.Row row) {
        Replay.Recorded recorded = row.recorded();
        Optional<Rulebooks> books = PostgresReplay.books(tx, row.rulebook(), row.rulebookSha256());
        if (books.isEmpty()) {
            return new Past.Untold(
                    "BOOKS_MISSING",
                    "The rulebooks it was made under are not here as they were: " + row.rulebook());
        }
        return recorded.facts()
                .<Past>map(facts ->
                        new Past.Told(
                                Explainer.explain(
                                        recorded.request(),
                                        facts,
                                        books.get(),
                                        recorded.decidedAt()),
                                recorded.said().allowed(),
                                row.tzdb()))
                .orElse(
                        new Past.Untold(
                                "NO_FACTS", "What it looked at has been erased or was not kept."));
    }

    private record Owner(DialFacts.Person person) {}

    private record Setting(CampaignId campaign, Mode mode, int ringSeconds) {}

    private static DialRequest request(
            Question question, Owner owner, PhoneId phone, Setting setting) {
        Mode mode = question.mode().orElse(setting.mode());
        return new DialRequest(
                setting.campaign(),
                owner.person().id(),
                question.account(),
                phone,
                mode,
                mode == Mode.MANUAL ? DialPath.AGENT : DialPath.CAMPAIGN,
                Optional.empty(),
                setting.ringSeconds());
    }

    private Optional<DialFacts> facts(
            DSLContext tx, Owner owner, DialRequest request, Rulebooks books, Instant at) {
        Map<ConsumerId, DialFacts> facts =
                FactsReader.read(
                        tx,
                        Map.of(request.consumer(), owner.person()),
                        List.of(request),
                        books,
                        rulebooks.collector(),
                        at);
        return Optional.ofNullable(facts.get(request.consumer()));
    }

    private static Optional<Owner> owner(DSLContext tx, AccountId account) {
        return tx.select(CONSUMER.ID, field(CONSUMER.DECEASED_ON.isNotNull()), CONSUMER.MINOR)
                .from(ACCOUNT)
                .join(CONSUMER)
                .on(CONSUMER.ID.eq(ACCOUNT.CONSUMER_ID))
                .where(ACCOUNT.ID.eq(account))
                .fetchOptional(row ->
                        new Owner(
                                new DialFacts.Person(
                                        row.value1(),
                                        row.value2(),
                                        row.value3(),
                                        DialFacts.Person.PRIMARY)));
    }

    /// The first campaign that works the account's portfolio.
    private static Setting setting(DSLContext tx, AccountId account) {
        return tx.select(CAMPAIGN.ID, CAMPAIGN.MODE, CAMPAIGN.RING_SECONDS)
                .from(ACCOUNT)
                .join(CAMPAIGN_PORTFOLIO)
                .on(CAMPAIGN_PORTFOLIO.PORTFOLIO_ID.eq(ACCOUNT.PORTFOLIO_ID))
                .join(CAMPAIGN)
                .on(CAMPAIGN.ID.eq(CAMPAIGN_PORTFOLIO.CAMPAIGN_ID))
                .where(ACCOUNT.ID.eq(account))
                .orderBy(CAMPAIGN.ID)
                .limit(1)
                .fetchOptional(
                        row -> new Setting(row.value1(), Mode.valueOf(row.value2()), row.value3()))
                .orElse(new Setting(NO_CAMPAIGN, Mode.MANUAL, RING_SECONDS));
    }

    private static List<PhoneId> phones(
            DSLContext tx, ConsumerId consumer, Optional<PhoneId> wanted) {
        return tx
                .select(PHONE.ID)
                .from(PHONE)
                .where(PHONE.CONSUMER_ID.eq(consumer))
                .orderBy(PHONE.PREFERENCE_RANK, PHONE.ID)
                .fetch(PHONE.ID)
                .stream()
                .filter(phone -> wanted.map(phone::equals).orElse(true))
                .toList();
    }
}
