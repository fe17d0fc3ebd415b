package org.rightparty.compliance.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.AGENT;
import static org.rightparty.schema.generated.Tables.ATTEMPT;
import static org.rightparty.schema.generated.Tables.ATTEMPT_END;
import static org.rightparty.schema.generated.Tables.GATE_DECISION;

import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rightparty.compliance.audit.Audit;
import org.rightparty.compliance.audit.Audit.Found;
import org.rightparty.compliance.audit.Audit.Place;
import org.rightparty.compliance.postgres.Office.Debtor;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// The search beside one that looks at every row in turn: decisions in bursts, months apart, asked
/// for by every mixture of fields, page after page.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AuditSearchTest {
    private static final int DECISIONS = 400;
    private static final int SEARCHES = 60;
    private static final Instant FIRST = Instant.parse("2026-01-05T15:00:00Z");
    private static final List<String> RULES = List.of("FREQ", "HOURS", "HOLD");
    private static final List<String> OUTCOMES = List.of("ANSWERED", "BUSY", "ABANDONED");

    private final RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
    private final Office office = new Office();
    private final PostgresAudit it =
            new PostgresAudit(office.database, office.rulebooks, ZoneOffset.UTC);
    private final List<Row> rows = new ArrayList<>();
    private List<Debtor> debtors = List.of();
    private List<AgentId> agents = List.of();

    /// A decision as this test remembers it.
    private record Row(
            Place place,
            Debtor debtor,
            Optional<AgentId> asked,
            List<String> refusedBy,
            Optional<String> outcome,
            Optional<AgentId> took) {}

    @BeforeAll
    void decide() {
        debtors = office.debtors(12);
        agents = office.transact(tx -> List.of(agent(tx, "ana"), agent(tx, "bo")));
        office.transact(tx -> {
            Instant at = FIRST;
            for (int i = 0; i < DECISIONS; i++) {
                at = at.plus(step());
                rows.add(row(tx, at));
            }
            return tx;
        });
        rows.sort(
                Comparator.comparing((Row row) -> row.place().decidedAt())
                        .thenComparingLong(row -> row.place().id())
                        .reversed());
    }

    @AfterAll
    void close() {
        office.close();
    }

    /// Mostly seconds, at times none, hours or weeks.
    private Duration step() {
        return switch (chance.nextInt(40)) {
            case 0 -> Duration.ofDays(chance.nextInt(1, 30));
            case 1, 2 -> Duration.ofHours(chance.nextInt(1, 40));
            case 3, 4, 5 -> Duration.ZERO;
            default -> Duration.ofSeconds(chance.nextInt(1, 900));
        };
    }

    private static AgentId agent(DSLContext tx, String login) {
        return tx.insertInto(AGENT)
                .set(AGENT.LOGIN, login)
                .set(AGENT.DISPLAY_NAME, login)
                .set(AGENT.PASSWORD_HASH, "none")
                .set(AGENT.LINE, "100" + login.length())
                .set(AGENT.LINE_SECRET, "none")
                .returningResult(AGENT.ID)
                .fetchSingle()
                .value1();
    }

    private <T> Optional<T> perhaps(int oneIn, List<T> some) {
        return chance.nextInt(oneIn) == 0 ? Optional.of(one(some)) : Optional.empty();
    }

    private <T> T one(List<T> some) {
        return some.get(chance.nextInt(some.size()));
    }

    private Row row(DSLContext tx, Instant at) {
        Debtor debtor = one(debtors);
        Optional<AgentId> asked = perhaps(4, agents);
        List<String> refusedBy =
                chance.nextInt(3) == 0
                        ? RULES.subList(chance.nextInt(RULES.size()), RULES.size())
                        : List.of();
        long id = decision(tx, at, debtor, asked, refusedBy);
        Optional<String> outcome = Optional.empty();
        Optional<AgentId> took = Optional.empty();
        if (refusedBy.isEmpty()) {
            AttemptId attempt = attempt(tx, at, id, debtor);
            int revisions = chance.nextInt(3);
            for (short revision = 1; revision <= revisions; revision++) {
                outcome = Optional.of(one(OUTCOMES));
                took = perhaps(2, agents);
                end(tx, at, attempt, revision, outcome.get(), took);
            }
        }
        return new Row(new Place(at, id), debtor, asked, refusedBy, outcome, took);
    }

    private long decision(
            DSLContext tx,
            Instant at,
            Debtor debtor,
            Optional<AgentId> asked,
            List<String> refusedBy) {
        String refusals =
                String.join(
                        ",",
                        refusedBy.stream()
                                .map("{\"code\": \"NO\", \"rule\": \"%s\"}"::formatted)
                                .toList());
        return tx.insertInto(GATE_DECISION)
                .set(GATE_DECISION.DECIDED_AT, at)
                .set(GATE_DECISION.CAMPAIGN_ID, office.request(debtor).campaign())
                .set(GATE_DECISION.CONSUMER_ID, debtor.consumer())
                .set(GATE_DECISION.ACCOUNT_ID, debtor.account())
                .set(GATE_DECISION.PHONE_ID, debtor.phone())
                .set(GATE_DECISION.AGENT_ID, asked.orElse(null))
                .set(GATE_DECISION.MODE, "PROGRESSIVE")
                .set(GATE_DECISION.PATH, "CAMPAIGN")
                .set(GATE_DECISION.ALLOWED, refusedBy.isEmpty())
                .set(GATE_DECISION.REASON, refusedBy.isEmpty() ? "OK" : "NO")
                .set(GATE_DECISION.REFUSALS, JSONB.valueOf("[" + refusals + "]"))
                .set(GATE_DECISION.FACTS, JSONB.valueOf("{}"))
                .set(GATE_DECISION.RULEBOOK, "none")
                .set(GATE_DECISION.RULEBOOK_SHA256, "none")
                .set(GATE_DECISION.TZDB_VERSION, "none")
                .returningResult(GATE_DECISION.ID)
                .fetchSingle()
                .value1();
    }

    private AttemptId attempt(DSLContext tx, Instant at, long decision, Debtor debtor) {
        return tx.insertInto(ATTEMPT)
                .set(ATTEMPT.PLACED_AT, at)
                .set(ATTEMPT.DECISION_ID, decision)
                .set(ATTEMPT.CAMPAIGN_ID, office.request(debtor).campaign())
                .set(ATTEMPT.CONSUMER_ID, debtor.consumer())
                .set(ATTEMPT.ACCOUNT_ID, debtor.account())
                .set(ATTEMPT.PHONE_ID, debtor.phone())
                .set(ATTEMPT.E164, "+12125550100")
                .set(ATTEMPT.CALLER_ID, "+12125550199")
                .set(ATTEMPT.MODE, "PROGRESSIVE")
                .set(ATTEMPT.PATH, "CAMPAIGN")
                .set(ATTEMPT.RING_SECONDS, 25)
                .set(ATTEMPT.PERMIT_EXPIRES_AT, at)
                .returningResult(ATTEMPT.ID)
                .fetchSingle()
                .value1();
    }

    private static void end(
            DSLContext tx,
            Instant at,
            AttemptId attempt,
            short revision,
            String outcome,
            Optional<AgentId> took) {
        tx.insertInto(ATTEMPT_END)
                .set(ATTEMPT_END.ATTEMPT_ID, attempt)
                .set(ATTEMPT_END.PLACED_AT, at)
                .set(ATTEMPT_END.REVISION, revision)
                .set(ATTEMPT_END.OUTCOME, outcome)
                .set(ATTEMPT_END.COUNTS, true)
                .set(ATTEMPT_END.AGENT_ID, took.orElse(null))
                .set(ATTEMPT_END.ENDED_AT, at)
                .execute();
    }

    /// What is asked, and the same as a question about one row.
    private record Wanted(Audit.Query query, Predicate<Row> holds) {}

    private Wanted wanted() {
        Optional<Debtor> person = perhaps(4, debtors);
        Optional<Debtor> account = perhaps(8, debtors);
        Optional<AgentId> agent = perhaps(3, agents);
        Optional<String> rule = perhaps(4, List.of("FREQ", "HOURS", "HOLD", "NONE"));
        Optional<String> outcome = perhaps(4, OUTCOMES);
        Optional<Boolean> allowed = perhaps(4, List.of(true, false));
        Instant from = FIRST.plus(Duration.ofDays(chance.nextInt(60)));
        Instant to = perhaps(3, rows).map(row -> row.place().decidedAt()).orElse(Instant.MAX);
        Audit.Query query =
                new Audit.Query(
                        person.map(Debtor::consumer),
                        Optional.empty(),
                        Optional.empty(),
                        account.map(Debtor::account),
                        agent,
                        Optional.empty(),
                        rule,
                        outcome,
                        allowed,
                        from,
                        to.equals(Instant.MAX) ? FIRST.plus(900, ChronoUnit.DAYS) : to,
                        Optional.empty());
        return new Wanted(
                query,
                row ->
                        person.stream().allMatch(row.debtor()::equals)
                                && account.stream().allMatch(row.debtor()::equals)
                                && agent.stream().allMatch(who -> isOf(row, who))
                                && rule.stream().allMatch(row.refusedBy()::contains)
                                && outcome.equals(outcome.isEmpty() ? outcome : row.outcome())
                                && allowed.stream()
                                        .allMatch(yes -> yes == row.refusedBy().isEmpty())
                                && !row.place().decidedAt().isBefore(from)
                                && row.place().decidedAt().isBefore(to));
    }

    private static boolean isOf(Row row, AgentId who) {
        return row.asked().stream().anyMatch(who::equals)
                || row.took().stream().anyMatch(who::equals);
    }

    @Test
    void finds_what_a_look_at_every_row_finds_page_after_page() {
        int found = 0;
        for (int i = 0; i < SEARCHES; i++) {
            Wanted wanted = wanted();
            List<Place> expected = rows.stream().filter(wanted.holds()).map(Row::place).toList();
            int page = chance.nextInt(12, 60);
            assertThat(pages(wanted.query(), page)).as("search %d", i).isEqualTo(expected);
            found += expected.size();
        }
        assertThat(found).isGreaterThan(SEARCHES);
    }

    private List<Place> pages(Audit.Query query, int page) {
        List<Place> all = new ArrayList<>();
        List<Place> last = places(query, page);
        while (!last.isEmpty()) {
            all.addAll(last);
            last = places(query.behind(last.getLast()), page);
        }
        return all;
    }

    private List<Place> places(Audit.Query query, int page) {
        return it.search(query, page).stream().map(Found::place).toList();
    }
}
