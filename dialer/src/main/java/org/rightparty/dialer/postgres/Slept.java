package org.rightparty.dialer.postgres;

import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.rightparty.schema.generated.Tables;
import org.rightparty.vocabulary.ConsumerId;

import java.time.Instant;
import java.util.List;

/// A candidate that goes to sleep.
///
/// @param parked why for good; empty when it wakes at `until`
/// @param waitsFor what it waits for until then
record Slept(ConsumerId consumer, Instant until, String parked, String waitsFor) {
    private static final String NAME = "slept";

    /// Sleepers as a table to join: one array a column.
    record Rows(
            Table<?> rows,
            Field<ConsumerId> consumer,
            Field<Instant> until,
            Field<String> parked,
            Field<String> waitsFor) {}

    static Rows table(List<Slept> slept) {
        Long[] consumers = slept.stream().map(s -> s.consumer().value()).toArray(Long[]::new);
        String[] untils = slept.stream().map(s -> s.until().toString()).toArray(String[]::new);
        String[] reasons = slept.stream().map(Slept::parked).toArray(String[]::new);
        String[] waits = slept.stream().map(Slept::waitsFor).toArray(String[]::new);
        Table<?> rows =
                Unnested.of(
                        NAME,
                        List.of(
                                DSL.val(consumers, SQLDataType.BIGINT.getArrayDataType()),
                                DSL.val(untils, SQLDataType.CLOB.getArrayDataType()),
                                DSL.val(reasons, SQLDataType.CLOB.getArrayDataType()),
                                DSL.val(waits, SQLDataType.CLOB.getArrayDataType())),
                        List.of("consumer_id", "until_at", "parked", "waits_for"));
        return new Rows(
                rows,
                DSL.field(
                        DSL.name(NAME, "consumer_id"),
                        Tables.DIAL_CANDIDATE.CONSUMER_ID.getDataType()),
                DSL.field(DSL.name(NAME, "until_at"), SQLDataType.CLOB)
                        .cast(Tables.DIAL_CANDIDATE.NEXT_AT.getDataType()),
                DSL.field(DSL.name(NAME, "parked"), SQLDataType.CLOB),
                DSL.field(DSL.name(NAME, "waits_for"), SQLDataType.CLOB));
    }
}
