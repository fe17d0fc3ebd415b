package org.rightparty.dialer.postgres;

import static org.jooq.impl.DSL.excluded;
import static org.rightparty.schema.generated.Tables.PACE_MEMORY;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rightparty.database.Database;
import org.rightparty.dialer.pacing.Memory;
import org.rightparty.dialer.pacing.Network;
import org.rightparty.vocabulary.CampaignId;

import java.time.Instant;
import java.util.Arrays;

/// What the campaigns' paces have learned, kept over restarts.
public final class PostgresPaceMemory {
    private final Database database;

    public PostgresPaceMemory(Database database) {
        this.database = database;
    }

    /// What was kept last; nothing for a campaign that never dialed ahead.
    public Memory of(CampaignId campaign) {
        return database.transact(tx -> read(tx, campaign, DSL.noCondition()));
    }

    /// Of it, what the network did with the campaign's calls.
    static Memory network(DSLContext tx, CampaignId campaign) {
        return read(tx, campaign, PACE_MEMORY.PART.startsWith(Network.PART));
    }

    private static Memory read(DSLContext tx, CampaignId campaign, Condition which) {
        return new Memory(
                tx.select(PACE_MEMORY.PART, PACE_MEMORY.HOUR, PACE_MEMORY.KEY, PACE_MEMORY.FIGURES)
                        .from(PACE_MEMORY)
                        .where(PACE_MEMORY.CAMPAIGN_ID.eq(campaign))
                        .and(which)
                        .orderBy(PACE_MEMORY.PART, PACE_MEMORY.HOUR, PACE_MEMORY.KEY)
                        .fetch(row ->
                                new Memory.Part(
                                        row.value1(),
                                        row.value2(),
                                        row.value3(),
                                        Arrays.asList(row.value4()))));
    }

    /// Replaces what was kept, part by part, in one transaction.
    public void keep(CampaignId campaign, Memory memory, Instant at) {
        database.transact(tx -> {
            memory.parts().forEach(part -> keep(tx, campaign, part, at));
            return memory;
        });
    }

    private static void keep(DSLContext tx, CampaignId campaign, Memory.Part part, Instant at) {
        tx.insertInto(PACE_MEMORY)
                .set(PACE_MEMORY.CAMPAIGN_ID, campaign)
                .set(PACE_MEMORY.PART, part.name())
                .set(PACE_MEMORY.HOUR, part.hour())
                .set(PACE_MEMORY.KEY, part.key())
                .set(PACE_MEMORY.FIGURES, part.figures().toArray(new Double[0]))
                .set(PACE_MEMORY.KEPT_AT, at)
                .onConflict(
                        PACE_MEMORY.CAMPAIGN_ID,
                        PACE_MEMORY.PART,
                        PACE_MEMORY.HOUR,
                        PACE_MEMORY.KEY)
                .doUpdate()
                .set(PACE_MEMORY.FIGURES, excluded(PACE_MEMORY.FIGURES))
                .set(PACE_MEMORY.KEPT_AT, excluded(PACE_MEMORY.KEPT_AT))
                .execute();
    }
}
