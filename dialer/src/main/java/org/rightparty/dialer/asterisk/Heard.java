package org.rightparty.dialer.asterisk;

import org.rightparty.dialer.call.CallEvent;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Duration;
import java.time.Instant;

/// What the switch told us, in our own words. The library's mutable beans, its strings and nulls
/// stop at [EventReader].
sealed interface Heard {
    /// Something that needs no more than to be passed on.
    record OfCall(CallEvent event) implements Heard {}

    /// The far end hung up; the end itself follows.
    record FarEndHungUp(AttemptId call) implements Heard {}

    record CallEnded(AttemptId call, int cause, String sipCode, Instant at) implements Heard {}

    record RecordingBegan(AttemptId call, Instant at) implements Heard {}

    record LineJoined(String line, String channelId, Instant at) implements Heard {}

    record LineEnded(String line, String channelId, int cause, Instant at) implements Heard {}

    /// The page of this softphone has gone.
    record ContactGone(String line) implements Heard {}

    /// An originate failed. The hang-up of a call that left for the carrier comes beside it.
    record OriginateFailed(String channelId, Instant at) implements Heard {}

    /// Somebody called us, and nobody took it.
    record CameIn(PhoneNumber from, Instant at) implements Heard {}

    record Connected() implements Heard {}

    record Disconnected(Instant at) implements Heard {}

    /// Said at every log-in.
    record Booted(Duration uptime) implements Heard {}

    /// One channel of a census.
    ///
    /// @param application what the dialplan does with it, such as `AMD`
    /// @param answered the channel is up
    record Row(
            String census,
            String channelId,
            String channelName,
            String context,
            String exten,
            String application,
            boolean answered)
            implements Heard {}

    record RowsEnd(String census) implements Heard {}
}
