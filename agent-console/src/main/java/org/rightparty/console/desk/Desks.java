package org.rightparty.console.desk;

import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/// The desks of all agents, as the console sees them. The dialer implements it.
///
/// All methods return at once and may be called from any thread; nothing here blocks.
public interface Desks {
    /// What [#open] and [#ask] are declined with while no loop leads the campaign: it may again in
    /// a moment.
    String NOT_LED_HERE = "NOT_LED_HERE";

    /// What they are declined with while the tables do not answer.
    String DATABASE_AWAY = "DATABASE_AWAY";

    /// After these a desk that would not open may in a moment.
    Set<String> MAY_SOON = Set.of(NOT_LED_HERE, DATABASE_AWAY);

    /// The agent sits down (after log-in, or a page that came back). Opening an open desk keeps its
    /// state and replaces its watcher.
    CompletionStage<Answer> open(AgentId agent, CampaignId campaign, Watcher watcher);

    /// The page is gone; the desk stays as it is for a while. A watcher that has been replaced
    /// closes nothing.
    void watcherGone(AgentId agent, Watcher watcher);

    CompletionStage<Answer> ask(AgentId agent, Intent intent);

    /// The browser's softphone has registered and its microphone is live, or not any more.
    void lineReady(AgentId agent, boolean ready);

    /// Sound arrives at the browser's softphone, or not any more.
    void soundArrives(AgentId agent, boolean arrives);

    /// The page shows the screen of this call.
    void screenShown(AgentId agent, AttemptId attempt, long receivedNanos);

    Optional<DeskSnapshot> snapshot(AgentId agent);

    /// Told of every change of one desk, on the dialer's thread: hand over and return.
    interface Watcher {
        /// @param answeredNanos monotonic nanoseconds at which the answer was read from the
        ///     switch, when this is the first snapshot that shows the account of an answered call;
        ///     empty otherwise
        void changed(DeskSnapshot desk, Optional<Long> answeredNanos);

        /// Whether the page is still there. From any thread, at once.
        boolean isThere();

        /// Another page took this desk, or the agent was logged out at `at`.
        void dismissed(String reason, Instant at);

        /// The desk is not served here any more; the page shall open it anew.
        void letGo();
    }
}
