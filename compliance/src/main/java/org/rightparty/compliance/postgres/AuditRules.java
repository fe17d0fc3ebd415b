package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.CAMPAIGN;

import org.jooq.DSLContext;
import org.rightparty.compliance.abandonment.AbandonmentBudget;
import org.rightparty.compliance.abandonment.AbandonmentTally;
import org.rightparty.compliance.abandonment.MeasuringWindow;
import org.rightparty.compliance.abandonment.SafeHarbour;
import org.rightparty.compliance.audit.Audit.Abandoned;
import org.rightparty.compliance.audit.Audit.Asked;
import org.rightparty.compliance.audit.Audit.Place;
import org.rightparty.compliance.gate.Explainer;
import org.rightparty.compliance.gate.Explanation;
import org.rightparty.compliance.gate.Replay;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.vocabulary.CampaignId;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the rules say to what is recorded.
final class AuditRules {
    private AuditRules() {}

    /// Every row of the books that a decision was made under, as it answers to its inputs.
    static List<Asked> of(DSLContext tx, Place place) {
        List<Asked> rows = new ArrayList<>();
        RecordedDecisions.each(
                tx,
                place.decidedAt(),
                place.decidedAt().plus(1, ChronoUnit.MICROS),
                recorded -> {
                    if (recorded.id() == place.id()) {
                        rows.addAll(of(tx, recorded));
                    }
                });
        return List.copyOf(rows);
    }

    private static List<Asked> of(DSLContext tx, RecordedDecisions.Row row) {
        Replay.Recorded recorded = row.recorded();
        return PostgresReplay.books(tx, row.rulebook(), row.rulebookSha256())
                .flatMap(books ->
                        recorded.facts()
                                .map(facts ->
                                        Explainer.explain(
                                                recorded.request(),
                                                facts,
                                                books,
                                                recorded.decidedAt())))
                .map(told -> told.rows().stream().map(AuditRules::asked).toList())
                .orElse(List.of());
    }

    private static Asked asked(Explanation.Row row) {
        return new Asked(
                row.ruleId(),
                row.book(),
                row.citation(),
                row.sentence(),
                row.answer().name(),
                row.inputs().stream().map(input -> input.name() + ": " + input.value()).toList());
    }

    /// By the rows that the pace keeps to: those of places where somebody may be called, or we are.
    static List<Abandoned> abandonment(
            DSLContext tx, PostgresRulebooks books, ZoneId clock, Instant now) {
        List<Rulebooks.Abandonment> rows =
                books.at(tx, now)
                        .abandonment(CalledPlaces.of(tx, books), LocalDate.ofInstant(now, clock));
        Map<CampaignId, String> campaigns =
                tx.select(CAMPAIGN.ID, CAMPAIGN.NAME)
                        .from(CAMPAIGN)
                        .orderBy(CAMPAIGN.NAME)
                        .fetchMap(CAMPAIGN.ID, CAMPAIGN.NAME);
        List<Abandoned> lines = new ArrayList<>();
        campaigns.forEach((id, name) -> {
            for (Rulebooks.Abandonment row : rows) {
                AbandonmentTally tally =
                        PostgresAbandonment.measure(tx, id, row.harbour(), clock, now);
                lines.add(line(name, row.ruleId(), row.harbour(), tally));
            }
        });
        return lines;
    }

    private static Abandoned line(
            String campaign, String rule, SafeHarbour harbour, AbandonmentTally tally) {
        return new Abandoned(
                campaign,
                rule,
                words(harbour.window()) + words(harbour.scope()),
                tally.answeredByPeople(),
                tally.abandonedPeople(),
                tally.falsePositives(),
                tally.ratePpm(),
                harbour.ceilingPpm(),
                new AbandonmentBudget(harbour, tally).left());
    }

    private static String words(SafeHarbour.Scope scope) {
        return switch (scope) {
            case CAMPAIGN -> "";
            case CENTRE -> ", all campaigns together";
        };
    }

    private static String words(MeasuringWindow window) {
        return switch (window.kind()) {
            case CAMPAIGN_PERIOD_OR_DAYS -> "last " + window.n() + " days";
            case CALENDAR_MONTH -> "this calendar month";
            case HOURS -> "last " + window.n() + " hours";
        };
    }
}
