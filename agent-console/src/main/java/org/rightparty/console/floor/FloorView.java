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
    /// @param network what the network did with its calls
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
            List<NetworkLine> network,
            List<AgentLine> agents) {
        public CampaignLine {
            paceFigures = List.copyOf(paceFigures);
            network = List.copyOf(network);
            agents = List.copyOf(agents);
        }
    }

    /// One figure that the pace rests on, as a supervisor reads it.
    record PaceFigure(String name, String value) {}

    /// What the network did with the calls of one trunk, caller-ID, hour or list. Older calls
    /// count less, so figures are not whole.
    ///
    /// @param name of the trunk or the portfolio, the caller-ID, or the hour of the consumers' day,
    ///     `0` to `23`
    /// @param blocked refused by a network on the way
    /// @param spam refused as unwanted
    /// @param failed got nowhere
    /// @param odds answers beside those usual for the same numbers; 1 when as usual
    /// @param reason a sentence; empty when all is well or nothing can be told
    record NetworkLine(
            By by,
            String name,
            double calls,
            double answered,
            double machines,
            double noAnswer,
            double busy,
            double dead,
            double blocked,
            double spam,
            double failed,
            double odds,
            Standing standing,
            String reason) {
        public enum By {
            TRUNK,
            CALLER_ID,
            HOUR,
            LIST
        }

        public enum Standing {
            /// Too few calls to tell.
            UNTRIED,
            SOUND,
            FAILING,
            DEAD,
            REJECTED
        }
    }

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
