package org.rightparty.dialer.loop;

import org.rightparty.console.agent.AgentState;
import org.rightparty.dialer.pacing.NetworkResult;
import org.rightparty.dialer.pacing.Standing;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Outcome;

import java.time.Duration;
import java.util.Map;

/// What the loop tells the metrics: one method a fact, called on the loop's thread, returning at
/// once.
public interface Facts {
    void attemptEnded(CampaignId campaign, Outcome outcome);

    void permitGranted(CampaignId campaign);

    /// @param code the refusal's stable code
    void permitRefused(CampaignId campaign, String code);

    /// From the person's answer to the moment they heard the agent.
    void answerToAgent(CampaignId campaign, Duration took);

    /// From the person's answer to the page's word that the screen is shown.
    void answerToScreen(CampaignId campaign, Duration took);

    /// How many agents are in each state; states not named have none.
    void agentsInState(CampaignId campaign, Map<Class<? extends AgentState>, Integer> agents);

    void callsInFlight(CampaignId campaign, int dialing, int waiting, int talking);

    void inboxDepth(CampaignId campaign, int events);

    /// An event had no room in the inbox: dialing stops.
    void inboxFull(CampaignId campaign);

    /// Work for the tables failed.
    ///
    /// @param work the simple name of the work
    void workFailed(CampaignId campaign, String work);

    /// One order of permits: claimed, decided and committed.
    void permitsOrdered(CampaignId campaign, Duration took);

    /// The link to the telephone system is up, or lost.
    void telephoneLink(boolean up);

    /// What the network did with a call that left by this trunk.
    void carried(String trunk, NetworkResult result);

    void trunkStanding(String trunk, Standing standing);

    /// Nobody listens.
    Facts NONE = new NoFacts();
}
