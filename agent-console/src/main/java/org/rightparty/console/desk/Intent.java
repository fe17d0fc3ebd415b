package org.rightparty.console.desk;

import org.rightparty.console.agent.PauseReason;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.PhoneId;

import java.util.Optional;

/// What an agent asks for. The dialer answers each, and refuses with a sentence what cannot be done
/// now.
public sealed interface Intent {
    /// Bring up the agent's line: call the softphone or desk phone into the agent's room.
    record CallMyLine() implements Intent {}

    record GoReady() implements Intent {}

    /// Stop taking calls now, or after the present call; with [PauseReason#LOGGING_OUT] leave the
    /// desk then.
    record Pause(PauseReason reason) implements Intent {}

    /// Dial the previewed account.
    record DialPreview() implements Intent {}

    /// Give the previewed account back.
    record SkipPreview(String reason) implements Intent {}

    /// Dial this number of this account now; the gate decides.
    record DialManually(AccountId account, PhoneId phone) implements Intent {}

    /// Call somebody outside and hand the person of this conversation over to them once they
    /// answer; the gate decides.
    ///
    /// @param phone the number of a party to the account
    record Transfer(AttemptId attempt, PhoneId phone) implements Intent {}

    /// Stop calling them and keep the person.
    record CancelTransfer() implements Intent {}

    record HangUp() implements Intent {}

    record Hold() implements Intent {}

    record Resume() implements Intent {}

    /// Silence the recording, for example while a card number is spoken.
    record PauseRecording() implements Intent {}

    record ResumeRecording() implements Intent {}

    /// Everybody on the line was told that the call is recorded: it may begin.
    record AnnounceRecording(AttemptId attempt) implements Intent {}

    /// The person proved to be the consumer: show the debt.
    ///
    /// @param proofs what they proved it with, such as `DATE_OF_BIRTH`
    record VerifyIdentity(AttemptId attempt, java.util.List<String> proofs) implements Intent {
        public VerifyIdentity {
            proofs = java.util.List.copyOf(proofs);
        }
    }

    /// Record the disposition and be ready, or paused for a reason.
    ///
    /// @param pause empty to be ready
    record Dispose(WrapUp wrapUp, Optional<PauseReason> pause) implements Intent {}

    /// Ask the supervisor for help, or take the request back.
    record AskForHelp(boolean wanted) implements Intent {}

    /// Leave the desk; refused during a call or an unrecorded wrap-up.
    record LogOut() implements Intent {}
}
