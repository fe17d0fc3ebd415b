package org.rightparty.dialer.placement.postgres;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/// Writes placement files of any length, the same for the same seed.
public final class PlacementFiles {
    public static final List<String> HEADER =
            List.of(
                    "account_number",
                    "given_name",
                    "family_name",
                    "address1",
                    "city",
                    "state",
                    "zip",
                    "balance",
                    "debt_type",
                    "original_creditor",
                    "current_creditor",
                    "itemization_date",
                    "itemization_type",
                    "itemization_amount",
                    "interest_since",
                    "born_on",
                    "ssn",
                    "phone1",
                    "phone1_type",
                    "phone2",
                    "phone3",
                    "phone4",
                    "email",
                    "cease");
    private static final String[] NAMES = {"Adams", "Baker", "Clark", "Diaz", "Evans", "O'Hara"};
    private static final String[] PLACES = {
        "Columbus,OH,43004",
        "Dallas,TX,75201",
        "Miami,FL,33101",
        "Denver,CO,80202",
        "Boston,MA,02108",
        "Seattle,WA,98101"
    };
    private static final String[] AREAS = {"614", "214", "305", "303", "617", "206"};

    private PlacementFiles() {}

    /// Sound rows only.
    public static Path sound(Path file, int rows, long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(String.join(",", HEADER) + "\n");
            for (int i = 0; i < rows; i++) {
                out.write(row(i, chance) + "\n");
            }
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String row(int i, SplittableRandom chance) {
        long cents = 1_000L + chance.nextInt(500_000);
        int place = chance.nextInt(PLACES.length);
        LocalDate born = LocalDate.of(1940, 1, 1).plusDays(chance.nextInt(20_000));
        return String.join(
                ",",
                "A-" + i,
                "Person" + i,
                NAMES[i % NAMES.length],
                (i + 1) + " Main St",
                PLACES[place],
                dollars(cents + 500),
                "CARD",
                "First Example Bank,First Example Bank,2026-01-31,CHARGE_OFF",
                dollars(cents),
                "5.00",
                born.toString(),
                "%04d".formatted(i % 10_000),
                phone(AREAS[place], i),
                "CELL",
                phone(AREAS[place], i + 3_000_000),
                phone(AREAS[(place + 1) % AREAS.length], i + 5_000_000),
                i % 2 == 0 ? phone(AREAS[(place + 2) % AREAS.length], i + 7_000_000) : "",
                "person" + i + "@mail.example",
                i % 50 == 0 ? "Y" : "");
    }

    /// Central-office codes that begin with 0 or 1 are never assigned.
    private static String phone(String area, int number) {
        return area + (number / 1_000_000 % 2) + "%06d".formatted(number % 1_000_000);
    }

    private static String dollars(long cents) {
        return cents / 100 + "." + "%02d".formatted(cents % 100);
    }
}
