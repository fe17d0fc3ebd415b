package org.rightparty.dialer.postgres;

import static org.rightparty.schema.generated.Tables.CANDIDATE_CHANGE;
import static org.rightparty.schema.generated.Tables.DIAL_CANDIDATE;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rightparty.database.Database;
import org.rightparty.dialer.selection.Choice;
import org.rightparty.dialer.selection.Selection;
import org.rightparty.vocabulary.ConsumerId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Keeps `dial_candidate` true to the facts. Triggers note whose facts changed; this chooses those
/// consumers anew, a batch a transaction, with the same code whether it is one after a call or a
/// million after an import.
public final class PostgresCandidates {
    /// Large enough to spread the cost of a statement, small enough to hold locks for about a
    /// second.
    private static final int BATCH = 5_000;

    private final Database database;
    private final OpenHours law;
    private final CallingGroups groups;

    public PostgresCandidates(Database database, OpenHours hours) {
        this.database = database;
        this.law = hours;
        this.groups = new CallingGroups(hours);
    }

    /// What may be known of the law before the gate is asked.
    OpenHours law() {
        return law;
    }

    CallingGroups groups() {
        return groups;
    }

    /// Chooses everybody anew whose facts changed, however many they are; for after an import.
    ///
    /// @return how many consumers were chosen
    public int settleAll(Instant now) {
        int chosen = 0;
        for (int batch = settle(now); batch > 0; batch = settle(now)) {
            chosen += batch;
        }
        return chosen;
    }

    /// Chooses one batch of consumers anew whose facts changed.
    ///
    /// @return how many; 0 when nobody was left
    public int settle(Instant now) {
        return chooseAnew(PostgresCandidates::takeChanged, now);
    }

    /// Chooses one batch of sleepers anew whose time has come.
    ///
    /// @return how many; 0 when nobody was left
    public int wake(Instant now) {
        return chooseAnew(tx -> takeRested(tx, now), now);
    }

    private interface Whom {
        Set<ConsumerId> take(DSLContext tx);
    }

    private int chooseAnew(Whom whom, Instant now) {
        CallingGroups.Ids made = new CallingGroups.Ids();
        int chosen =
                database.transact(tx -> {
                    Set<ConsumerId> consumers = whom.take(tx);
                    if (!consumers.isEmpty()) {
                        choose(tx, consumers, made, now);
                    }
                    return consumers.size();
                });
        groups.committed(made);
        if (chosen > 0) {
            groups.forget();
        }
        return chosen;
    }

    /// Chooses one consumer anew in the caller's transaction.
    void choose(DSLContext tx, ConsumerId consumer, Instant now) {
        choose(tx, Set.of(consumer), new CallingGroups.Ids(), now);
    }

    private void choose(
            DSLContext tx, Collection<ConsumerId> consumers, CallingGroups.Ids made, Instant now) {
        Set<CandidateTable.Key> gone = CandidateTable.lock(tx, consumers);
        List<CandidateRow> rows = new ArrayList<>(consumers.size());
        for (Dossier dossier : DossierReader.read(tx, consumers, law.consents(tx, now), now)) {
            switch (Selection.choose(dossier.facts(), now)) {
                case Choice.Candidate c -> {
                    int group = groups.id(tx, dossier, c.account(), made);
                    rows.add(CandidateRow.of(dossier, c, group, now));
                }
                case Choice.Parked p -> {
                    int group = groups.id(tx, dossier, p.account(), made);
                    rows.add(CandidateRow.of(dossier, p, group, now));
                }
                case Choice.Nobody() -> {}
            }
        }
        rows.forEach(row -> gone.remove(new CandidateTable.Key(row.campaign(), row.consumer())));
        CandidateTable.put(tx, rows);
        CandidateTable.remove(tx, gone);
    }

    /// Takes changes off the queue before the facts are read: a change that commits later stays on
    /// it. Whoever's own facts changed goes before those who are chosen anew with everybody.
    static Set<ConsumerId> takeChanged(DSLContext tx) {
        var oldest = CANDIDATE_CHANGE.as("oldest");
        return new HashSet<>(
                tx.deleteFrom(CANDIDATE_CHANGE)
                        .where(
                                CANDIDATE_CHANGE.ID.in(
                                        DSL.select(oldest.ID)
                                                .from(oldest)
                                                .orderBy(oldest.OF_ALL, oldest.ID)
                                                .limit(BATCH)
                                                .forUpdate()
                                                .skipLocked()))
                        .returning(CANDIDATE_CHANGE.CONSUMER_ID)
                        .fetch(CANDIDATE_CHANGE.CONSUMER_ID));
    }

    static Set<ConsumerId> takeRested(DSLContext tx, Instant now) {
        return new HashSet<>(
                tx.select(DIAL_CANDIDATE.CONSUMER_ID)
                        .from(DIAL_CANDIDATE)
                        .where(DSL.not(DSL.condition(DIAL_CANDIDATE.DUE)))
                        .and(DIAL_CANDIDATE.PARKED.eq(DSL.inline("")))
                        .and(DIAL_CANDIDATE.NEXT_AT.le(now))
                        .orderBy(DIAL_CANDIDATE.NEXT_AT)
                        .limit(BATCH)
                        .forUpdate()
                        .skipLocked()
                        .fetch(DIAL_CANDIDATE.CONSUMER_ID));
    }
}
