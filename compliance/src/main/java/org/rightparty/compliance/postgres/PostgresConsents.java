package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.CONSENT;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.rightparty.compliance.gate.Consent;
import org.rightparty.compliance.postgres.RestrictionReader.Consenting;
import org.rightparty.vocabulary.ConsumerId;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The consents that consumers gave and took back, as the tables stand now.
public final class PostgresConsents {
    private PostgresConsents() {}

    private record Row(ConsumerId consumer, Consenting consent) {}

    /// Somebody who was never asked is missing. Callbacks that were asked for are not among them.
    public static Map<ConsumerId, List<Consent>> read(
            DSLContext tx, Collection<ConsumerId> consumers) {
        Map<ConsumerId, List<Consent>> consents = new HashMap<>();
        rows(tx, consumers)
                .forEach((consumer, rows) ->
                        consents.put(consumer, Declared.consents(rows, List.of())));
        return consents;
    }

    private static Map<ConsumerId, List<Consenting>> rows(
            DSLContext tx, Collection<ConsumerId> consumers) {
        Long[] ids = consumers.stream().map(ConsumerId::value).toArray(Long[]::new);
        return tx
                .select(
                        CONSENT.CONSUMER_ID,
                        CONSENT.KIND,
                        CONSENT.GRANTED,
                        CONSENT.GIVEN_TO,
                        CONSENT.PHONE_ID,
                        CONSENT.ACCOUNT_ID,
                        CONSENT.GIVEN_AT,
                        CONSENT.EXPIRES_AT,
                        CONSENT.LOCAL_FROM,
                        CONSENT.LOCAL_TO)
                .from(CONSENT)
                .where(
                        CONSENT.CONSUMER_ID
                                .coerce(SQLDataType.BIGINT)
                                .eq(DSL.any(DSL.val(ids, SQLDataType.BIGINT.getArrayDataType()))))
                .fetch(row ->
                        new Row(
                                row.value1(),
                                new Consenting(
                                        row.value2(),
                                        row.value3(),
                                        row.value4(),
                                        row.value5(),
                                        row.value6(),
                                        row.value7(),
                                        row.value8(),
                                        row.value9(),
                                        row.value10())))
                .stream()
                .collect(groupingBy(Row::consumer, mapping(Row::consent, toList())));
    }
}
