package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.GATE_DECISION;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Replay;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.DialPath;
import org.rightparty.vocabulary.Mode;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/// Decisions as the table keeps them, one after another.
final class RecordedDecisions {
    private static final int ROWS_A_FETCH = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    /// What a decision outside any campaign is decided with.
    private static final CampaignId NO_CAMPAIGN = new CampaignId(1);

    private RecordedDecisions() {}

    /// @param id the decision
    /// @param rulebook names and versions of the books applied
    record Row(
            long id,
            Replay.Recorded recorded,
            String reason,
            String rulebook,
            String rulebookSha256,
            String tzdb) {}

    /// Those from `from` to before `to`, month by month, never all in memory.
    static void each(DSLContext tx, Instant from, Instant to, Consumer<Row> reader) {
        Condition during = GATE_DECISION.DECIDED_AT.ge(from).and(GATE_DECISION.DECIDED_AT.lt(to));
        try (var rows = select(tx, during)) {
            for (var row : rows) {
                reader.accept(row(row));
            }
        }
    }

    /// One of them by its number, looked up in each month; empty when there is none.
    static Optional<Row> one(DSLContext tx, long id) {
        try (var rows = select(tx, GATE_DECISION.ID.eq(id))) {
            return rows.stream().findFirst().map(RecordedDecisions::row);
        }
    }

    private static Cursor<? extends Record> select(DSLContext tx, Condition which) {
        return tx.select(
                        GATE_DECISION.ID,
                        GATE_DECISION.DECIDED_AT,
                        GATE_DECISION.CAMPAIGN_ID,
                        GATE_DECISION.CONSUMER_ID,
                        GATE_DECISION.ACCOUNT_ID,
                        GATE_DECISION.PHONE_ID,
                        GATE_DECISION.AGENT_ID,
                        GATE_DECISION.MODE,
                        GATE_DECISION.PATH,
                        GATE_DECISION.ALLOWED,
                        GATE_DECISION.REASON,
                        GATE_DECISION.REFUSALS,
                        GATE_DECISION.FACTS,
                        GATE_DECISION.NEXT_ALLOWED_AT,
                        GATE_DECISION.RULEBOOK,
                        GATE_DECISION.RULEBOOK_SHA256,
                        GATE_DECISION.TZDB_VERSION,
                        GATE_DECISION.TRANSFERRED_FROM)
                .from(GATE_DECISION)
                .where(which)
                .fetchSize(ROWS_A_FETCH)
                .fetchLazy();
    }

    private static Row row(Record row) {
        Optional<RecordedFacts.Read> read = RecordedFacts.read(row.get(GATE_DECISION.FACTS).data());
        DialRequest request =
                new DialRequest(
                        Optional.ofNullable(row.get(GATE_DECISION.CAMPAIGN_ID)).orElse(NO_CAMPAIGN),
                        row.get(GATE_DECISION.CONSUMER_ID),
                        row.get(GATE_DECISION.ACCOUNT_ID),
                        row.get(GATE_DECISION.PHONE_ID),
                        Mode.valueOf(row.get(GATE_DECISION.MODE)),
                        DialPath.valueOf(row.get(GATE_DECISION.PATH)),
                        Optional.ofNullable(row.get(GATE_DECISION.AGENT_ID)),
                        read.map(RecordedFacts.Read::ringSeconds).orElse(0),
                        Optional.ofNullable(row.get(GATE_DECISION.TRANSFERRED_FROM)));
        return new Row(
                row.get(GATE_DECISION.ID),
                new Replay.Recorded(
                        request,
                        read.map(RecordedFacts.Read::facts),
                        row.get(GATE_DECISION.DECIDED_AT),
                        new Replay.Said(
                                row.get(GATE_DECISION.ALLOWED),
                                RecordedFacts.list(
                                        array(row.get(GATE_DECISION.REFUSALS)),
                                        refusal -> RecordedFacts.text(refusal, "rule")),
                                Optional.ofNullable(row.get(GATE_DECISION.NEXT_ALLOWED_AT)))),
                row.get(GATE_DECISION.REASON),
                row.get(GATE_DECISION.RULEBOOK),
                row.get(GATE_DECISION.RULEBOOK_SHA256),
                row.get(GATE_DECISION.TZDB_VERSION));
    }

    private static JsonNode array(JSONB refusals) {
        try {
            return JSON.readTree(refusals.data());
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the refusals of a decision are not JSON", broken);
        }
    }
}
