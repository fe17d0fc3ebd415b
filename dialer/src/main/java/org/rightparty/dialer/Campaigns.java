package org.rightparty.dialer;

import org.rightparty.console.desk.Answer;
import org.rightparty.dialer.call.Telephone;
import org.rightparty.dialer.loop.CampaignPolicy;
import org.rightparty.dialer.loop.Floors;
import org.rightparty.dialer.loop.NetworkBook;
import org.rightparty.dialer.loop.Roster;
import org.rightparty.dialer.pacing.LearningPace;
import org.rightparty.dialer.pacing.Pace;
import org.rightparty.dialer.pacing.PreviewPace;
import org.rightparty.dialer.pacing.ProgressivePace;
import org.rightparty.dialer.postgres.CampaignOrders;
import org.rightparty.dialer.postgres.CampaignOrders.Waiting;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Mode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// The campaigns of the process that leads: those it finds, and those that are entered while it
/// runs. Carries out what was ordered of them by way of the tables.
final class Campaigns implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Campaigns.class);
    private final Roster roster;
    private final CampaignOrders orders;
    private final Floors floors;
    private final Telephone telephone;
    private final PacesAhead predictive;
    private final NetworkBook network;
    private final Consumer<CampaignPolicy> found;
    private final Set<Long> underWay = ConcurrentHashMap.newKeySet();

    /// @param predictive the predictive pace of a campaign, with what was kept of it
    /// @param network where what the network did is kept
    /// @param found told of each campaign before its loop starts
    Campaigns(
            Roster roster,
            CampaignOrders orders,
            Floors floors,
            Telephone telephone,
            PacesAhead predictive,
            NetworkBook network,
            Consumer<CampaignPolicy> found) {
        this.roster = roster;
        this.orders = orders;
        this.floors = floors;
        this.telephone = telephone;
        this.predictive = predictive;
        this.network = network;
        this.found = found;
    }

    /// Leads every campaign that is not led here yet, and tells the others what is set of them now.
    void takeUp() {
        for (CampaignPolicy campaign : roster.campaigns()) {
            if (floors.leads(campaign.id())) {
                floors.settled(campaign);
            } else {
                found.accept(campaign);
                LearningPace ahead = predictive.of(campaign.id());
                floors.lead(campaign, telephone, mode -> pace(campaign.id(), mode, ahead), network);
                LOG.info("campaign.led campaign={} mode={}", campaign.id(), campaign.mode());
            }
        }
    }

    /// Whatever the mode, the predictive pace learns.
    private static Pace pace(CampaignId campaign, Mode mode, LearningPace ahead) {
        return switch (mode) {
            case PREDICTIVE -> new LoggedPace(campaign, mode, ahead);
            case PROGRESSIVE -> new LoggedPace(campaign, mode, ahead.beside(new ProgressivePace()));
            case PREVIEW, MANUAL -> ahead.beside(new PreviewPace());
        };
    }

    /// To be asked every second by whoever leads.
    void look() {
        takeUp();
        orders.waiting().stream().filter(order -> underWay.add(order.id())).forEach(this::order);
    }

    /// What the loop took up or declined is done; what did not reach it waits for the next look.
    private void order(Waiting order) {
        var _ =
                floors.order(order.by(), order.order())
                        .whenCompleteAsync(
                                (answer, _) -> ended(order, answer), Thread::startVirtualThread);
    }

    private void ended(Waiting order, Answer answer) {
        try {
            if (answer instanceof Answer.Accepted) {
                orders.done(order.id());
            } else {
                LOG.warn("campaign.order.postponed campaign={}", order.campaign());
            }
        } finally {
            underWay.remove(order.id());
        }
    }

    @Override
    public void close() {
        predictive.close();
    }
}
