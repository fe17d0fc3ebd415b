package org.rightparty.dialer.loop;

import org.rightparty.compliance.ledger.AuditEntry.Actor;
import org.rightparty.console.agent.AgentState;
import org.rightparty.console.agent.Offer;
import org.rightparty.console.agent.PauseReason;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.CallReason;
import org.rightparty.console.desk.Desks.Watcher;
import org.rightparty.console.desk.WrapUp;
import org.rightparty.console.desk.WrapUps.Spoken;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.DialPath;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.PhoneId;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// What the loop wants from the tables. It never waits for it: [Performer] does it elsewhere and
/// its [Result] comes back as an event.
public sealed interface Work {
    /// Work of one lane is done in order, one after the other.
    default Lane lane() {
        return switch (this) {
            case Note w -> book(w.happening().attempt());
            case Take w -> book(w.attempt());
            case End w -> book(w.ending().attempt());
            case ScreenShown w -> book(w.attempt());
            case AgentChanged w -> Lane.ofAgent(w.agent());
            case Dispose w -> Lane.ofAgent(w.agent());
            case OpenDesk w -> Lane.ofAgent(w.agent());
            case Reserve _, ReserveOne _ -> Lane.ofLoop("reserve");
            case ReadWindow _ -> Lane.ofLoop("window");
            case Probe _ -> Lane.ofLoop("probe");
            case ReadOpen _ -> Lane.ofLoop("reserve");
            case WriteOrder _ -> Lane.ofLoop("orders");
            case OfferNext w -> Lane.ofLoop("offer-" + w.agent());
            case GiveBack w -> Lane.ofLoop("offer-" + w.agent());
            case DialFor w -> Lane.ofLoop("offer-" + w.agent());
            case TransferTo w -> Lane.ofLoop("offer-" + w.transfer().agent());
            case LoadScreen w -> Lane.ofLoop("screen-" + w.account());
        };
    }

    /// Whether it must be done in the end, however often the database goes away.
    default boolean isDurable() {
        return switch (this) {
            case Note _, Take _, End _, ScreenShown _, AgentChanged _, GiveBack _ -> true;
            case Reserve _,
                    ReserveOne _,
                    OfferNext _,
                    DialFor _,
                    TransferTo _,
                    LoadScreen _,
                    Dispose _,
                    OpenDesk _,
                    ReadWindow _,
                    Probe _,
                    ReadOpen _,
                    WriteOrder _ ->
                    false;
        };
    }

    private static Lane book(AttemptId attempt) {
        return Lane.ofLoop("book-" + attempt.value() % 8);
    }

    record Reserve(CampaignId campaign, Mode mode, int count) implements Work {}

    /// A call that somebody asked for: screen first, then the gate.
    record ReserveOne(
            CampaignId campaign,
            AccountId account,
            PhoneId phone,
            Mode mode,
            CallReason why,
            int ringSeconds,
            CompletableFuture<Answer> answer)
            implements Work {}

    record OfferNext(CampaignId campaign, AgentId agent) implements Work {}

    record GiveBack(CampaignId campaign, AgentId agent, Offer offer, String reason)
            implements Work {}

    /// An agent's own call: screen first, then the gate.
    record DialFor(
            CampaignId campaign,
            AgentId agent,
            AccountId account,
            PhoneId phone,
            Mode mode,
            DialPath path,
            CallReason why,
            int ringSeconds,
            CompletableFuture<Answer> answer)
            implements Work {}

    /// A call to somebody who is to take over a conversation.
    record TransferTo(Pool.Transfer transfer, CompletableFuture<Answer> answer) implements Work {}

    /// @param attempt the call the screen is for; empty for a preview
    record LoadScreen(
            Optional<AttemptId> attempt,
            Optional<AgentId> agent,
            AccountId account,
            PhoneId phone,
            CallReason why)
            implements Work {}

    record Note(CallBook.Happening happening) implements Work {}

    record Take(AttemptId attempt, AgentId agent) implements Work {}

    record End(CallBook.Ending ending) implements Work {}

    record AgentChanged(
            AgentId agent,
            CampaignId campaign,
            AgentState state,
            Optional<AttemptId> attempt,
            Instant at)
            implements Work {}

    record ScreenShown(
            AttemptId attempt,
            AgentId agent,
            Instant answeredAt,
            Instant pushedAt,
            Instant acknowledgedAt,
            long latencyMicros)
            implements Work {}

    record Dispose(
            AgentId agent,
            WrapUp wrapUp,
            Spoken spoken,
            Optional<PauseReason> pause,
            CompletableFuture<Answer> answer)
            implements Work {}

    record OpenDesk(
            AgentId agent, CampaignId campaign, Watcher watcher, CompletableFuture<Answer> answer)
            implements Work {}

    record ReadWindow(CampaignId campaign) implements Work {}

    /// Whether the tables answer.
    ///
    /// @param at when it was asked
    record Probe(CampaignId campaign, Instant at) implements Work {}

    /// In the lane of [Reserve], so that no permit is on its way while it looks.
    record ReadOpen(CampaignId campaign) implements Work {}

    record WriteOrder(Actor by, CampaignPolicy policy, CompletableFuture<Answer> answer)
            implements Work {}
}
