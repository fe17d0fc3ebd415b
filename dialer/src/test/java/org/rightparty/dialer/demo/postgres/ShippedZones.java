package org.rightparty.dialer.demo.postgres;

import org.rightparty.compliance.zones.ZoneTables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The reference tables as they ship.
public final class ShippedZones {
    private static final ZoneTables TABLES = load();

    private ShippedZones() {}

    public static ZoneTables read() {
        return TABLES;
    }

    private static ZoneTables load() {
        Map<String, ZoneTables.Postal> postal = new HashMap<>();
        lines("postal-codes")
                .forEach(cells ->
                        postal.put(
                                cells.get(0),
                                new ZoneTables.Postal(
                                        cells.get(1), cells.get(2), zones(cells.get(3)))));
        Map<String, Set<ZoneId>> regions = new HashMap<>();
        lines("regions").forEach(cells -> regions.put(cells.get(0), zones(cells.get(1))));
        return new ZoneTables(areas("area-codes"), areas("numbers"), postal, regions);
    }

    private static Map<String, ZoneTables.Area> areas(String table) {
        Map<String, ZoneTables.Area> areas = new HashMap<>();
        lines(table)
                .forEach(cells ->
                        areas.put(
                                cells.get(0),
                                new ZoneTables.Area(
                                        cells.get(1), words(cells.get(2)), zones(cells.get(3)))));
        return areas;
    }

    private static Set<String> words(String cell) {
        return cell.isEmpty() ? Set.of() : Set.of(cell.split(" ", -1));
    }

    private static List<List<String>> lines(String table) {
        try (InputStream in = ZoneTables.class.getResourceAsStream("/zones/" + table + ".csv")) {
            String text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(line -> List.of(line.split(",", -1))).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<ZoneId> zones(String cell) {
        Set<ZoneId> zones = new LinkedHashSet<>();
        for (String name : cell.split(" ", -1)) {
            if (!name.isEmpty()) {
                zones.add(ZoneId.of(name));
            }
        }
        return zones;
    }
}
