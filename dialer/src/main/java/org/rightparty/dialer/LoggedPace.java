package org.rightparty.dialer;

import org.rightparty.dialer.pacing.Floor;
import org.rightparty.dialer.pacing.Pace;
import org.rightparty.dialer.pacing.PaceDecision;
import org.rightparty.dialer.pacing.Reasons;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Mode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// A pace that says once a minute, while there is somebody to dial for or a call on its way, how
/// many it dials and why.
final class LoggedPace implements Pace {
    private static final Logger LOG = LoggerFactory.getLogger(LoggedPace.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final CampaignId campaign;
    private final Mode mode;
    private final Pace pace;
    private Instant due = Instant.MIN;

    LoggedPace(CampaignId campaign, Mode mode, Pace pace) {
        this.campaign = campaign;
        this.mode = mode;
        this.pace = pace;
    }

    @Override
    public PaceDecision decide(Floor floor) {
        PaceDecision decision = pace.decide(floor);
        boolean busy = floor.ready() > 0 || !floor.dials().isEmpty();
        if (busy && !floor.at().isBefore(due)) {
            due = floor.at().plus(EVERY);
            LOG.info(
                    "pace.decided campaign={} mode={} dials={} {} reason=\"{}\"",
                    campaign,
                    mode,
                    decision.dials(),
                    figures(decision.reasons()),
                    decision.reason());
        }
        return decision;
    }

    /// The figures of the table, chances as shares between 0 and 1.
    private static String figures(Reasons r) {
        return String.format(
                Locale.ROOT,
                "working=%d ready=%d free_soon=%.1f waiting=%d in_flight=%d answers_coming=%.1f"
                        + " answer_chance=%.3f budget=%.1f price=%.4f risk=%.4f guard=%s",
                r.working(),
                r.ready(),
                r.freeSoon(),
                r.waiting(),
                r.inFlight(),
                r.answersComing(),
                r.answerChance(),
                r.budget(),
                r.price(),
                r.risk(),
                r.guard());
    }
}
