package org.rightparty.dialer.postgres;

import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Table;
import org.jooq.impl.DSL;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rows as arrays, one a column: `unnest(?, ?, …)`, which PostgreSQL zips. It is the one piece of
/// SQL that jOOQ has no words for; one statement text serves any number of rows.
final class Unnested {
    private Unnested() {}

    static Table<?> of(String name, List<Field<?>> arrays, List<String> columns) {
        String places =
                IntStream.range(0, arrays.size())
                        .mapToObj("{%d}"::formatted)
                        .collect(Collectors.joining(", ", "unnest(", ")"));
        return DSL.table(places, arrays.toArray(QueryPart[]::new))
                .as(name, columns.toArray(String[]::new));
    }
}
