package org.rightparty.dialer.loop;

import org.rightparty.vocabulary.Aim;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.PhoneNumber;
import org.rightparty.vocabulary.Rate;

import java.time.Duration;

/// How one campaign dials.
///
/// @param aim what a predictive pace works for
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
        Aim aim,
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
        return with(next, aim, activity);
    }

    CampaignPolicy aiming(Aim next) {
        return with(mode, next, activity);
    }

    CampaignPolicy being(Activity next) {
        return with(mode, aim, next);
    }

    /// With the settings of another reading of the same campaign. Mode, aim and activity stay: they
    /// are ordered of its loop, which knows them first.
    CampaignPolicy settledAs(CampaignPolicy read) {
        return new CampaignPolicy(
                id,
                name,
                mode,
                aim,
                activity,
                read.callerId,
                read.ringSeconds,
                read.screening,
                read.ceiling,
                read.recording,
                read.wrapUpTarget);
    }

    private CampaignPolicy with(Mode nextMode, Aim nextAim, Activity nextActivity) {
        return new CampaignPolicy(
                id,
                name,
                nextMode,
                nextAim,
                nextActivity,
                callerId,
                ringSeconds,
                screening,
                ceiling,
                recording,
                wrapUpTarget);
    }
}
