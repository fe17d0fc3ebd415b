package org.rightparty.dialer.postgres;

import static org.rightparty.dialer.postgres.Among.among;
import static org.rightparty.schema.generated.Tables.LOCATION_EVIDENCE;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toUnmodifiableSet;

import org.jooq.DSLContext;
import org.rightparty.compliance.zones.Evidence;
import org.rightparty.compliance.zones.Whereabouts;
import org.rightparty.vocabulary.ConsumerId;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where many consumers may be, by the same rule as the gate's.
final class Places {
    private record Row(ConsumerId consumer, Evidence evidence) {}

    private Places() {}

    static Map<ConsumerId, Whereabouts> read(
            DSLContext tx, Collection<ConsumerId> consumers, Instant now) {
        return tx
                .select(
                        LOCATION_EVIDENCE.CONSUMER_ID,
                        LOCATION_EVIDENCE.KIND,
                        LOCATION_EVIDENCE.ZONES,
                        LOCATION_EVIDENCE.JURISDICTION,
                        LOCATION_EVIDENCE.AUTHORITATIVE,
                        LOCATION_EVIDENCE.EXPIRES_AT)
                .from(LOCATION_EVIDENCE)
                .where(among(LOCATION_EVIDENCE.CONSUMER_ID, consumers))
                .fetch(row ->
                        new Row(
                                row.value1(),
                                new Evidence(
                                        Evidence.Kind.valueOf(row.value2()),
                                        zones(row.value3()),
                                        Optional.ofNullable(row.value4()),
                                        row.value5(),
                                        Optional.ofNullable(row.value6()))))
                .stream()
                .collect(
                        groupingBy(
                                Row::consumer,
                                mapping(
                                        Row::evidence,
                                        collectingAndThen(
                                                toList(), all -> Whereabouts.of(all, now)))));
    }

    private static Set<ZoneId> zones(String[] names) {
        return Arrays.stream(names).map(ZoneId::of).collect(toUnmodifiableSet());
    }
}
