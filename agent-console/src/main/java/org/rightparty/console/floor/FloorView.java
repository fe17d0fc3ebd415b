package org.rightparty.console.floor;

import org.rightparty.console.agent.AgentState;
import org.rightparty.console.agent.PauseReason;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.NoCalls;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.Aim;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.PhoneId;
import org.rightparty.vocabulary.Rate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// The floor as a supervisor sees it. The dialer implements it; nothing here blocks.
public interface FloorView {

    FloorSnapshot snapshot();

    CompletionStage<Answer> order(AgentId supervisor, Order order);

    /// What a supervisor may order.
    sealed interface Order {
        record Start(CampaignId campaign) implements Order {}

        /// Dial no more, let calls finish.
        record Drain(CampaignId campaign) implements Order {}

        /// Dial no more and end what rings; talks go on.
        record Stop(CampaignId campaign) implements Order {}

        record SetMode(CampaignId campaign, Mode mode) implements Order {}

        /// What a predictive pace is to work for.
        record SetAim(CampaignId campaign, Aim aim) implements Order {}

        /// Take an agent out after the present call.
        record PauseAgent(AgentId agent) implements Order {}

        /// Try this account again now: through the gate, in place of the pool's next call.
        record Call(CampaignId campaign, AccountId account, PhoneId phone) implements Order {}
    }

    record FloorSnapshot(
            Instant at, boolean telephoneUp, boolean databaseUp, List<CampaignLine> campaigns) {
        public FloorSnapshot {
            campaigns = List.copyOf(campaigns);
        }
    }

    /// One campaign.
    ///
    /// @param ringing calls being placed or ringing
    /// @param abandonment over the regulator's window
    /// @param answered calls a person answered in that window
    /// @param paceReason why the pace is what it is, one sentence
    /// @param noCalls why nobody is called now; empty while calls are being placed
    /// @param paceFigures what it rests on; empty while nothing is dialed ahead
    record CampaignLine(
            CampaignId campaign,
            String name,
            Mode mode,
            Aim aim,
            String activity,
            int ringing,
            int waiting,
            int talking,
            long attemptsToday,
            long answeredToday,
            long rightPartyToday,
            long promisesToday,
            Rate abandonment,
            Rate abandonmentCeiling,
            long answered,
            String paceReason,
            Optional<NoCalls> noCalls,
            List<PaceFigure> paceFigures,
            List<AgentLine> agents) {
        public CampaignLine {
            paceFigures = List.copyOf(paceFigures);
            agents = List.copyOf(agents);
        }
    }

    /// One figure that the pace rests on, as a supervisor reads it.
    record PaceFigure(String name, String value) {}

    /// One agent.
    ///
    /// @param pauseAfterCall what the agent becomes after the present call; empty to go on
    record AgentLine(
            AgentId agent,
            String name,
            AgentState state,
            boolean lineUp,
            boolean helpWanted,
            Optional<PauseReason> pauseAfterCall,
            Optional<AttemptId> attempt,
            long callsToday,
            long rightPartyToday,
            long promisesToday) {}
}
