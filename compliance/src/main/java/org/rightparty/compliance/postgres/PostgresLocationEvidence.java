package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.WHEREABOUTS;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.rightparty.compliance.zones.Evidence;
import org.rightparty.compliance.zones.Whereabouts;
import org.rightparty.vocabulary.ConsumerId;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What points to where consumers are, as the tables stand now.
public final class PostgresLocationEvidence {
    private PostgresLocationEvidence() {}

    /// Where one consumer may be at `at`.
    ///
    /// @param collector where we are, parents named too
    public static Whereabouts whereabouts(
            DSLContext tx, ConsumerId consumer, Collection<String> collector, Instant at) {
        List<Evidence> evidence = read(tx, List.of(consumer)).getOrDefault(consumer, List.of());
        return Whereabouts.of(evidence, collector, at);
    }

    /// All that points to where these consumers are; somebody without evidence is missing.
    public static Map<ConsumerId, List<Evidence>> read(
            DSLContext tx, Collection<ConsumerId> consumers) {
        return tx
                .select(
                        WHEREABOUTS.CONSUMER_ID,
                        WHEREABOUTS.KIND,
                        WHEREABOUTS.ZONES,
                        WHEREABOUTS.JURISDICTION,
                        WHEREABOUTS.AUTHORITATIVE,
                        WHEREABOUTS.EXPIRES_AT)
                .from(WHEREABOUTS)
                .where(among(consumers))
                .orderBy(
                        WHEREABOUTS.CONSUMER_ID,
                        WHEREABOUTS.KIND,
                        WHEREABOUTS.ZONES,
                        WHEREABOUTS.JURISDICTION)
                .fetch()
                .stream()
                .collect(
                        groupingBy(
                                row -> row.value1(),
                                mapping(
                                        row ->
                                                new Evidence(
                                                        Evidence.Kind.valueOf(row.value2()),
                                                        PostgresZones.zones(row.value3()),
                                                        Optional.ofNullable(row.value4()),
                                                        row.value5(),
                                                        Optional.ofNullable(row.value6())),
                                        toList())));
    }

    /// One bind however many they are.
    private static Condition among(Collection<ConsumerId> consumers) {
        Long[] ids = consumers.stream().map(ConsumerId::value).distinct().toArray(Long[]::new);
        return WHEREABOUTS
                .CONSUMER_ID
                .coerce(SQLDataType.BIGINT)
                .eq(DSL.any(DSL.val(ids, SQLDataType.BIGINT.getArrayDataType())));
    }
}
