package org.rightparty.console.web;

import org.rightparty.console.administration.CampaignBook;
import org.rightparty.console.administration.StaffBook;
import org.rightparty.console.people.People.Line;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.PhoneNumber;
import org.rightparty.vocabulary.PortfolioId;
import org.rightparty.vocabulary.Role;

import java.util.List;
import java.util.Optional;

/// Staff, campaigns and portfolios as an administrator's page reads them.
public record WireAdministration(
        List<Member> staff, List<Campaign> campaigns, List<Portfolio> portfolios) {
    public record Member(
            long id,
            String login,
            String name,
            List<Role> roles,
            String line,
            Line.Kind phone,
            boolean active) {}

    public record Campaign(
            long id,
            String name,
            Mode mode,
            String activity,
            Optional<String> ordered,
            Settings settings,
            List<Long> portfolios) {}

    /// How a campaign's calls are placed, recorded and wrapped up.
    public record Settings(
            String callerId,
            int ringSeconds,
            boolean screening,
            boolean recording,
            int wrapUpSeconds) {
        private static Settings of(CampaignBook.Settings settings) {
            return new Settings(
                    settings.callerId().e164(),
                    settings.ringSeconds(),
                    settings.screening(),
                    settings.recording(),
                    settings.wrapUpSeconds());
        }

        /// Empty when the caller id is no telephone number.
        Optional<CampaignBook.Settings> toCore() {
            return PhoneNumber.written(callerId)
                    .map(number ->
                            new CampaignBook.Settings(
                                    number, ringSeconds, screening, recording, wrapUpSeconds));
        }
    }

    /// @param more whether there are more accounts than were counted
    public record Portfolio(long id, String client, String name, int accounts, boolean more) {}

    /// A person to enter.
    ///
    /// @param phone absent for the softphone in the page
    public record NewMember(
            String login,
            String name,
            List<Role> roles,
            String password,
            Optional<Line.Kind> phone) {
        @Override
        public String toString() {
            return "NewMember[]";
        }
    }

    public record NewPassword(String password) {
        @Override
        public String toString() {
            return "NewPassword[]";
        }
    }

    /// A telephone for somebody.
    public record NewLine(Line.Kind phone) {}

    /// What is typed into a desk phone. It is answered once, to whoever gave the line.
    ///
    /// @param user and
    /// @param secret with which it registers
    public record SipAccount(String login, String user, String secret) {
        @Override
        public String toString() {
            return "SipAccount[]";
        }
    }

    public record NewCampaign(String name, Mode mode, Settings settings, List<Long> portfolios) {}

    static WireAdministration of(StaffBook staff, CampaignBook campaigns) {
        return new WireAdministration(
                staff.all().stream().map(WireAdministration::member).toList(),
                campaigns.campaigns().stream().map(WireAdministration::campaign).toList(),
                campaigns.portfolios().stream().map(WireAdministration::portfolio).toList());
    }

    private static Member member(StaffBook.Member member) {
        return new Member(
                member.id().value(),
                member.login(),
                member.name(),
                member.roles().stream().sorted().toList(),
                member.line(),
                member.phone(),
                member.active());
    }

    private static Campaign campaign(CampaignBook.Entry entry) {
        return new Campaign(
                entry.id().value(),
                entry.name(),
                entry.mode(),
                entry.activity(),
                entry.ordered(),
                Settings.of(entry.settings()),
                entry.portfolios().stream().map(PortfolioId::value).toList());
    }

    private static Portfolio portfolio(CampaignBook.Portfolio portfolio) {
        return new Portfolio(
                portfolio.id().value(),
                portfolio.client(),
                portfolio.name(),
                portfolio.accounts(),
                portfolio.accounts() >= CampaignBook.ACCOUNTS_COUNTED_MAX);
    }
}
