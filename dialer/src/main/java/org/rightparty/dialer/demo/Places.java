package org.rightparty.dialer.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/// The towns of `demo/places.csv`: every zone of the United States and its territories, and the
/// towns where zones are hard: Phoenix and the Navajo Nation, the split counties of Indiana and
/// Kentucky, Adak, Guam.
public final class Places {
    private static final String TABLE = "/demo/places.csv";

    private final List<Place> places;
    private final int[] upTo;

    private Places(List<Place> places) {
        this.places = List.copyOf(places);
        this.upTo = places.stream().mapToInt(Place::weight).toArray();
        Arrays.parallelPrefix(upTo, Integer::sum);
    }

    /// Reads the table that ships with the program.
    public static Places shipped() {
        try (InputStream table = Places.class.getResourceAsStream(TABLE)) {
            String text =
                    new String(
                            Objects.requireNonNull(table, TABLE).readAllBytes(),
                            StandardCharsets.UTF_8);
            List<Place> places = new ArrayList<>();
            text.lines().skip(1).map(Places::place).forEach(places::add);
            return new Places(places);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Place place(String line) {
        List<String> cells = List.of(line.split(",", -1));
        return new Place(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                Integer.parseInt(cells.get(3)),
                List.of(cells.get(4).split(" ", -1)));
    }

    public List<Place> all() {
        return places;
    }

    Place any(RandomGenerator chance) {
        int point = chance.nextInt(upTo[upTo.length - 1]);
        int found = Arrays.binarySearch(upTo, point + 1);
        return places.get(found >= 0 ? found : -found - 1);
    }

    Place at(String postalCode) {
        return places.stream()
                .filter(place -> place.postalCode().equals(postalCode))
                .findFirst()
                .orElseThrow();
    }
}
