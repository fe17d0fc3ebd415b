package org.rightparty.console.postgres;

import static org.rightparty.schema.generated.Tables.DISPOSITION;
import static org.rightparty.schema.generated.Tables.DRAFT;

import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.rightparty.console.desk.Drafts;
import org.rightparty.database.Database;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;

import java.time.Instant;
import java.util.Optional;

/// Drafts in `draft`.
public final class PostgresDrafts implements Drafts {
    private final Database database;

    public PostgresDrafts(Database database) {
        this.database = database;
    }

    @Override
    public void save(AgentId agent, AttemptId attempt, String json, Instant at) {
        JSONB body = JSONB.valueOf(json);
        database.transact(tx ->
                tx.insertInto(DRAFT, DRAFT.AGENT_ID, DRAFT.ATTEMPT_ID, DRAFT.BODY, DRAFT.SAVED_AT)
                        .select(
                                DSL.select(
                                                DSL.val(agent, DRAFT.AGENT_ID),
                                                DSL.val(attempt, DRAFT.ATTEMPT_ID),
                                                DSL.val(body, DRAFT.BODY),
                                                DSL.val(at, DRAFT.SAVED_AT))
                                        .whereNotExists(
                                                DSL.selectOne()
                                                        .from(DISPOSITION)
                                                        .where(DISPOSITION.ATTEMPT_ID.eq(attempt))))
                        .onConflict(DRAFT.AGENT_ID, DRAFT.ATTEMPT_ID)
                        .doUpdate()
                        .set(DRAFT.BODY, body)
                        .set(DRAFT.SAVED_AT, at)
                        .execute());
    }

    @Override
    public Optional<String> find(AgentId agent, AttemptId attempt) {
        return database.transact(tx ->
                tx.select(DRAFT.BODY)
                        .from(DRAFT)
                        .where(DRAFT.AGENT_ID.eq(agent))
                        .and(DRAFT.ATTEMPT_ID.eq(attempt))
                        .fetchOptional(row -> row.value1().data()));
    }
}
