package org.rightparty.dialer.placement.web;

import org.rightparty.console.administration.By;
import org.rightparty.console.administration.CampaignBook;
import org.rightparty.console.administration.CampaignBook.Entry;
import org.rightparty.console.administration.CampaignBook.Portfolio;
import org.rightparty.console.web.Request;
import org.rightparty.dialer.placement.UnusableFile;
import org.rightparty.dialer.placement.file.ImportReport;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.CampaignId;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Has the campaign that an upload names dial what was placed, and says which campaigns do:
/// accounts in none are never dialed, which nobody sees by looking at them.
final class PlacementCampaigns {
    private final CampaignBook book;
    private final InstantSource clock;

    PlacementCampaigns(CampaignBook book, InstantSource clock) {
        this.book = book;
        this.clock = clock;
    }

    /// What is to follow an import; the campaign is looked up before anything is written.
    ///
    /// @throws UnusableFile when there is no such campaign
    Jobs.Afterwards afterwards(Request request) {
        String name = request.query().getOrDefault("campaign", "");
        Optional<CampaignId> campaign =
                name.isEmpty() ? Optional.empty() : Optional.of(campaign(name));
        AgentId supervisor = request.held().person().id();
        return report -> {
            Optional<Portfolio> placed = portfolio(report);
            if (report.run() != null) {
                campaign.ifPresent(c -> placed.ifPresent(p -> attach(c, p, supervisor)));
            }
            return placed.map(this::dialing).orElse(List.of());
        };
    }

    private void attach(CampaignId campaign, Portfolio portfolio, AgentId supervisor) {
        book.attach(campaign, portfolio.id(), By.person(supervisor, clock.instant()));
    }

    private CampaignId campaign(String name) {
        return book.campaigns().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .map(Entry::id)
                .orElseThrow(() ->
                        UnusableFile.of(
                                "there is no campaign \"" + name + "\"",
                                "an administrator enters one; then send the file again"));
    }

    private Optional<Portfolio> portfolio(ImportReport report) {
        return book.portfolios().stream()
                .filter(p -> p.client().equals(report.client()))
                .filter(p -> p.name().equals(report.portfolio()))
                .findFirst();
    }

    private List<String> dialing(Portfolio portfolio) {
        return book.campaigns().stream()
                .filter(entry -> entry.portfolios().contains(portfolio.id()))
                .map(Entry::name)
                .toList();
    }
}
