package org.rightparty.dialer.loop;

import org.rightparty.console.agent.AgentState;
import org.rightparty.dialer.pacing.NetworkResult;
import org.rightparty.dialer.pacing.Standing;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Outcome;

import java.time.Duration;
import java.util.Map;

/// Facts that nobody wants to hear.
final class NoFacts implements Facts {
    @Override
    public void attemptEnded(CampaignId campaign, Outcome outcome) {}

    @Override
    public void permitGranted(CampaignId campaign) {}

    @Override
    public void permitRefused(CampaignId campaign, String code) {}

    @Override
    public void answerToAgent(CampaignId campaign, Duration took) {}

    @Override
    public void answerToScreen(CampaignId campaign, Duration took) {}

    @Override
    public void agentsInState(
            CampaignId campaign, Map<Class<? extends AgentState>, Integer> agents) {}

    @Override
    public void callsInFlight(CampaignId campaign, int dialing, int waiting, int talking) {}

    @Override
    public void inboxDepth(CampaignId campaign, int events) {}

    @Override
    public void inboxFull(CampaignId campaign) {}

    @Override
    public void workFailed(CampaignId campaign, String work) {}

    @Override
    public void permitsOrdered(CampaignId campaign, Duration took) {}

    @Override
    public void telephoneLink(boolean up) {}

    @Override
    public void carried(String trunk, NetworkResult result) {}

    @Override
    public void trunkStanding(String trunk, Standing standing) {}
}
