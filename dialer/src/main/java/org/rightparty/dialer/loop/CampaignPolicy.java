package org.rightparty.dialer.loop;

import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.PhoneNumber;
import org.rightparty.vocabulary.Rate;

import java.time.Duration;

/// How one campaign dials.
///
/// @param callerId the number consumers see
/// @param ringSeconds longest ringing
/// @param screening whether answering machines are told from people
/// @param ceiling what the abandonment rate may not pass
/// @param recording whether conversations are recorded
/// @param wrapUpTarget when wrap-up turns amber
public record CampaignPolicy(
        CampaignId id,
        String name,
        Mode mode,
        Activity activity,
        PhoneNumber callerId,
        int ringSeconds,
        boolean screening,
        Rate ceiling,
        boolean recording,
        Duration wrapUpTarget) {

    /// Whether it dials.
    public enum Activity {
        RUNNING,
        /// Dials no more, lets calls finish.
        DRAINING,
        STOPPED
    }

    CampaignPolicy dialing(Mode next) {
        return new CampaignPolicy(
                id,
                name,
                next,
                activity,
                callerId,
                ringSeconds,
                screening,
                ceiling,
                recording,
                wrapUpTarget);
    }

    CampaignPolicy being(Activity next) {
        return new CampaignPolicy(
                id,
                name,
                mode,
                next,
                callerId,
                ringSeconds,
                screening,
                ceiling,
                recording,
                wrapUpTarget);
    }
}
