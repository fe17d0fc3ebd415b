package org.rightparty.dialer.placement.postgres;

import static org.rightparty.schema.generated.Tables.CLIENT;
import static org.rightparty.schema.generated.Tables.IMPORT_RUN;
import static org.rightparty.schema.generated.Tables.PORTFOLIO;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.rightparty.dialer.placement.ImportRunId;
import org.rightparty.dialer.placement.Placement.Wanted;
import org.rightparty.dialer.placement.PlacementBook.Run;
import org.rightparty.dialer.placement.Tally;
import org.rightparty.dialer.placement.file.MappingJson;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The row of an import run, and its counts.
final class RunRow {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RunRow() {}

    /// The latest of those runs.
    static Optional<Run> find(DSLContext tx, Condition which) {
        return tx.select(IMPORT_RUN.fields())
                .select(CLIENT.NAME, PORTFOLIO.NAME)
                .from(IMPORT_RUN)
                .join(CLIENT)
                .on(CLIENT.ID.eq(IMPORT_RUN.CLIENT_ID))
                .join(PORTFOLIO)
                .on(PORTFOLIO.ID.eq(IMPORT_RUN.PORTFOLIO_ID))
                .where(which)
                .orderBy(IMPORT_RUN.TURN.desc())
                .limit(1)
                .fetchOptional(RunRow::run);
    }

    private static Run run(Record row) {
        return new Run(
                new ImportRunId(row.get(IMPORT_RUN.ID)),
                row.get(IMPORT_RUN.CLIENT_ID),
                row.get(CLIENT.NAME),
                row.get(IMPORT_RUN.PORTFOLIO_ID),
                row.get(PORTFOLIO.NAME),
                row.get(IMPORT_RUN.FILE_NAME),
                row.get(IMPORT_RUN.TURN),
                MappingJson.read(row.get(IMPORT_RUN.MAPPING).data()),
                row.get(IMPORT_RUN.PRACTICE),
                tally(row),
                row.get(IMPORT_RUN.STARTED_AT),
                row.get(IMPORT_RUN.FINISHED_AT));
    }

    private static Tally tally(Record row) {
        return new Tally(
                row.get(IMPORT_RUN.ROWS_DONE),
                row.get(IMPORT_RUN.ACCEPTED),
                row.get(IMPORT_RUN.DUPLICATES),
                row.get(IMPORT_RUN.REJECTED),
                row.get(IMPORT_RUN.PLACED_MINOR),
                row.get(IMPORT_RUN.LINKED),
                row.get(IMPORT_RUN.HOLDS),
                row.get(IMPORT_RUN.UNCALLABLE),
                row.get(IMPORT_RUN.CONSENTS_UNCHANGED),
                filled(row.get(IMPORT_RUN.FILLED)));
    }

    /// Whether so many rows of the run are done. Holds the row until the end of the transaction,
    /// but lets the next batch refer to it.
    static boolean stands(DSLContext tx, ImportRunId run, long rowsDone) {
        return tx.select(IMPORT_RUN.ROWS_DONE)
                .from(IMPORT_RUN)
                .where(IMPORT_RUN.ID.eq(run.value()))
                .forNoKeyUpdate()
                .fetchSingle()
                .value1()
                .equals(rowsDone);
    }

    /// The caller holds the run's row.
    static void put(DSLContext tx, ImportRunId run, Tally sum) {
        tx.update(IMPORT_RUN)
                .set(IMPORT_RUN.ROWS_DONE, sum.rowsDone())
                .set(IMPORT_RUN.ACCEPTED, sum.accepted())
                .set(IMPORT_RUN.DUPLICATES, sum.duplicates())
                .set(IMPORT_RUN.REJECTED, sum.rejected())
                .set(IMPORT_RUN.PLACED_MINOR, sum.placedMinor())
                .set(IMPORT_RUN.LINKED, sum.linked())
                .set(IMPORT_RUN.HOLDS, sum.holds())
                .set(IMPORT_RUN.UNCALLABLE, sum.uncallable())
                .set(IMPORT_RUN.CONSENTS_UNCHANGED, sum.consentsUnchanged())
                .set(IMPORT_RUN.FILLED, json(sum.filled()))
                .where(IMPORT_RUN.ID.eq(run.value()))
                .execute();
    }

    private static JSONB json(Map<Wanted, Long> filled) {
        ObjectNode node = JSON.createObjectNode();
        filled.forEach((fact, count) -> node.put(fact.name(), count));
        return JSONB.valueOf(node.toString());
    }

    private static Map<Wanted, Long> filled(JSONB json) {
        try {
            JsonNode node = JSON.readTree(json.data());
            Map<Wanted, Long> filled = new EnumMap<>(Wanted.class);
            node.properties()
                    .forEach(e -> filled.put(Wanted.valueOf(e.getKey()), e.getValue().asLong()));
            return filled;
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("import_run.filled is not JSON", broken);
        }
    }
}
