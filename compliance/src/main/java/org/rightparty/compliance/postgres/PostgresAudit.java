package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.AGENT;
import static org.rightparty.schema.generated.Tables.ATTEMPT;
import static org.rightparty.schema.generated.Tables.AUDIT_ENTRY;
import static org.rightparty.schema.generated.Tables.BALANCE_ENTRY;
import static org.rightparty.schema.generated.Tables.CALL_EVENT;
import static org.rightparty.schema.generated.Tables.CAMPAIGN;
import static org.rightparty.schema.generated.Tables.GATE_DECISION;
import static org.rightparty.schema.generated.Tables.LEDGER_LEAF;
import static org.rightparty.schema.generated.Tables.NOTE;
import static org.rightparty.schema.generated.Tables.PROMISE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.rightparty.compliance.audit.Audit;
import org.rightparty.database.Database;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.ConsumerId;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The officer's questions, answered from the tables. The search itself is [AuditSearch]'s.
public final class PostgresAudit implements Audit {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RECORDING_BEGAN = "recording-began";
    private static final int CHOICES_MAX = 500;

    private final Database database;
    private final PostgresRulebooks rulebooks;
    private final ZoneId house;

    /// @param house the clock of the call centre
    public PostgresAudit(Database database, PostgresRulebooks rulebooks, ZoneId house) {
        this.database = database;
        this.rulebooks = rulebooks;
        this.house = house;
    }

    @Override
    public List<Found> search(Query query, int many) {
        return database.transact(tx -> AuditSearch.search(tx, query, many));
    }

    @Override
    public Optional<Decision> decision(Place place) {
        return database.transact(tx ->
                AuditSearch.one(tx, place)
                        .flatMap(found ->
                                tx.selectFrom(GATE_DECISION)
                                        .where(GATE_DECISION.ID.eq(place.id()))
                                        .and(GATE_DECISION.DECIDED_AT.eq(place.decidedAt()))
                                        .fetchOptional()
                                        .map(row -> decision(tx, found, row))));
    }

    private static Decision decision(DSLContext tx, Found found, Record row) {
        return new Decision(
                found,
                row.get(GATE_DECISION.PATH),
                refusals(row.get(GATE_DECISION.REFUSALS).data()),
                AuditRules.of(tx, found.place()),
                row.get(GATE_DECISION.FACTS).data(),
                row.get(GATE_DECISION.RULEBOOK),
                row.get(GATE_DECISION.RULEBOOK_SHA256),
                row.get(GATE_DECISION.TZDB_VERSION),
                Optional.ofNullable(row.get(GATE_DECISION.NEXT_ALLOWED_AT)),
                sealed(tx, found));
    }

    static List<Refused> refusals(String json) {
        List<Refused> refusals = new ArrayList<>();
        for (JsonNode node : tree(json)) {
            refusals.add(
                    new Refused(
                            node.path("code").asText(),
                            node.path("rule").asText(),
                            node.path("book").asText(),
                            node.path("citation").asText(),
                            node.path("sentence").asText()));
        }
        return refusals;
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a column of JSON holds none", broken);
        }
    }

    /// The place of the decision's entry; empty while it waits to be sealed.
    private static Optional<Sealed> sealed(DSLContext tx, Found found) {
        return tx
                .select(LEDGER_LEAF.SEQ, LEDGER_LEAF.LEAF_HASH, AUDIT_ENTRY.PAYLOAD)
                .from(AUDIT_ENTRY)
                .join(LEDGER_LEAF)
                .on(LEDGER_LEAF.ENTRY_ID.eq(AUDIT_ENTRY.ID))
                .where(AUDIT_ENTRY.CONSUMER_ID.eq(found.consumer()))
                .and(AUDIT_ENTRY.AT.eq(found.place().decidedAt()))
                .and(AUDIT_ENTRY.KIND.startsWith("dial."))
                .fetch()
                .stream()
                .filter(row -> decisionOf(row.value3()) == found.place().id())
                .map(row -> new Sealed(row.value1(), HexFormat.of().formatHex(row.value2())))
                .findFirst();
    }

    private static long decisionOf(String payload) {
        return tree(payload).path("detail").path("decision").asLong();
    }

    /// Entries of the ledger, and what is written of her beside it.
    @Override
    public List<Moment> timeline(ConsumerId consumer, int many) {
        return database.transact(tx -> {
            List<Moment> moments = new ArrayList<>(entries(tx, consumer, many));
            moments.addAll(notes(tx, consumer, many));
            moments.addAll(promises(tx, consumer, many));
            moments.addAll(payments(tx, consumer, many));
            moments.sort(Comparator.comparing(Moment::at).reversed());
            return List.copyOf(moments.subList(0, Math.min(many, moments.size())));
        });
    }

    private static List<Moment> entries(DSLContext tx, ConsumerId consumer, int many) {
        return tx.select(
                        AUDIT_ENTRY.AT,
                        AUDIT_ENTRY.KIND,
                        AUDIT_ENTRY.ACTOR,
                        AUDIT_ENTRY.ATTEMPT_ID,
                        AUDIT_ENTRY.PAYLOAD)
                .from(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.CONSUMER_ID.eq(consumer))
                .orderBy(AUDIT_ENTRY.AT.desc())
                .limit(many)
                .fetch(row ->
                        new Moment(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                Optional.ofNullable(row.value4()),
                                tree(row.value5()).path("detail").toString()));
    }

    private static List<Moment> notes(DSLContext tx, ConsumerId consumer, int many) {
        return tx.select(NOTE.WRITTEN_AT, AGENT.DISPLAY_NAME, NOTE.ATTEMPT_ID, NOTE.BODY)
                .from(NOTE)
                .leftJoin(AGENT)
                .on(AGENT.ID.eq(NOTE.AGENT_ID))
                .where(NOTE.CONSUMER_ID.eq(consumer))
                .orderBy(NOTE.ID.desc())
                .limit(many)
                .fetch(row ->
                        new Moment(
                                row.value1(),
                                "note",
                                Optional.ofNullable(row.value2()).orElse("program"),
                                Optional.ofNullable(row.value3()),
                                row.value4()));
    }

    private static List<Moment> promises(DSLContext tx, ConsumerId consumer, int many) {
        return tx.select(
                        PROMISE.MADE_AT,
                        AGENT.DISPLAY_NAME,
                        PROMISE.ATTEMPT_ID,
                        PROMISE.AMOUNT_MINOR,
                        PROMISE.CURRENCY,
                        PROMISE.DUE_ON,
                        PROMISE.STATE)
                .from(PROMISE)
                .join(AGENT)
                .on(AGENT.ID.eq(PROMISE.AGENT_ID))
                .where(PROMISE.CONSUMER_ID.eq(consumer))
                .orderBy(PROMISE.ID.desc())
                .limit(many)
                .fetch(row ->
                        new Moment(
                                row.value1(),
                                "promise",
                                row.value2(),
                                Optional.ofNullable(row.value3()),
                                "%s until %s: %s"
                                        .formatted(
                                                money(row.value4(), row.value5()),
                                                row.value6(),
                                                row.value7())));
    }

    private static List<Moment> payments(DSLContext tx, ConsumerId consumer, int many) {
        return tx.select(
                        BALANCE_ENTRY.RECORDED_AT,
                        BALANCE_ENTRY.KIND,
                        BALANCE_ENTRY.AMOUNT_MINOR,
                        ACCOUNT.CURRENCY)
                .from(BALANCE_ENTRY)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(BALANCE_ENTRY.ACCOUNT_ID))
                .where(ACCOUNT.CONSUMER_ID.eq(consumer))
                .and(BALANCE_ENTRY.KIND.ne("PLACEMENT"))
                .orderBy(BALANCE_ENTRY.ID.desc())
                .limit(many)
                .fetch(row ->
                        new Moment(
                                row.value1(),
                                "payment",
                                "program",
                                Optional.empty(),
                                row.value2() + " " + money(row.value3(), row.value4())));
    }

    private static String money(long minor, String currency) {
        return "%s%d.%02d %s"
                .formatted(
                        minor < 0 ? "-" : "",
                        Math.abs(minor) / 100,
                        Math.abs(minor) % 100,
                        currency);
    }

    @Override
    public Optional<Marks> marks(AttemptId attempt) {
        return database.transact(tx ->
                tx.select(ATTEMPT.CONSUMER_ID)
                        .from(ATTEMPT)
                        .where(ATTEMPT.ID.eq(attempt))
                        .fetchOptional()
                        .map(row -> new Marks(row.value1(), marks(tx, attempt))));
    }

    private static List<Mark> marks(DSLContext tx, AttemptId attempt) {
        List<Moment> events =
                tx.select(CALL_EVENT.AT, CALL_EVENT.KIND)
                        .from(CALL_EVENT)
                        .where(CALL_EVENT.ATTEMPT_ID.eq(attempt))
                        .orderBy(CALL_EVENT.AT)
                        .fetch(row ->
                                new Moment(row.value1(), row.value2(), "", Optional.empty(), ""));
        Optional<Instant> began =
                events.stream()
                        .filter(event -> event.kind().equals(RECORDING_BEGAN))
                        .map(Moment::at)
                        .findFirst();
        return events.stream()
                .filter(event -> began.filter(at -> !event.at().isBefore(at)).isPresent())
                .map(event ->
                        new Mark(
                                Duration.between(began.orElseThrow(), event.at()).toMillis(),
                                event.kind()))
                .toList();
    }

    @Override
    public List<Abandoned> abandonment(Instant now) {
        return database.transact(tx -> AuditRules.abandonment(tx, rulebooks, house, now));
    }

    @Override
    public Choices choices() {
        return database.transact(tx ->
                new Choices(
                        tx.select(CAMPAIGN.ID, CAMPAIGN.NAME)
                                .from(CAMPAIGN)
                                .orderBy(CAMPAIGN.NAME)
                                .limit(CHOICES_MAX)
                                .fetch(row -> new Choice(row.value1().value(), row.value2())),
                        tx.select(AGENT.ID, AGENT.DISPLAY_NAME)
                                .from(AGENT)
                                .orderBy(AGENT.DISPLAY_NAME)
                                .limit(CHOICES_MAX)
                                .fetch(row -> new Choice(row.value1().value(), row.value2())),
                        RefusingRules.of(tx)));
    }
}
