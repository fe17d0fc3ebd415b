package org.rightparty.dialer.postgres;

import static org.rightparty.dialer.postgres.Among.among;
import static org.rightparty.schema.generated.Tables.DIAL_CANDIDATE;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Writes candidates, many in one statement.
final class CandidateTable {
    private static final String GONE = "gone";
    private static final Field<CampaignId> GONE_CAMPAIGN = gone(DIAL_CANDIDATE.CAMPAIGN_ID);
    private static final Field<ConsumerId> GONE_CONSUMER = gone(DIAL_CANDIDATE.CONSUMER_ID);

    private CandidateTable() {}

    private static <T> Field<T> gone(Field<T> column) {
        return DSL.field(DSL.name(GONE, column.getName()), column.getDataType());
    }

    record Key(CampaignId campaign, ConsumerId consumer) {}

    /// Locks what there is of these consumers, so that two choosers of one person do not overtake
    /// each other, and names it.
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
        if (!keys.isEmpty()) {
            tx.deleteFrom(DIAL_CANDIDATE)
                    .using(gone(keys))
                    .where(DIAL_CANDIDATE.CAMPAIGN_ID.eq(GONE_CAMPAIGN))
                    .and(DIAL_CANDIDATE.CONSUMER_ID.eq(GONE_CONSUMER))
                    .execute();
        }
    }

    private static Table<?> gone(Collection<Key> keys) {
        return Unnested.of(
                GONE,
                List.of(
                        numbers(keys, key -> key.campaign().value()),
                        numbers(keys, key -> key.consumer().value())),
                List.of(GONE_CAMPAIGN.getName(), GONE_CONSUMER.getName()));
    }

    private static Field<Long[]> numbers(Collection<Key> keys, Function<Key, Long> read) {
        return DSL.val(
                keys.stream().map(read).toArray(Long[]::new),
                SQLDataType.BIGINT.getArrayDataType());
    }
}
