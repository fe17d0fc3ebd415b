package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.GATE_DECISION;
import static org.rightparty.schema.generated.Tables.RULEBOOK;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.rightparty.compliance.audit.Audit;
import org.rightparty.compliance.audit.Audit.Refusing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Which rules refused something of late, the busiest first, and behind them by name the rules of
/// all books that refused nothing.
final class RefusingRules {
    private static final String NEWEST = "newest";
    private static final String REFUSAL = "refusal";
    private static final String ONE = "one";

    private RefusingRules() {}

    static List<Refusing> of(DSLContext tx) {
        Map<String, String> others = inBooks(tx);
        List<Refusing> rules = new ArrayList<>(lately(tx));
        rules.forEach(refusing -> others.remove(refusing.rule()));
        others.forEach((rule, sentence) -> rules.add(new Refusing(rule, sentence, 0)));
        return List.copyOf(rules);
    }

    private static List<Refusing> lately(DSLContext tx) {
        Table<? extends Record> newest =
                tx.select(GATE_DECISION.ALLOWED, GATE_DECISION.REFUSALS)
                        .from(GATE_DECISION)
                        .orderBy(GATE_DECISION.DECIDED_AT.desc(), GATE_DECISION.ID.desc())
                        .limit(Audit.Choices.DECISIONS_COUNTED)
                        .asTable(NEWEST);
        Field<JSONB> refusals = DSL.field(DSL.name(NEWEST, "refusals"), SQLDataType.JSONB);
        Field<JSONB> one = DSL.field(DSL.name(REFUSAL, ONE), SQLDataType.JSONB);
        Field<String> rule = DSL.field("{0} ->> 'rule'", String.class, one);
        Field<String> sentence = DSL.max(DSL.field("{0} ->> 'sentence'", String.class, one));
        Field<Long> refused = DSL.count().cast(Long.class);
        return tx.select(rule, sentence, refused)
                .from(newest)
                .crossJoin(
                        DSL.lateral(
                                DSL.table("jsonb_array_elements({0})", refusals).as(REFUSAL, ONE)))
                .where(DSL.field(DSL.name(NEWEST, "allowed"), Boolean.class).isFalse())
                .groupBy(rule)
                .orderBy(refused.desc(), rule)
                .fetch(row -> new Refusing(row.value1(), row.value2(), row.value3()));
    }

    /// What each rule of an approved book says, in the newest of its versions.
    private static Map<String, String> inBooks(DSLContext tx) {
        Map<String, String> sentences = new TreeMap<>();
        tx.select(RULEBOOK.CONTENT)
                .from(RULEBOOK)
                .where(RULEBOOK.APPROVED_AT.isNotNull())
                .orderBy(RULEBOOK.APPROVED_AT)
                .forEach(row ->
                        PostgresAudit.tree(row.value1().data())
                                .path("rules")
                                .forEach(rule ->
                                        sentences.put(
                                                rule.path("rule_id").asText(),
                                                rule.path("message_for_agent").asText())));
        return sentences;
    }
}
