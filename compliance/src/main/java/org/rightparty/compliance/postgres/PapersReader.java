package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.LICENCE;
import static org.rightparty.schema.generated.Tables.OVERRIDE_REQUEST;
import static org.rightparty.schema.generated.Tables.RULE_OVERRIDE;
import static org.rightparty.schema.generated.Tables.WRITTEN_NOTICE;

import org.jooq.DSLContext;
import org.rightparty.compliance.gate.Papers;
import org.rightparty.compliance.rules.RuleType;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.vocabulary.ConsumerId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Licences, written notices and overrides. Each is read only when a row in force looks at it.
final class PapersReader {
    private PapersReader() {}

    static Map<ConsumerId, Papers> read(
            DSLContext tx, Collection<ConsumerId> consumers, Rulebooks books, Instant now) {
        List<Papers.Licence> licences =
                books.has(RuleType.LICENCE) ? licences(tx) : List.<Papers.Licence>of();
        Map<ConsumerId, List<Papers.Notice>> notices =
                books.has(RuleType.WAIT_AFTER_NOTICE) ? notices(tx, consumers) : Map.of();
        Map<ConsumerId, List<Papers.SetAside>> overrides =
                books.anyOverridable() ? overrides(tx, consumers, now) : Map.of();
        Map<ConsumerId, Papers> papers = new HashMap<>();
        for (ConsumerId consumer : consumers) {
            papers.put(
                    consumer,
                    new Papers(
                            licences,
                            notices.getOrDefault(consumer, List.of()),
                            overrides.getOrDefault(consumer, List.of())));
        }
        return papers;
    }

    private static List<Papers.Licence> licences(DSLContext tx) {
        return tx.select(
                        LICENCE.JURISDICTION, LICENCE.HELD, LICENCE.VALID_FROM, LICENCE.VALID_UNTIL)
                .from(LICENCE)
                .orderBy(LICENCE.ID)
                .fetch(row ->
                        new Papers.Licence(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                Optional.ofNullable(row.value4())));
    }

    private static Map<ConsumerId, List<Papers.Notice>> notices(
            DSLContext tx, Collection<ConsumerId> consumers) {
        Map<ConsumerId, List<Papers.Notice>> notices = new HashMap<>();
        tx.select(
                        WRITTEN_NOTICE.CONSUMER_ID,
                        WRITTEN_NOTICE.KIND,
                        WRITTEN_NOTICE.ACCOUNT_ID,
                        WRITTEN_NOTICE.SENT_AT)
                .from(WRITTEN_NOTICE)
                .where(WRITTEN_NOTICE.CONSUMER_ID.in(consumers))
                .orderBy(WRITTEN_NOTICE.ID)
                .forEach(row ->
                        notices.computeIfAbsent(row.value1(), _ -> new ArrayList<>())
                                .add(
                                        new Papers.Notice(
                                                row.value2(),
                                                Optional.ofNullable(row.value3()),
                                                row.value4())));
        return notices;
    }

    private static Map<ConsumerId, List<Papers.SetAside>> overrides(
            DSLContext tx, Collection<ConsumerId> consumers, Instant now) {
        Map<ConsumerId, List<Papers.SetAside>> overrides = new HashMap<>();
        tx.select(
                        RULE_OVERRIDE.CONSUMER_ID,
                        RULE_OVERRIDE.RULE_ID,
                        RULE_OVERRIDE.ACCOUNT_ID,
                        RULE_OVERRIDE.PHONE_ID,
                        RULE_OVERRIDE.FROM_AT,
                        RULE_OVERRIDE.UNTIL_AT)
                .from(RULE_OVERRIDE)
                .leftJoin(OVERRIDE_REQUEST)
                .on(OVERRIDE_REQUEST.ID.eq(RULE_OVERRIDE.REQUEST_ID))
                .where(RULE_OVERRIDE.CONSUMER_ID.in(consumers))
                .and(RULE_OVERRIDE.UNTIL_AT.gt(now))
                .and(OVERRIDE_REQUEST.WITHDRAWN_AT.isNull())
                .orderBy(RULE_OVERRIDE.ID)
                .forEach(row ->
                        overrides
                                .computeIfAbsent(row.value1(), _ -> new ArrayList<>())
                                .add(
                                        new Papers.SetAside(
                                                row.value2(),
                                                Optional.ofNullable(row.value3()),
                                                Optional.ofNullable(row.value4()),
                                                row.value5(),
                                                row.value6())));
        return overrides;
    }
}
