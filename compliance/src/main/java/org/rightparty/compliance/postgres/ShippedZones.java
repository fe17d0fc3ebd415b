package org.rightparty.compliance.postgres;

import org.rightparty.compliance.zones.ZoneTables;

import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The zone tables that come with the program, without a database.
public final class ShippedZones {
    private ShippedZones() {}

    public static ZoneTables read() {
        return new ZoneTables(
                areas("/zones/area-codes.csv"),
                areas("/zones/numbers.csv"),
                Csv.rows("/zones/postal-codes.csv").stream()
                        .collect(
                                Collectors.toMap(
                                        row -> row[0],
                                        row ->
                                                new ZoneTables.Postal(
                                                        row[1], row[2], zones(row[3])))),
                regions());
    }

    private static Map<String, ZoneTables.Area> areas(String resource) {
        return Csv.rows(resource).stream()
                .collect(
                        Collectors.toMap(
                                row -> row[0],
                                row ->
                                        new ZoneTables.Area(
                                                row[1], Set.of(Csv.words(row[2])), zones(row[3]))));
    }

    private static Map<String, Set<ZoneId>> regions() {
        return Csv.rows("/zones/regions.csv").stream()
                .collect(Collectors.toMap(row -> row[0], row -> zones(row[1])));
    }

    private static Set<ZoneId> zones(String names) {
        return Stream.of(Csv.words(names)).map(ZoneId::of).collect(Collectors.toUnmodifiableSet());
    }
}
