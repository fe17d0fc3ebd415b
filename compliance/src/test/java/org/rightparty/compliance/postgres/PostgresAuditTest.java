package org.rightparty.compliance.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.AGENT;
import static org.rightparty.schema.generated.Tables.ATTEMPT_END;
import static org.rightparty.schema.generated.Tables.CALLING_GROUP;
import static org.rightparty.schema.generated.Tables.HOLD;
import static org.rightparty.schema.generated.Tables.NOTE;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rightparty.compliance.audit.Audit;
import org.rightparty.compliance.audit.Audit.Found;
import org.rightparty.compliance.audit.Audit.Place;
import org.rightparty.compliance.audit.Audit.Query;
import org.rightparty.compliance.gate.Attempt;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.compliance.ledger.SigningKey;
import org.rightparty.compliance.postgres.Office.Debtor;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.Outcome;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The officer's questions over three persons: one talked to, one not reached, one held.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PostgresAuditTest {
    private static final Instant NOON = Instant.parse("2026-04-07T16:00:00Z");

    private final Office office = new Office();
    private final PostgresAudit it =
            new PostgresAudit(office.database, office.rulebooks, ZoneOffset.UTC);
    private Debtor talked;
    private Debtor missed;
    private Debtor held;
    private AgentId agent;
    private Attempt call;

    @BeforeAll
    void call() {
        talked = office.debtor();
        missed = office.debtor();
        held = office.debtor();
        agent =
                office.transact(tx ->
                        tx.insertInto(AGENT)
                                .set(AGENT.LOGIN, "ana")
                                .set(AGENT.DISPLAY_NAME, "Ana")
                                .set(AGENT.PASSWORD_HASH, "none")
                                .set(AGENT.LINE, "1001")
                                .set(AGENT.LINE_SECRET, "none")
                                .returningResult(AGENT.ID)
                                .fetchSingle()
                                .value1());
        office.transact(tx ->
                tx.insertInto(HOLD)
                        .set(HOLD.CONSUMER_ID, held.consumer())
                        .set(HOLD.CODE, "DISPUTE")
                        .set(HOLD.FROM_AT, NOON.minusSeconds(60))
                        .execute());
        call = reserved(talked, NOON);
        talkedTo(call, "UNKNOWN", (short) 1);
        talkedTo(call, "ANSWERED", (short) 2);
        office.end(reserved(missed, NOON.plusSeconds(60)), Outcome.BUSY, NOON.plusSeconds(70));
        office.reserve(office.request(held), NOON.plusSeconds(120));
        office.transact(tx ->
                tx.insertInto(NOTE)
                        .set(NOTE.CONSUMER_ID, talked.consumer())
                        .set(NOTE.AGENT_ID, agent)
                        .set(NOTE.BODY, "Pays on Friday.")
                        .set(NOTE.WRITTEN_AT, NOON.plusSeconds(90))
                        .execute());
        new Sealer(office.database, office.ledger, SigningKey.make("t"), (_, _) -> "00")
                .seal(NOON.plusSeconds(300));
    }

    @AfterAll
    void close() {
        office.close();
    }

    private Attempt reserved(Debtor debtor, Instant at) {
        return ((Reservation.Granted) office.reserve(office.request(debtor), at)).attempt();
    }

    private void talkedTo(Attempt attempt, String outcome, short revision) {
        office.transact(tx ->
                tx.insertInto(ATTEMPT_END)
                        .set(ATTEMPT_END.ATTEMPT_ID, attempt.id())
                        .set(ATTEMPT_END.PLACED_AT, attempt.placedAt())
                        .set(ATTEMPT_END.REVISION, revision)
                        .set(ATTEMPT_END.CAMPAIGN_ID, office.request(talked).campaign())
                        .set(ATTEMPT_END.OUTCOME, outcome)
                        .set(ATTEMPT_END.COUNTS, true)
                        .set(ATTEMPT_END.AGENT_ID, agent)
                        .set(ATTEMPT_END.TALK_MS, 61_000)
                        .set(ATTEMPT_END.ENDED_AT, NOON.plusSeconds(80))
                        .execute());
    }

    private static Query all() {
        return Query.all(NOON, NOON.plusSeconds(3_600));
    }

    /// Persons found, the newest decision first.
    private List<Long> found(UnaryOperator<Wanted> wanted) {
        return it.search(wanted.apply(new Wanted(all())).query(), 50).stream()
                .map(found -> found.consumer().value())
                .toList();
    }

    /// A query under construction.
    private record Wanted(Query query) {
        Wanted name(String name) {
            return with(Optional.of(name), query.phone(), query.agent(), query.rule(), query);
        }

        Wanted phone(String e164) {
            Optional<PhoneNumber> number = Optional.of(new PhoneNumber(e164));
            return with(query.name(), number, query.agent(), query.rule(), query);
        }

        Wanted agent(AgentId agent) {
            return with(query.name(), query.phone(), Optional.of(agent), query.rule(), query);
        }

        Wanted rule(String rule) {
            return with(query.name(), query.phone(), query.agent(), Optional.of(rule), query);
        }

        private static Wanted with(
                Optional<String> name,
                Optional<PhoneNumber> phone,
                Optional<AgentId> agent,
                Optional<String> rule,
                Query q) {
            return new Wanted(
                    new Query(
                            q.consumer(),
                            name,
                            phone,
                            q.account(),
                            agent,
                            q.campaign(),
                            rule,
                            q.outcome(),
                            q.allowed(),
                            q.from(),
                            q.to(),
                            q.after()));
        }
    }

    @Test
    void finds_by_each_field_permitted_and_refused_ones() {
        long one = talked.consumer().value();
        long two = missed.consumer().value();
        long three = held.consumer().value();
        assertThat(found(w -> w)).containsExactly(three, two, one);
        assertThat(found(w -> w.name("person " + one))).isSubsetOf(one, two, three);
        for (String name : List.of("Test Person", "Person, Test", "person test", "est pers")) {
            assertThat(found(w -> w.name(name))).as(name).containsExactly(three, two, one);
        }
        assertThat(found(w -> w.name("nobody"))).isEmpty();
        assertThat(found(w -> w.phone("+12125550102"))).containsExactly(two);
        assertThat(found(w -> w.agent(agent))).containsExactly(one);
        String rule = it.search(all(), 1).getFirst().rule();
        assertThat(found(w -> w.rule(rule))).containsExactly(three);
        assertThat(found(w -> w.rule("NO-SUCH-RULE"))).isEmpty();
        assertThat(found(w -> w.agent(agent).rule(rule))).isEmpty();
    }

    @Test
    void pages_by_place_without_losing_or_doubling_any() {
        List<Found> first = it.search(all(), 2);
        Query next = all().behind(first.getLast().place());
        assertThat(it.search(next, 2))
                .extracting(Found::consumer)
                .containsExactly(talked.consumer());
    }

    @Test
    void tells_the_corrected_end_of_a_call_once() {
        Found found = it.search(all(), 9).getLast();
        assertThat(found.outcome()).contains("ANSWERED");
        assertThat(found.agent()).contains("Ana");
        assertThat(found.talkMillis()).isEqualTo(61_000);
        assertThat(found.attempt()).contains(call.id());
        assertThat(found.recorded()).isFalse();
    }

    @Test
    void shows_of_a_decision_its_rules_inputs_and_place_in_the_ledger() {
        Found refused = it.search(all(), 1).getFirst();
        Audit.Decision decision = it.decision(refused.place()).orElseThrow();
        assertThat(decision.found().allowed()).isFalse();
        assertThat(decision.refusals().getFirst().citation()).contains("1006.38");
        assertThat(decision.rows().getFirst().answer()).isEqualTo("REFUSES");
        assertThat(decision.rows())
                .extracting(Audit.Asked::answer)
                .contains("PASSES", "NOT_CONCERNED");
        assertThat(decision.facts()).contains("America/New_York");
        assertThat(decision.sealed()).isPresent();
        assertThat(it.decision(new Place(NOON, 9_999))).isEmpty();
    }

    @Test
    void tells_what_was_done_about_a_person_the_newest_first() {
        List<Audit.Moment> moments = it.timeline(talked.consumer(), 10);
        assertThat(moments)
                .extracting(Audit.Moment::kind)
                .containsExactly("note", "dial.permitted");
        assertThat(moments.getFirst().text()).isEqualTo("Pays on Friday.");
        assertThat(it.timeline(talked.consumer(), 1)).hasSize(1);
        assertThat(it.marks(call.id())).contains(new Audit.Marks(talked.consumer(), List.of()));
        assertThat(it.marks(new AttemptId(987_654))).isEmpty();
    }

    @Test
    void measures_abandonment_by_each_rule_in_force() {
        assertThat(it.abandonment(NOON.plusSeconds(600)))
                .isNotEmpty()
                .allSatisfy(line -> {
                    assertThat(line.campaign()).isEqualTo("cards");
                    assertThat(line.answered()).isEqualTo(1);
                    assertThat(line.abandoned()).isZero();
                });
        assertThat(it.choices().campaigns()).extracting(Audit.Choice::name).contains("cards");
    }

    @Test
    void measures_abandonment_by_no_rule_of_a_place_where_nobody_is_called() {
        assertThat(ruled()).contains("POLICY-ABN").doesNotContain("UK-OFCOM-ABN", "CA-CRTC-ABN");
        office.transact(tx ->
                tx.insertInto(CALLING_GROUP)
                        .set(CALLING_GROUP.ZONES, new String[] {"Europe/London"})
                        .set(CALLING_GROUP.JURISDICTIONS, new String[] {"GB"})
                        .execute());
        assertThat(ruled()).contains("POLICY-ABN", "UK-OFCOM-ABN").doesNotContain("CA-CRTC-ABN");
    }

    private List<String> ruled() {
        return it.abandonment(NOON.plusSeconds(600)).stream().map(Audit.Abandoned::rule).toList();
    }

    @Test
    void rules_to_choose_from_say_what_they_refused() {
        List<Audit.Refusing> rules = it.choices().rules();
        assertThat(rules)
                .startsWith(
                        new Audit.Refusing("HOUSE-DISPUTE", sentence("HOUSE-DISPUTE"), 1),
                        new Audit.Refusing("US-FED-DISPUTE", sentence("US-FED-DISPUTE"), 1));
        assertThat(rules)
                .extracting(Audit.Refusing::rule)
                .contains("US-FED-DEAD")
                .doesNotHaveDuplicates();
        assertThat(rules)
                .filteredOn(rule -> rule.refused() == 0)
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.sentence()).isNotBlank());
    }

    private String sentence(String rule) {
        return office.transact(tx -> office.rulebooks.at(tx, NOON)).rows().stream()
                .map(Rulebooks.Row::rule)
                .filter(row -> row.id().equals(rule))
                .findFirst()
                .orElseThrow()
                .sentence();
    }
}
