package org.rightparty.dialer.placement.postgres;

import static org.rightparty.schema.generated.Tables.CLIENT;
import static org.rightparty.schema.generated.Tables.IMPORT_MAPPING;
import static org.rightparty.schema.generated.Tables.IMPORT_REJECT;
import static org.rightparty.schema.generated.Tables.IMPORT_RUN;
import static org.rightparty.schema.generated.Tables.PORTFOLIO;

import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record5;
import org.jooq.Records;
import org.rightparty.database.Database;
import org.rightparty.dialer.placement.Fault;
import org.rightparty.dialer.placement.ImportRunId;
import org.rightparty.dialer.placement.Mapping;
import org.rightparty.dialer.placement.PlacementBook;
import org.rightparty.dialer.placement.Tally;
import org.rightparty.dialer.placement.file.MappingJson;
import org.rightparty.vocabulary.ClientId;
import org.rightparty.vocabulary.PortfolioId;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Keeps placements in PostgreSQL.
public final class PostgresPlacementBook implements PlacementBook {
    private static final int FETCH_ROWS = 1_000;

    private final Database database;
    private final Consumer<Tally> written;
    private final ImportAudit audit = new ImportAudit();

    public PostgresPlacementBook(Database database) {
        this(database, _ -> {});
    }

    /// @param written hears what became of each batch of rows, once committed
    public PostgresPlacementBook(Database database, Consumer<Tally> written) {
        this.database = database;
        this.written = written;
    }

    @Override
    public Optional<Client> client(String name) {
        return database.transact(tx ->
                tx.select(CLIENT.ID, CLIENT.NAME, CLIENT.LEGAL_NAME)
                        .from(CLIENT)
                        .where(CLIENT.NAME.eq(name))
                        .fetchOptional(Records.mapping(Client::new)));
    }

    @Override
    public List<String> clientNames() {
        return database.transact(
                tx -> tx.select(CLIENT.NAME).from(CLIENT).orderBy(CLIENT.NAME).fetch(CLIENT.NAME));
    }

    @Override
    public Client enterClient(String name) {
        database.transact(tx ->
                tx.insertInto(CLIENT, CLIENT.NAME, CLIENT.LEGAL_NAME)
                        .values(name, name)
                        .onConflict(CLIENT.NAME)
                        .doNothing()
                        .execute());
        return client(name).orElseThrow();
    }

    @Override
    public Optional<Mapping> mapping(ClientId client) {
        return database.transact(tx ->
                        tx.select(IMPORT_MAPPING.CONTENT)
                                .from(IMPORT_MAPPING)
                                .where(IMPORT_MAPPING.CLIENT_ID.eq(client))
                                .fetchOptional(IMPORT_MAPPING.CONTENT))
                .map(content -> MappingJson.read(content.data()));
    }

    @Override
    public void saveMapping(ClientId client, Mapping mapping, Instant now) {
        JSONB content = JSONB.valueOf(MappingJson.write(mapping));
        database.transact(tx ->
                tx.insertInto(
                                IMPORT_MAPPING,
                                IMPORT_MAPPING.CLIENT_ID,
                                IMPORT_MAPPING.CONTENT,
                                IMPORT_MAPPING.SAVED_AT)
                        .values(client, content, now)
                        .onConflict(IMPORT_MAPPING.CLIENT_ID)
                        .doUpdate()
                        .set(IMPORT_MAPPING.CONTENT, content)
                        .set(IMPORT_MAPPING.SAVED_AT, now)
                        .execute());
    }

    @Override
    public Run open(Opening opening, Instant now) {
        return database.transact(tx -> {
            PortfolioId portfolio = portfolio(tx, opening, now);
            int made =
                    tx.insertInto(
                                    IMPORT_RUN,
                                    IMPORT_RUN.CLIENT_ID,
                                    IMPORT_RUN.PORTFOLIO_ID,
                                    IMPORT_RUN.FILE_NAME,
                                    IMPORT_RUN.FILE_SHA256,
                                    IMPORT_RUN.TURN,
                                    IMPORT_RUN.MAPPING,
                                    IMPORT_RUN.PRACTICE,
                                    IMPORT_RUN.STARTED_AT)
                            .values(
                                    opening.client().id(),
                                    portfolio,
                                    opening.fileName(),
                                    opening.sha256(),
                                    opening.turn(),
                                    JSONB.valueOf(MappingJson.write(opening.mapping())),
                                    opening.practice(),
                                    now)
                            .onConflict(
                                    IMPORT_RUN.CLIENT_ID, IMPORT_RUN.FILE_SHA256, IMPORT_RUN.TURN)
                            .doNothing()
                            .execute();
            if (made == 0) {
                throw new ImportUnderWay();
            }
            Run run =
                    RunRow.find(tx, sameFile(opening.client().id(), opening.sha256()))
                            .orElseThrow();
            audit.started(tx, run, opening.sha256(), now);
            return run;
        });
    }

    private static PortfolioId portfolio(DSLContext tx, Opening opening, Instant now) {
        tx.insertInto(PORTFOLIO, PORTFOLIO.CLIENT_ID, PORTFOLIO.NAME, PORTFOLIO.CREATED_AT)
                .values(opening.client().id(), opening.portfolio(), now)
                .onConflict(PORTFOLIO.CLIENT_ID, PORTFOLIO.NAME)
                .doNothing()
                .execute();
        return tx.select(PORTFOLIO.ID)
                .from(PORTFOLIO)
                .where(PORTFOLIO.CLIENT_ID.eq(opening.client().id()))
                .and(PORTFOLIO.NAME.eq(opening.portfolio()))
                .fetchSingle()
                .value1();
    }

    private static Condition sameFile(ClientId client, String sha256) {
        return IMPORT_RUN.CLIENT_ID.eq(client).and(IMPORT_RUN.FILE_SHA256.eq(sha256));
    }

    @Override
    public Optional<Run> find(ClientId client, String sha256) {
        return database.transact(tx -> RunRow.find(tx, sameFile(client, sha256)));
    }

    @Override
    public Optional<Run> find(ImportRunId run) {
        return database.transact(tx -> RunRow.find(tx, IMPORT_RUN.ID.eq(run.value())));
    }

    @Override
    public Writing write(Run run, Consumer<Tally> committed) {
        return PostgresWriting.begin(database, run, written, committed);
    }

    @Override
    public Run finish(Run run, Instant now) {
        return database.transact(tx -> {
            tx.update(IMPORT_RUN)
                    .set(IMPORT_RUN.FINISHED_AT, now)
                    .where(IMPORT_RUN.ID.eq(run.id().value()))
                    .execute();
            Run finished = RunRow.find(tx, IMPORT_RUN.ID.eq(run.id().value())).orElseThrow();
            audit.finished(tx, finished, now);
            return finished;
        });
    }

    @Override
    public void rejects(ImportRunId run, BiConsumer<Long, Fault> reader) {
        database.transact(tx -> {
            var query =
                    tx.select(
                                    IMPORT_REJECT.ROW_NUMBER,
                                    IMPORT_REJECT.FIELD,
                                    IMPORT_REJECT.VALUE,
                                    IMPORT_REJECT.REASON,
                                    IMPORT_REJECT.MEND)
                            .from(IMPORT_REJECT)
                            .where(IMPORT_REJECT.IMPORT_RUN_ID.eq(run.value()))
                            .orderBy(IMPORT_REJECT.ROW_NUMBER, IMPORT_REJECT.FIELD)
                            .fetchSize(FETCH_ROWS);
            try (Cursor<Record5<Long, String, String, String, String>> rows = query.fetchLazy()) {
                rows.forEach(row ->
                        reader.accept(
                                row.value1(),
                                new Fault(row.value2(), row.value3(), row.value4(), row.value5())));
            }
            return run;
        });
    }

    @Override
    public Set<String> known(ClientId client, Collection<String> accountNumbers) {
        return database.transact(tx -> Earlier.accounts(tx, client, accountNumbers).keySet());
    }
}
