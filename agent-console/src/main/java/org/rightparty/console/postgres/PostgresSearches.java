package org.rightparty.console.postgres;

import static org.rightparty.schema.generated.Tables.SAVED_SEARCH;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.rightparty.console.office.Searches;
import org.rightparty.database.Database;
import org.rightparty.vocabulary.AgentId;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Saved searches in their table.
public final class PostgresSearches implements Searches {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final Database database;

    public PostgresSearches(Database database) {
        this.database = database;
    }

    @Override
    public List<Saved> of(AgentId whose) {
        return database.transact(tx ->
                tx.select(SAVED_SEARCH.NAME, SAVED_SEARCH.WANTED)
                        .from(SAVED_SEARCH)
                        .where(SAVED_SEARCH.AGENT_ID.eq(whose))
                        .orderBy(SAVED_SEARCH.NAME)
                        .fetch(row -> new Saved(row.value1(), read(row.value2()))));
    }

    @Override
    public boolean save(AgentId whose, Saved search, Instant now) {
        return database.transact(tx -> {
            boolean may = others(tx, whose, search.name()) < MOST;
            if (may) {
                write(tx, whose, search, now);
            }
            return may;
        });
    }

    private static int others(DSLContext tx, AgentId whose, String name) {
        return tx.fetchCount(
                SAVED_SEARCH, SAVED_SEARCH.AGENT_ID.eq(whose).and(SAVED_SEARCH.NAME.ne(name)));
    }

    private static void write(DSLContext tx, AgentId whose, Saved search, Instant now) {
        JSONB fields = written(search.fields());
        tx.insertInto(SAVED_SEARCH)
                .set(SAVED_SEARCH.AGENT_ID, whose)
                .set(SAVED_SEARCH.NAME, search.name())
                .set(SAVED_SEARCH.WANTED, fields)
                .set(SAVED_SEARCH.SAVED_AT, now)
                .onConflict(SAVED_SEARCH.AGENT_ID, SAVED_SEARCH.NAME)
                .doUpdate()
                .set(SAVED_SEARCH.WANTED, fields)
                .set(SAVED_SEARCH.SAVED_AT, now)
                .execute();
    }

    @Override
    public void forget(AgentId whose, String name) {
        database.transact(tx ->
                tx.deleteFrom(SAVED_SEARCH)
                        .where(SAVED_SEARCH.AGENT_ID.eq(whose))
                        .and(SAVED_SEARCH.NAME.eq(name))
                        .execute());
    }

    private static JSONB written(Map<String, String> fields) {
        try {
            return JSONB.valueOf(JSON.writeValueAsString(new TreeMap<>(fields)));
        } catch (JsonProcessingException failed) {
            throw new IllegalStateException("the fields of a search cannot be written", failed);
        }
    }

    private static Map<String, String> read(JSONB fields) {
        try {
            return JSON.readValue(fields.data(), FIELDS);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the fields of a saved search are not JSON", broken);
        }
    }
}
