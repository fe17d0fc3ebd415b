package org.rightparty.console.administration;

import org.rightparty.console.desk.Answer;
import org.rightparty.console.floor.FloorView;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.PhoneNumber;
import org.rightparty.vocabulary.PortfolioId;

import java.util.List;
import java.util.Optional;

/// The campaigns and the portfolios they dial. Blocks; each change is written in one transaction
/// with its audit entry. Whatever process runs the campaigns notices changes within seconds.
public interface CampaignBook {
    /// Counting stops here, so that a large portfolio is not read whole for a page.
    int ACCOUNTS_COUNTED_MAX = 100_000;

    /// Thirty days.
    int RETRY_MINUTES_MAX = 43_200;

    /// All campaigns, by name.
    List<Entry> campaigns();

    /// All portfolios, by client and name.
    List<Portfolio> portfolios();

    /// Enters a campaign, stopped.
    Answer add(Draft draft, By by);

    /// Has the campaign dial the portfolio.
    Answer attach(CampaignId campaign, PortfolioId portfolio, By by);

    Answer detach(CampaignId campaign, PortfolioId portfolio, By by);

    /// Sets how the campaign's calls are placed, recorded and wrapped up: the next attempt goes by
    /// it, within seconds and without a restart; calls that were placed before stay as they are.
    Answer set(CampaignId campaign, Settings settings, By by);

    /// Sets the campaign's limits of abandonment; they hold within seconds.
    Answer limit(CampaignId campaign, Limits limits, By by);

    /// Sets the shortest time between two attempts to reach one person; its people are chosen anew.
    Answer retryAfter(CampaignId campaign, int minutes, By by);

    /// Orders the campaign to start, drain, stop or dial in another mode; the process that runs the
    /// campaigns takes the order up within seconds, or when it starts.
    Answer order(FloorView.Order order, By by);

    /// @param activity `RUNNING`, `DRAINING` or `STOPPED`
    /// @param ordered an order that nobody has taken up yet, as a word
    /// @param retryMinutes shortest time between two attempts to reach one person; what came of an
    ///     attempt may ask for longer
    record Entry(
            CampaignId id,
            String name,
            Mode mode,
            String activity,
            Optional<String> ordered,
            Settings settings,
            List<PortfolioId> portfolios,
            Limits limits,
            int retryMinutes) {
        public Entry {
            portfolios = List.copyOf(portfolios);
        }
    }

    /// How a campaign's calls are placed, recorded and wrapped up.
    ///
    /// @param callerId the number consumers see and can call back
    /// @param ringSeconds longest ringing, 15 to 60
    /// @param screening whether answering machines are told from people
    /// @param recording whether conversations are recorded
    /// @param wrapUpSeconds when wrap-up turns amber, 1 to 3600; it never ends by itself
    record Settings(
            PhoneNumber callerId,
            int ringSeconds,
            boolean screening,
            boolean recording,
            int wrapUpSeconds) {
        public static final int WRAP_UP_SECONDS_USUAL = 45;
        private static final int RING_SECONDS_MIN = 15;
        private static final int RING_SECONDS_MAX = 60;
        private static final int WRAP_UP_SECONDS_MAX = 3_600;

        /// What is wrong with which field, and the mend; empty when nothing is.
        public Optional<Answer.Fault> fault() {
            if (!callerId.mayBeShown()) {
                return fault(
                        "caller-id", "write a number that can be called back, as +12025550100");
            } else if (ringSeconds < RING_SECONDS_MIN || ringSeconds > RING_SECONDS_MAX) {
                return fault("ring-seconds", "write 15 to 60 seconds");
            } else if (wrapUpSeconds < 1 || wrapUpSeconds > WRAP_UP_SECONDS_MAX) {
                return fault("wrap-up-seconds", "write 1 to 3600 seconds");
            }
            return Optional.empty();
        }

        private static Optional<Answer.Fault> fault(String field, String mend) {
            return Optional.of(new Answer.Fault(field, mend));
        }
    }

    /// What a campaign's abandonment is held to, in parts per million.
    ///
    /// @param ceilingPpm the campaign's own ceiling; where a rulebook's is lower, that one holds
    /// @param falsePositivePpm estimated share of people among the calls that the screening takes
    ///     for machines: they heard nobody and count as abandoned
    record Limits(int ceilingPpm, int falsePositivePpm) {
        public static final Limits USUAL = new Limits(30_000, 10_000);
        public static final int CEILING_PPM_MAX = 100_000;
        public static final int FALSE_POSITIVE_PPM_MAX = 200_000;

        /// What is wrong with them, as a sentence; empty when nothing is.
        public Optional<String> fault() {
            if (ceilingPpm < 0 || ceilingPpm > CEILING_PPM_MAX) {
                return Optional.of("A ceiling of abandonment is 0 to 10 percent.");
            } else if (falsePositivePpm < 0 || falsePositivePpm > FALSE_POSITIVE_PPM_MAX) {
                return Optional.of("The screening's share of false alarms is 0 to 20 percent.");
            }
            return Optional.empty();
        }
    }

    /// @param accounts at most [#ACCOUNTS_COUNTED_MAX]
    record Portfolio(PortfolioId id, String client, String name, int accounts) {}

    /// A campaign to enter.
    record Draft(
            String name,
            Mode mode,
            Settings settings,
            List<PortfolioId> portfolios,
            Limits limits) {
        private static final int NAME_CHARACTERS_MAX = 80;

        public Draft {
            portfolios = List.copyOf(portfolios);
        }

        /// With the usual limits.
        public Draft(String name, Mode mode, Settings settings, List<PortfolioId> portfolios) {
            this(name, mode, settings, portfolios, Limits.USUAL);
        }

        /// What is wrong with it, as a sentence; empty when nothing is.
        public Optional<String> fault() {
            return name.isBlank() || name.length() > NAME_CHARACTERS_MAX
                    ? Optional.of("Give the campaign a name of at most 80 characters.")
                    : limits.fault();
        }
    }
}
