package org.rightparty.dialer.postgres;

import static org.rightparty.schema.generated.Tables.CAMPAIGN_ORDER;

import org.jooq.Record;
import org.rightparty.compliance.ledger.AuditEntry.Actor;
import org.rightparty.console.floor.FloorView.Order;
import org.rightparty.database.Database;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Mode;

import java.util.List;

/// Orders that came by way of the table, from commands and administrators' pages. Blocks.
public final class CampaignOrders {
    private static final int AT_ONCE_MAX = 100;

    private final Database database;

    CampaignOrders(Database database) {
        this.database = database;
    }

    /// One order that nobody has carried out yet.
    public record Waiting(long id, CampaignId campaign, Order order, Actor by) {}

    /// The oldest orders, in the order of their arrival.
    public List<Waiting> waiting() {
        return database.transact(tx ->
                tx.select(CAMPAIGN_ORDER.fields())
                        .from(CAMPAIGN_ORDER)
                        .orderBy(CAMPAIGN_ORDER.ID)
                        .limit(AT_ONCE_MAX)
                        .fetch(CampaignOrders::waiting));
    }

    private static Waiting waiting(Record row) {
        CampaignId campaign = row.get(CAMPAIGN_ORDER.CAMPAIGN_ID);
        Order order =
                switch (row.get(CAMPAIGN_ORDER.KIND)) {
                    case "START" -> new Order.Start(campaign);
                    case "DRAIN" -> new Order.Drain(campaign);
                    case "STOP" -> new Order.Stop(campaign);
                    default ->
                            new Order.SetMode(campaign, Mode.valueOf(row.get(CAMPAIGN_ORDER.MODE)));
                };
        return new Waiting(
                row.get(CAMPAIGN_ORDER.ID),
                campaign,
                order,
                new Actor(row.get(CAMPAIGN_ORDER.ACTOR)));
    }

    /// Lets go of an order that was carried out.
    public void done(long id) {
        database.transact(
                tx -> tx.deleteFrom(CAMPAIGN_ORDER).where(CAMPAIGN_ORDER.ID.eq(id)).execute());
    }
}
