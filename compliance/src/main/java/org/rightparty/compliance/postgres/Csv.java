package org.rightparty.compliance.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Our own reference tables: a header, no quotes, no commas in values.
final class Csv {
    private Csv() {}

    /// The rows below the header.
    static List<String[]> rows(String resource) {
        try (InputStream stream = Csv.class.getResourceAsStream(resource);
                BufferedReader reader =
                        new BufferedReader(
                                new InputStreamReader(
                                        Objects.requireNonNull(stream, resource),
                                        StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Words between spaces; none of an empty value.
    static String[] words(String value) {
        return value.isEmpty() ? new String[0] : value.split(" ");
    }
}
