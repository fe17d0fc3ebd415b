package org.rightparty.dialer.demo.postgres;

import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.TableField;
import org.postgresql.PGConnection;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/// Rows of one table in PostgreSQL's text format for COPY, which is the fastest way in.
final class Copy {
    private final String statement;
    private final int width;
    private final StringBuilder text = new StringBuilder();

    Copy(Table<?> table, TableField<?, ?>... columns) {
        this.width = columns.length;
        this.statement =
                "COPY "
                        + table.getName()
                        + Arrays.stream(columns)
                                .map(TableField::getName)
                                .collect(Collectors.joining(", ", " (", ") FROM STDIN"));
    }

    /// Appends one row; an empty [Optional] is NULL, a collection an array.
    void add(Object... values) {
        if (values.length != width) {
            throw new IllegalArgumentException(statement + " wants " + width + " values");
        }
        for (int i = 0; i < width; i++) {
            text.append(i == 0 ? "" : "\t");
            append(values[i]);
        }
        text.append('\n');
    }

    private void append(Object value) {
        switch (value) {
            case Optional<?> maybe when maybe.isEmpty() -> text.append("\\N");
            case Optional<?> maybe -> append(maybe.get());
            case Collection<?> items -> {
                text.append('{');
                escape(items.stream().map(Object::toString).collect(Collectors.joining(",")));
                text.append('}');
            }
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

    /// Sends what was appended, in the transaction of `tx`, and forgets it.
    void send(DSLContext tx) {
        if (text.isEmpty()) {
            return;
        }
        tx.connection(connection -> {
            PGConnection postgres = connection.unwrap(PGConnection.class);
            copy(postgres);
        });
        text.setLength(0);
    }

    private void copy(PGConnection postgres) throws SQLException {
        try {
            postgres.getCopyAPI().copyIn(statement, new StringReader(text.toString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
