package org.rightparty.dialer.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;

/// Rows on their way into one table by COPY, which is the fastest way in, in PostgreSQL's text
/// format: tabs between values, `\N` for none. COPY writes identity columns as given.
public final class Copy {
    private static final int BLOCK_BYTES = 1 << 16;

    private final String statement;
    private final int width;
    private final StringBuilder text = new StringBuilder();
    private Instant lastInstant = Instant.EPOCH;
    private String lastWritten = lastInstant.toString();

    public Copy(Table<?> table, Field<?>... columns) {
        this.width = columns.length;
        this.statement =
                "COPY "
                        + table.getName()
                        + Arrays.stream(columns)
                                .map(Field::getName)
                                .collect(Collectors.joining(", ", " (", ") FROM STDIN"));
    }

    /// Appends one row, a value for each column; null and an empty [Optional] are NULL, a
    /// collection is an array of words without commas.
    public void add(@Nullable Object... values) {
        if (values.length != width) {
            throw new IllegalArgumentException(statement + " got " + values.length + " values");
        }
        for (int i = 0; i < width; i++) {
            text.append(i == 0 ? "" : "\t");
            append(values[i]);
        }
        text.append('\n');
    }

    private void append(@Nullable Object value) {
        switch (value) {
            case null -> text.append("\\N");
            case Long number -> text.append(number.longValue());
            case Integer number -> text.append(number.intValue());
            case Boolean fact -> text.append(fact.booleanValue());
            case Instant at -> text.append(written(at));
            case Optional<?> maybe when maybe.isEmpty() -> text.append("\\N");
            case Optional<?> maybe -> append(maybe.get());
            case byte[] bytes -> text.append("\\\\x").append(HexFormat.of().formatHex(bytes));
            case Collection<?> items ->
                    escape(
                            items.stream()
                                    .map(Object::toString)
                                    .collect(Collectors.joining(",", "{", "}")));
            default -> escape(value.toString());
        }
    }

    /// Most rows of a table say the same instant.
    private String written(Instant at) {
        if (!at.equals(lastInstant)) {
            lastInstant = at;
            lastWritten = at.toString();
        }
        return lastWritten;
    }

    private void escape(String value) {
        if (isPlain(value)) {
            text.append(value);
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    private static boolean isPlain(String value) {
        return value.indexOf('\\') < 0
                && value.indexOf('\t') < 0
                && value.indexOf('\n') < 0
                && value.indexOf('\r') < 0;
    }

    /// Sends what was appended, in the transaction of `tx`, and forgets it.
    public void send(DSLContext tx) {
        if (!text.isEmpty()) {
            tx.connection(this::send);
            text.setLength(0);
        }
    }

    private void send(Connection connection) throws SQLException {
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            statement,
                            new ByteArrayInputStream(text.toString().getBytes(UTF_8)),
                            BLOCK_BYTES);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
