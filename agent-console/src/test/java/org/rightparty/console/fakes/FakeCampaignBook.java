package org.rightparty.console.fakes;

import org.rightparty.console.administration.By;
import org.rightparty.console.administration.CampaignBook;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.floor.FloorView;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.PhoneNumber;
import org.rightparty.vocabulary.PortfolioId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/// Campaigns in memory, whose orders nobody takes up.
public final class FakeCampaignBook implements CampaignBook {
    private static final PhoneNumber CALLER_ID = new PhoneNumber("+12125550100");

    private final List<Entry> campaigns =
            new CopyOnWriteArrayList<>(
                    List.of(
                            entry(
                                    1,
                                    new Draft(
                                            "Evening",
                                            Mode.PREDICTIVE,
                                            new Settings(CALLER_ID, 25, false, true, 45),
                                            List.of(new PortfolioId(1))))));

    private static Entry entry(long id, Draft draft) {
        return new Entry(
                new CampaignId(id),
                draft.name(),
                draft.mode(),
                "STOPPED",
                Optional.empty(),
                draft.settings(),
                draft.portfolios(),
                draft.limits(),
                240);
    }

    @Override
    public List<Entry> campaigns() {
        return List.copyOf(campaigns);
    }

    @Override
    public List<Portfolio> portfolios() {
        return List.of(
                new Portfolio(new PortfolioId(1), "Northbank", "May", 1_200),
                new Portfolio(new PortfolioId(2), "Northbank", "June", ACCOUNTS_COUNTED_MAX));
    }

    @Override
    public Answer add(Draft draft, By by) {
        campaigns.add(entry(campaigns.size() + 1L, draft));
        return new Answer.Accepted();
    }

    @Override
    public Answer set(CampaignId campaign, Settings settings, By by) {
        return settings.fault()
                .<Answer>map(f -> new Answer.Declined("NOT_USABLE", f.sentence() + ".", List.of(f)))
                .orElseGet(() ->
                        change(campaign, e -> held(e, settings, e.limits(), e.retryMinutes())));
    }

    @Override
    public Answer limit(CampaignId campaign, Limits limits, By by) {
        return change(campaign, e -> held(e, e.settings(), limits, e.retryMinutes()));
    }

    @Override
    public Answer retryAfter(CampaignId campaign, int minutes, By by) {
        return change(campaign, e -> held(e, e.settings(), e.limits(), minutes));
    }

    private static Entry held(Entry e, Settings settings, Limits limits, int retryMinutes) {
        return new Entry(
                e.id(),
                e.name(),
                e.mode(),
                e.activity(),
                e.ordered(),
                settings,
                e.portfolios(),
                limits,
                retryMinutes);
    }

    @Override
    public Answer attach(CampaignId campaign, PortfolioId portfolio, By by) {
        return change(
                campaign,
                entry -> {
                    List<PortfolioId> more = new ArrayList<>(entry.portfolios());
                    more.add(portfolio);
                    return with(entry, more, entry.ordered());
                });
    }

    @Override
    public Answer detach(CampaignId campaign, PortfolioId portfolio, By by) {
        return change(
                campaign,
                entry -> {
                    List<PortfolioId> fewer = new ArrayList<>(entry.portfolios());
                    fewer.remove(portfolio);
                    return with(entry, fewer, entry.ordered());
                });
    }

    @Override
    public Answer order(FloorView.Order order, By by) {
        return order instanceof FloorView.Order.Start(CampaignId campaign)
                ? change(campaign, e -> with(e, e.portfolios(), Optional.of("start")))
                : new Answer.Accepted();
    }

    private Answer change(CampaignId campaign, UnaryOperator<Entry> change) {
        campaigns.replaceAll(e -> e.id().equals(campaign) ? change.apply(e) : e);
        return new Answer.Accepted();
    }

    private static Entry with(Entry e, List<PortfolioId> portfolios, Optional<String> ordered) {
        return new Entry(
                e.id(),
                e.name(),
                e.mode(),
                e.activity(),
                ordered,
                e.settings(),
                portfolios,
                e.limits(),
                e.retryMinutes());
    }
}
