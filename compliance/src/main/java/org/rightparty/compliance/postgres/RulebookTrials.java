package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.CAMPAIGN;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.DIAL_CANDIDATE;

import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.rightparty.compliance.gate.DialFacts;
import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Gate;
import org.rightparty.compliance.gate.Verdict;
import org.rightparty.compliance.ledger.CanonicalJson;
import org.rightparty.compliance.rules.Rulebook;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.DialPath;
import org.rightparty.vocabulary.Mode;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Tries a draft: decides the last thirty days again, with the books in force and with the draft in
/// its place, and asks of tomorrow's candidates whether any instant of the day would do.
final class RulebookTrials {
    private static final Duration PAST = Duration.ofDays(30);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int CANDIDATES_MAX = 20_000;
    private static final int CANDIDATES_A_BATCH = 500;
    private static final String BEST = "best";

    private RulebookTrials() {}

    /// @param collector where we are, parents named too
    static RulebookTrial run(
            DSLContext tx, RulebookDraft draft, Set<String> collector, Instant now) {
        Rulebooks inForce = PostgresRulebooks.read(tx, now);
        Rulebooks drafted = instead(inForce, RulebookReader.read(draft.content()));
        Instant tomorrow = now.truncatedTo(ChronoUnit.DAYS).plus(DAY);
        HistoryShort shortened = new HistoryShort(inForce, drafted);
        return new RulebookTrial(
                draft.title(),
                draft.sha256(),
                now.minus(PAST),
                past(tx, inForce, drafted, shortened, now),
                shortened.decisions(),
                tomorrow,
                tomorrow(tx, inForce, drafted, collector, tomorrow),
                persons(tx));
    }

    /// The books with the draft in the place of its own name.
    private static Rulebooks instead(Rulebooks books, Rulebook draft) {
        List<Rulebook> all = new ArrayList<>(books.books());
        all.removeIf(book -> book.name().equals(draft.name()));
        all.add(draft);
        return new Rulebooks(all);
    }

    private static RulebookTrial.Compared past(
            DSLContext tx,
            Rulebooks inForce,
            Rulebooks drafted,
            HistoryShort shortened,
            Instant now) {
        Count count = new Count();
        RecordedDecisions.each(
                tx,
                now.minus(PAST),
                now,
                row ->
                        row.recorded()
                                .facts()
                                .ifPresent(facts -> {
                                    shortened.look(facts, row.recorded().decidedAt());
                                    count.add(
                                            reason(decide(row, facts, inForce), Instant.MAX),
                                            reason(decide(row, facts, drafted), Instant.MAX));
                                }));
        return count.compared();
    }

    private static Verdict decide(RecordedDecisions.Row row, DialFacts facts, Rulebooks books) {
        return Gate.decide(row.recorded().request(), facts, books, row.recorded().decidedAt());
    }

    private static RulebookTrial.Compared tomorrow(
            DSLContext tx,
            Rulebooks inForce,
            Rulebooks drafted,
            Set<String> collector,
            Instant from) {
        Count count = new Count();
        List<DialRequest> requests = candidates(tx);
        for (int i = 0; i < requests.size(); i += CANDIDATES_A_BATCH) {
            List<DialRequest> batch =
                    requests.subList(i, Math.min(requests.size(), i + CANDIDATES_A_BATCH));
            Map<ConsumerId, DialFacts> facts =
                    FactsReader.read(
                            tx, persons(tx, batch), batch, both(inForce, drafted), collector, from);
            for (DialRequest request : batch) {
                DialFacts known = facts.get(request.consumer());
                if (known != null) {
                    count.add(
                            reason(Gate.decide(request, known, inForce, from), from.plus(DAY)),
                            reason(Gate.decide(request, known, drafted, from), from.plus(DAY)));
                }
            }
        }
        return count.compared();
    }

    /// All that either looks at is to be read.
    private static Rulebooks both(Rulebooks one, Rulebooks other) {
        List<Rulebook> all = new ArrayList<>(one.books());
        all.addAll(other.books());
        return new Rulebooks(all);
    }

    /// Why a call cannot be placed at once, nor, given a day, at any instant before its end; empty
    /// when it can.
    private static Optional<String> reason(Verdict verdict, Instant dayEnds) {
        return switch (verdict) {
            case Verdict.Permitted _ -> Optional.empty();
            case Verdict.Refused refused ->
                    dayEnds.isBefore(Instant.MAX)
                                    && refused.nextAllowedAt().filter(dayEnds::isAfter).isPresent()
                            ? Optional.empty()
                            : Optional.of(refused.reason().code());
        };
    }

    /// How many persons may be called at all.
    private static long persons(DSLContext tx) {
        return tx.select(DSL.countDistinct(DIAL_CANDIDATE.CONSUMER_ID))
                .from(DIAL_CANDIDATE)
                .where(DIAL_CANDIDATE.PARKED.eq(""))
                .fetchSingle()
                .value1();
    }

    /// One candidate a person, those that selection would take first, each as its own campaign
    /// dials.
    private static List<DialRequest> candidates(DSLContext tx) {
        var best = DIAL_CANDIDATE.as(BEST);
        return tx.select(
                        best.CAMPAIGN_ID,
                        best.CONSUMER_ID,
                        best.ACCOUNT_ID,
                        best.PHONE_ID,
                        CAMPAIGN.MODE,
                        CAMPAIGN.RING_SECONDS)
                .from(bestOfEachPerson())
                .join(CAMPAIGN)
                .on(CAMPAIGN.ID.eq(best.CAMPAIGN_ID))
                .orderBy(best.TIER, best.SCORE.desc(), best.CONSUMER_ID)
                .limit(CANDIDATES_MAX)
                .fetch(row ->
                        new DialRequest(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                Mode.valueOf(row.value5()),
                                DialPath.CAMPAIGN,
                                Optional.empty(),
                                row.value6()));
    }

    private static Table<?> bestOfEachPerson() {
        return DSL.select(
                        DIAL_CANDIDATE.CAMPAIGN_ID,
                        DIAL_CANDIDATE.CONSUMER_ID,
                        DIAL_CANDIDATE.ACCOUNT_ID,
                        DIAL_CANDIDATE.PHONE_ID,
                        DIAL_CANDIDATE.TIER,
                        DIAL_CANDIDATE.SCORE)
                .distinctOn(DIAL_CANDIDATE.CONSUMER_ID)
                .from(DIAL_CANDIDATE)
                .where(DIAL_CANDIDATE.PARKED.eq(""))
                .orderBy(
                        DIAL_CANDIDATE.CONSUMER_ID,
                        DIAL_CANDIDATE.TIER,
                        DIAL_CANDIDATE.SCORE.desc(),
                        DIAL_CANDIDATE.CAMPAIGN_ID)
                .asTable(BEST);
    }

    private static Map<ConsumerId, DialFacts.Person> persons(
            DSLContext tx, List<DialRequest> requests) {
        Map<ConsumerId, DialFacts.Person> persons = new HashMap<>();
        tx.select(CONSUMER.ID, DSL.field(CONSUMER.DECEASED_ON.isNotNull()), CONSUMER.MINOR)
                .from(CONSUMER)
                .where(CONSUMER.ID.in(requests.stream().map(DialRequest::consumer).toList()))
                .forEach(row ->
                        persons.put(
                                row.value1(),
                                new DialFacts.Person(
                                        row.value1(),
                                        row.value2(),
                                        row.value3(),
                                        DialFacts.Person.PRIMARY)));
        return persons;
    }

    private static final class Count {
        private final Map<String, Long> reasons = new TreeMap<>();
        private long compared;
        private long refusedMore;
        private long allowedMore;

        void add(Optional<String> inForce, Optional<String> drafted) {
            compared++;
            if (inForce.isEmpty() && drafted.isPresent()) {
                refusedMore++;
                reasons.merge(drafted.get(), 1L, Long::sum);
            }
            allowedMore += inForce.isPresent() && drafted.isEmpty() ? 1 : 0;
        }

        RulebookTrial.Compared compared() {
            return new RulebookTrial.Compared(compared, refusedMore, allowedMore, reasons);
        }
    }

    static String json(RulebookTrial trial) {
        Map<String, Object> map = new TreeMap<>();
        map.put("sha256", trial.sha256());
        map.put("since", trial.since().toString());
        map.put("past", map(trial.past()));
        map.put("past_shortened", trial.shortened());
        map.put("tomorrow_from", trial.tomorrowFrom().toString());
        map.put("tomorrow", map(trial.tomorrow()));
        map.put("candidates", trial.candidates());
        return CanonicalJson.of(map);
    }

    private static Map<String, Object> map(RulebookTrial.Compared compared) {
        return Map.of(
                "compared", compared.compared(),
                "refused_more", compared.refusedMore(),
                "allowed_more", compared.allowedMore(),
                "reasons", compared.reasons());
    }
}
