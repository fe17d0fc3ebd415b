package org.rightparty.dialer.call;

import org.rightparty.vocabulary.AttemptId;

import java.time.Instant;

/// What the telephone system told us of a call. Late, twice or never.
public sealed interface CallEvent {
    AttemptId call();

    Instant at();

    /// The trunk works: the far end rings.
    record Rang(AttemptId call, Instant at) implements CallEvent {}

    /// A person has answered and waits for an agent; with screening on, only after a person was
    /// heard.
    ///
    /// @param readNanos monotonic nanoseconds when this was read from the switch
    record Answered(AttemptId call, Instant at, long readNanos) implements CallEvent {}

    /// The line was picked up and is being listened to for a machine.
    record ScreeningBegan(AttemptId call, Instant at) implements CallEvent {}

    /// A machine was heard; the call ends by itself.
    record MachineHeard(AttemptId call, String cause, Instant at) implements CallEvent {}

    /// The person is in the agent's room: they hear each other.
    record Joined(AttemptId call, String line, Instant at) implements CallEvent {}

    record Held(AttemptId call, Instant at) implements CallEvent {}

    /// The person is in the pair: consumer and somebody outside, without an agent.
    record Paired(AttemptId call, Instant at) implements CallEvent {}

    /// Thrown out of the room because the agent's phone went away; hears music.
    record Orphaned(AttemptId call, Instant at) implements CallEvent {}

    /// Two seconds went by without an agent; the message is being played.
    record Abandoned(AttemptId call, Instant at) implements CallEvent {}

    record RecordingBegan(AttemptId call, String file, Instant at) implements CallEvent {}

    /// A message is played, or was.
    ///
    /// @param version which one, `ABANDONED-en-3`
    record Played(AttemptId call, String version, Progress progress, Instant at)
            implements CallEvent {
        public enum Progress {
            BEGAN,
            /// To its end.
            FINISHED,
            /// The telephone system could not play it.
            FAILED
        }
    }

    /// Moving the person failed, for example because they had just hung up.
    record ConnectFailed(AttemptId call, String reason, Instant at) implements CallEvent {}

    /// The call is over.
    ///
    /// @param cause Q.850 cause
    /// @param sipCode the carrier's SIP result, empty when there was none
    /// @param byConsumer the far end hung up
    record HungUp(AttemptId call, int cause, String sipCode, boolean byConsumer, Instant at)
            implements CallEvent {}

    /// Nothing left for the carrier: no trunk had room, the permit had died, or the switch refused.
    record NotPlaced(AttemptId call, String reason, Instant at) implements CallEvent {}
}
