package org.rightparty.dialer.loop;

import org.rightparty.compliance.holds.Barred;
import org.rightparty.compliance.ledger.AuditEntry.Actor;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.Desks.Watcher;
import org.rightparty.console.desk.Intent;
import org.rightparty.console.floor.FloorView.Order;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.call.LineEvent;
import org.rightparty.dialer.call.Telephone.LiveCall;
import org.rightparty.dialer.call.Telephone.LiveLine;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// What arrives in a loop's inbox.
public sealed interface LoopEvent {
    record CallTold(CallEvent event) implements LoopEvent {}

    record LineTold(LineEvent event) implements LoopEvent {}

    record LinkChanged(boolean up, Instant at) implements LoopEvent {}

    record Resynchronised(List<LiveCall> calls, List<LiveLine> lines, Instant at)
            implements LoopEvent {
        public Resynchronised {
            calls = List.copyOf(calls);
            lines = List.copyOf(lines);
        }
    }

    record DeskAsked(AgentId agent, Watcher watcher, CompletableFuture<Answer> answer)
            implements LoopEvent {}

    record WatcherGone(AgentId agent, Watcher watcher) implements LoopEvent {}

    record Asked(AgentId agent, Intent intent, CompletableFuture<Answer> answer)
            implements LoopEvent {}

    record LineReady(AgentId agent, boolean ready) implements LoopEvent {}

    /// Of a softphone in a page.
    record SoundArrives(AgentId agent, boolean arrives) implements LoopEvent {}

    record ScreenShown(AgentId agent, AttemptId attempt, long receivedNanos) implements LoopEvent {}

    record Ordered(Actor by, Order order, CompletableFuture<Answer> answer) implements LoopEvent {}

    /// The campaign as it stands in the tables now.
    record SettingsRead(CampaignPolicy policy) implements LoopEvent {}

    /// Somebody must not be called any more.
    record BarSet(Barred barred) implements LoopEvent {}

    record Done(Work work, Result result) implements LoopEvent {}

    /// The database could not do it now; it may later.
    record Failed(Work work) implements LoopEvent {}

    /// It can never be done: a bug.
    record Broke(Work work, String why) implements LoopEvent {}
}
