package org.rightparty.dialer.postgres;

import static org.rightparty.schema.generated.Tables.DIAL_CANDIDATE;

import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.util.List;
import java.util.function.Function;

/// Rows to be written, as one array a column: one statement text and a bind a column however many
/// rows there are.
final class Incoming {
    private static final String NAME = "incoming";
    private static final List<Column> COLUMNS =
            List.of(
                    number(DIAL_CANDIDATE.CAMPAIGN_ID, row -> row.campaign().value()),
                    number(DIAL_CANDIDATE.CONSUMER_ID, row -> row.consumer().value()),
                    number(DIAL_CANDIDATE.ACCOUNT_ID, row -> row.account().value()),
                    number(DIAL_CANDIDATE.PHONE_ID, row -> row.phone().value()),
                    number(DIAL_CANDIDATE.CALLING_GROUP_ID, row -> (long) row.group()),
                    number(DIAL_CANDIDATE.TIER, row -> (long) row.tier().number()),
                    number(DIAL_CANDIDATE.SCORE, row -> (long) row.score()),
                    text(DIAL_CANDIDATE.DUE, row -> Boolean.toString(row.due())),
                    text(DIAL_CANDIDATE.NEXT_AT, row -> row.nextAt().toString()),
                    text(DIAL_CANDIDATE.PARKED, CandidateRow::parked),
                    text(DIAL_CANDIDATE.WHY, CandidateRow::why),
                    number(DIAL_CANDIDATE.ODDS_PERMILLE, row -> (long) row.oddsPermille()),
                    text(DIAL_CANDIDATE.WAITS_FOR, CandidateRow::waitsFor));

    private final List<CandidateRow> rows;

    Incoming(List<CandidateRow> rows) {
        this.rows = rows;
    }

    private record Column(
            Field<?> column, DataType<?> bind, Function<List<CandidateRow>, Object[]> read) {
        Field<?> array(List<CandidateRow> rows) {
            return DSL.val(read.apply(rows), bind.getArrayDataType());
        }

        Field<?> value() {
            return DSL.field(DSL.name(NAME, column.getName()), bind).cast(column.getDataType());
        }

        Condition changed() {
            return changed(column);
        }

        private static <T> Condition changed(Field<T> column) {
            return column.isDistinctFrom(DSL.excluded(column));
        }
    }

    private static Column number(Field<?> column, Function<CandidateRow, Long> read) {
        return new Column(
                column, SQLDataType.BIGINT, rows -> rows.stream().map(read).toArray(Long[]::new));
    }

    private static Column text(Field<?> column, Function<CandidateRow, String> read) {
        return new Column(
                column, SQLDataType.CLOB, rows -> rows.stream().map(read).toArray(String[]::new));
    }

    List<Field<?>> columns() {
        return COLUMNS.stream().<Field<?>>map(Column::column).toList();
    }

    List<Field<?>> values() {
        return COLUMNS.stream().<Field<?>>map(Column::value).toList();
    }

    Table<?> table() {
        return Unnested.of(
                NAME,
                COLUMNS.stream().<Field<?>>map(column -> column.array(rows)).toList(),
                COLUMNS.stream().map(column -> column.column().getName()).toList());
    }

    /// Whether the row in the table differs from the incoming one.
    Condition changed() {
        return DSL.or(COLUMNS.stream().map(Column::changed).toList());
    }
}
