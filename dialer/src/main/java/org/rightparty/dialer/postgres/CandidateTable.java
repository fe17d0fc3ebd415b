package org.rightparty.dialer.postgres;

import static org.rightparty.dialer.postgres.Among.among;
import static org.rightparty.schema.generated.Tables.DIAL_CANDIDATE;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Writes candidates, many in one statement.
final class CandidateTable {
    private CandidateTable() {}

    record Key(CampaignId campaign, ConsumerId consumer) {}

    /// Locks what there is of these consumers, so that two choosers of one person do not overtake
    /// each
    /// other, and names it.
    static Set<Key> lock(DSLContext tx, Collection<ConsumerId> consumers) {
        return new HashSet<>(
                tx.select(DIAL_CANDIDATE.CAMPAIGN_ID, DIAL_CANDIDATE.CONSUMER_ID)
                        .from(DIAL_CANDIDATE)
                        .where(among(DIAL_CANDIDATE.CONSUMER_ID, consumers))
                        .orderBy(DIAL_CANDIDATE.CONSUMER_ID, DIAL_CANDIDATE.CAMPAIGN_ID)
                        .forUpdate()
                        .fetch(row -> new Key(row.value1(), row.value2())));
    }

    /// Inserts or overwrites; a row that is as it should be is not touched.
    static void put(DSLContext tx, List<CandidateRow> rows) {
        if (!rows.isEmpty()) {
            Incoming in = new Incoming(rows);
            tx.insertInto(DIAL_CANDIDATE, in.columns())
                    .select(DSL.select(in.values()).from(in.table()))
                    .onConflict(DIAL_CANDIDATE.CAMPAIGN_ID, DIAL_CANDIDATE.CONSUMER_ID)
                    .doUpdate()
                    .setAllToExcluded()
                    .where(in.changed())
                    .execute();
        }
    }

    static void remove(DSLContext tx, Collection<Key> keys) {
        keys.forEach(key ->
                tx.deleteFrom(DIAL_CANDIDATE)
                        .where(DIAL_CANDIDATE.CAMPAIGN_ID.eq(key.campaign()))
                        .and(DIAL_CANDIDATE.CONSUMER_ID.eq(key.consumer()))
                        .execute());
    }
}
