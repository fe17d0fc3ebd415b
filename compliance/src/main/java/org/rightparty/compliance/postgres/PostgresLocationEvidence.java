package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.ADDRESS;
import static org.rightparty.schema.generated.Tables.CALLING_GROUP;
import static org.rightparty.schema.generated.Tables.LOCATION_EVIDENCE;
import static org.rightparty.schema.generated.Tables.PHONE;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import org.jooq.DSLContext;
import org.jooq.Record5;
import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.zones.Evidence;
import org.rightparty.compliance.zones.Whereabouts;
import org.rightparty.compliance.zones.ZoneTables;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What points to where consumers are: derived from their numbers and addresses whenever these
/// change, and read by whoever needs their zones.
public final class PostgresLocationEvidence {
    private static final int CONSUMERS_A_STATEMENT_MAX = 500;
    private static final List<String> NOT_THEIRS = List.of("WRONG", "REASSIGNED", "ATTORNEY");

    private final PostgresZones zones;

    public PostgresLocationEvidence(PostgresZones zones) {
        this.zones = zones;
    }

    /// Writes anew what the numbers and addresses of these consumers prove. What they stated stays.
    public void derive(DSLContext tx, List<ConsumerId> consumers) {
        ZoneTables tables = zones.tables(tx);
        for (int from = 0; from < consumers.size(); from += CONSUMERS_A_STATEMENT_MAX) {
            int to = Math.min(consumers.size(), from + CONSUMERS_A_STATEMENT_MAX);
            List<ConsumerId> some = consumers.subList(from, to);
            List<Row> rows = new ArrayList<>(ofPhones(tx, some, tables));
            rows.addAll(ofAddresses(tx, some, tables));
            delete(tx, some);
            insert(tx, rows);
        }
    }

    /// Where these consumers may be at `at`; somebody without evidence has no zones.
    public Map<ConsumerId, Whereabouts> whereabouts(
            DSLContext tx, Collection<ConsumerId> consumers, Instant at) {
        Map<ConsumerId, List<Evidence>> evidence = read(tx, consumers);
        Map<ConsumerId, Whereabouts> whereabouts = new HashMap<>();
        for (ConsumerId consumer : consumers) {
            whereabouts.put(
                    consumer, Whereabouts.of(evidence.getOrDefault(consumer, List.of()), at));
        }
        return whereabouts;
    }

    /// The calling group of each of these consumers at `at`, made where it is new.
    public Map<ConsumerId, Integer> callingGroups(
            DSLContext tx, Collection<ConsumerId> consumers, Instant at) {
        Map<ConsumerId, Group> wanted = new HashMap<>();
        whereabouts(tx, consumers, at)
                .forEach((consumer, where) -> wanted.put(consumer, Group.of(where)));
        Map<Group, Integer> known = groups(tx);
        Set<Group> missing = new HashSet<>(wanted.values());
        missing.removeAll(known.keySet());
        if (!missing.isEmpty()) {
            makeGroups(tx, missing);
            known = groups(tx);
        }
        Map<ConsumerId, Integer> groups = new HashMap<>();
        for (Map.Entry<ConsumerId, Group> entry : wanted.entrySet()) {
            groups.put(entry.getKey(), known.get(entry.getValue()));
        }
        return groups;
    }

    static Map<ConsumerId, List<Evidence>> read(DSLContext tx, Collection<ConsumerId> consumers) {
        return tx
                .select(
                        LOCATION_EVIDENCE.CONSUMER_ID,
                        LOCATION_EVIDENCE.KIND,
                        LOCATION_EVIDENCE.ZONES,
                        LOCATION_EVIDENCE.JURISDICTION,
                        LOCATION_EVIDENCE.AUTHORITATIVE,
                        LOCATION_EVIDENCE.EXPIRES_AT)
                .from(LOCATION_EVIDENCE)
                .where(LOCATION_EVIDENCE.CONSUMER_ID.in(consumers))
                .orderBy(LOCATION_EVIDENCE.ID)
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

    private record Row(
            ConsumerId consumer,
            Evidence evidence,
            @Nullable PhoneId phone,
            @Nullable Long address) {}

    private static List<Row> ofPhones(
            DSLContext tx, List<ConsumerId> consumers, ZoneTables tables) {
        List<Row> rows = new ArrayList<>();
        tx.select(PHONE.CONSUMER_ID, PHONE.ID, PHONE.E164)
                .from(PHONE)
                .where(PHONE.CONSUMER_ID.in(consumers))
                .and(PHONE.USABLE.notIn(NOT_THEIRS))
                .forEach(phone ->
                        tables.of(new PhoneNumber(phone.value3()))
                                .ifPresent(evidence ->
                                        rows.add(
                                                new Row(
                                                        phone.value1(),
                                                        evidence,
                                                        phone.value2(),
                                                        null))));
        return rows;
    }

    private static List<Row> ofAddresses(
            DSLContext tx, List<ConsumerId> consumers, ZoneTables tables) {
        List<Row> rows = new ArrayList<>();
        tx.select(
                        ADDRESS.CONSUMER_ID,
                        ADDRESS.ID,
                        ADDRESS.COUNTRY,
                        ADDRESS.REGION,
                        ADDRESS.POSTAL_CODE)
                .from(ADDRESS)
                .where(ADDRESS.CONSUMER_ID.in(consumers))
                .and(ADDRESS.GOOD)
                .forEach(address -> row(address, tables).ifPresent(rows::add));
        return rows;
    }

    private static Optional<Row> row(
            Record5<ConsumerId, Long, String, String, String> address, ZoneTables tables) {
        return tables.of(address.value3(), address.value4(), address.value5())
                .map(evidence -> new Row(address.value1(), evidence, null, address.value2()));
    }

    private static void delete(DSLContext tx, List<ConsumerId> consumers) {
        tx.deleteFrom(LOCATION_EVIDENCE)
                .where(LOCATION_EVIDENCE.CONSUMER_ID.in(consumers))
                .and(LOCATION_EVIDENCE.KIND.in("ADDRESS", "NUMBER"))
                .execute();
    }

    private static void insert(DSLContext tx, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var insert =
                tx.insertInto(
                        LOCATION_EVIDENCE,
                        LOCATION_EVIDENCE.CONSUMER_ID,
                        LOCATION_EVIDENCE.KIND,
                        LOCATION_EVIDENCE.ZONES,
                        LOCATION_EVIDENCE.JURISDICTION,
                        LOCATION_EVIDENCE.PHONE_ID,
                        LOCATION_EVIDENCE.ADDRESS_ID);
        for (Row row : rows) {
            Evidence evidence = row.evidence();
            insert =
                    insert.values(
                            row.consumer(),
                            evidence.kind().name(),
                            names(evidence),
                            evidence.jurisdiction().orElse(null),
                            row.phone(),
                            row.address());
        }
        insert.execute();
    }

    private static String[] names(Evidence evidence) {
        return evidence.zones().stream().map(zone -> zone.getId()).sorted().toArray(String[]::new);
    }

    private record Group(List<String> zones, List<String> jurisdictions) {
        static Group of(Whereabouts where) {
            return new Group(where.zoneNames(), List.copyOf(where.jurisdictions()));
        }
    }

    private static Map<Group, Integer> groups(DSLContext tx) {
        Map<Group, Integer> groups = new HashMap<>();
        tx.select(CALLING_GROUP.ID, CALLING_GROUP.ZONES, CALLING_GROUP.JURISDICTIONS)
                .from(CALLING_GROUP)
                .forEach(row ->
                        groups.put(
                                new Group(List.of(row.value2()), List.of(row.value3())),
                                row.value1()));
        return groups;
    }

    private static void makeGroups(DSLContext tx, Set<Group> missing) {
        var insert = tx.insertInto(CALLING_GROUP, CALLING_GROUP.ZONES, CALLING_GROUP.JURISDICTIONS);
        for (Group group : missing) {
            insert =
                    insert.values(
                            group.zones().toArray(String[]::new),
                            group.jurisdictions().toArray(String[]::new));
        }
        insert.onConflictDoNothing().execute();
    }
}
