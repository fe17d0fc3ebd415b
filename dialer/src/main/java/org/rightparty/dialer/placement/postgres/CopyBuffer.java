package org.rightparty.dialer.placement.postgres;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Rows on their way into one table by COPY, in PostgreSQL's text format: tabs between values, `\N`
/// for none. COPY writes identity columns as given.
final class CopyBuffer {
    private final String statement;
    private final int columns;
    private final StringBuilder text = new StringBuilder();
    private int rows;

    CopyBuffer(Table<?> table, Field<?>... fields) {
        this.statement =
                "COPY "
                        + table.getName()
                        + Arrays.stream(fields)
                                .map(Field::getName)
                                .collect(Collectors.joining(", ", " (", ")"))
                        + " FROM STDIN";
        this.columns = fields.length;
    }

    /// One value a column, in the order of the fields; lists become arrays.
    void add(@Nullable Object... values) {
        if (values.length != columns) {
            throw new IllegalStateException(statement + " got " + values.length + " values");
        }
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : "\t");
            append(values[i]);
        }
        text.append('\n');
        rows++;
    }

    private void append(@Nullable Object value) {
        switch (value) {
            case null -> text.append("\\N");
            case Boolean flag -> text.append(flag ? 't' : 'f');
            case List<?> list ->
                    text.append(
                            list.stream()
                                    .map(Object::toString)
                                    .collect(Collectors.joining(",", "{", "}")));
            default -> escape(value.toString());
        }
    }

    private void escape(String value) {
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

    void send(DSLContext tx) {
        if (rows == 0) {
            return;
        }
        tx.connection(connection -> {
            try {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(statement, new StringReader(text.toString()));
            } catch (IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            }
        });
    }
}
