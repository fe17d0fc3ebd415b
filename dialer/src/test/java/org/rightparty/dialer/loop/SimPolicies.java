package org.rightparty.dialer.loop;

import org.rightparty.vocabulary.Aim;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.PhoneNumber;
import org.rightparty.vocabulary.Rate;

import java.time.Duration;

/// Policies of simulated campaigns.
final class SimPolicies {
    private SimPolicies() {}

    static CampaignPolicy of(Mode mode) {
        return of(new CampaignId(1), mode);
    }

    static CampaignPolicy of(CampaignId campaign, Mode mode) {
        return policy(campaign, mode, false);
    }

    /// Answering machines are told from people.
    static CampaignPolicy screening(Mode mode) {
        return policy(new CampaignId(1), mode, true);
    }

    /// As in production, with an inbox that a flood can fill.
    static LoopLimits limits() {
        LoopLimits usual = LoopLimits.forTrunks(60);
        return new LoopLimits(
                500,
                usual.backlogSize(),
                usual.callsInFlightMax(),
                usual.dialsPerTickMax(),
                usual.windowEvery(),
                usual.resynchroniseEvery(),
                usual.previewFor(),
                usual.lineRingsFor(),
                usual.absence(),
                usual.leave());
    }

    private static CampaignPolicy policy(CampaignId campaign, Mode mode, boolean screening) {
        return new CampaignPolicy(
                campaign,
                "Simulated",
                mode,
                Aim.MAXIMISE_TALK,
                CampaignPolicy.Activity.RUNNING,
                new PhoneNumber("+12125550100"),
                20,
                screening,
                new Rate(0.03),
                true,
                Duration.ofSeconds(45));
    }
}
