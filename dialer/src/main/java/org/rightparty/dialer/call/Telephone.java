package org.rightparty.dialer.call;

import org.rightparty.compliance.gate.Attempt;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The telephone system. Every method returns at once; what comes of it arrives as [CallEvent]s and
/// [LineEvent]s at the [Listener], late, twice or never.
public interface Telephone {

    /// Places the call of a reserved attempt whose permit still lives.
    void originate(Attempt attempt, Dialing dialing);

    /// How many more calls may be placed now so that each leaves for a carrier well within its
    /// permit's life: the channels that are free and the calls a second that carriers take, less
    /// what waits for its turn. None when the telephone system has not answered for a second. From
    /// any thread, at once.
    int room();

    /// The trunk by which a call left; empty while it is not known. From any thread.
    Optional<String> trunkOf(AttemptId call);

    /// Calls go round these trunks and no others, until told again: but for one call now and then
    /// that tries whether one is back ([Detour]). From any thread.
    void avoid(Set<String> trunks);

    /// Moves an answered person into the agent's room.
    void connect(AttemptId call, AgentLine line);

    /// Music for the person; `connect` brings them back.
    void hold(AttemptId call);

    /// Moves an answered person into a pair: two people without an agent. When one of them leaves,
    /// the other's call ends.
    ///
    /// @param outside the call to whoever takes over, which names the pair
    void pair(AttemptId call, AttemptId outside);

    void hangUp(AttemptId call);

    /// Starts recording both directions into the file that belongs to the attempt.
    void record(AttemptId call);

    /// Silence in the recording from now on, or sound again.
    void muteRecording(AttemptId call, boolean muted);

    /// Calls the agent's phone into the agent's room, where it stays for the shift.
    void callLine(AgentLine line);

    void hangUpLine(AgentLine line);

    /// Asks what is up there now; the answer is [Listener#resynchronised].
    void resynchronise();

    /// How a call is to be placed.
    ///
    /// @param callerId the number shown
    /// @param screening whether answering machines are told from people
    /// @param messages what may be played
    record Dialing(PhoneNumber callerId, int ringSeconds, boolean screening, Messages messages) {
        /// A call on which nothing is played.
        public Dialing(PhoneNumber callerId, int ringSeconds, boolean screening) {
            this(callerId, ringSeconds, screening, Messages.NONE);
        }
    }

    /// An agent's phone and room, which share one number.
    ///
    /// @param number digits, `2001`
    /// @param kind softphone in the page or desk phone
    record AgentLine(AgentId agent, String number, Kind kind) {
        public enum Kind {
            BROWSER,
            DESK
        }
    }

    /// Where events arrive, on the telephone's own thread: hand over and return.
    interface Listener {
        void call(CallEvent event);

        void line(LineEvent event);

        /// Somebody called us, and nobody took it.
        default void cameIn(PhoneNumber from, Instant at) {}

        /// The link to the telephone system is up, or lost since `at`.
        void link(boolean up, Instant at);

        /// All that is up on the telephone system at `at`: calls and lines not named are gone.
        void resynchronised(List<LiveCall> calls, List<LiveLine> lines, Instant at);
    }

    /// A call found when resynchronising.
    record LiveCall(AttemptId call, Place place) {
        /// Where the person is.
        public sealed interface Place {
            /// Not answered yet.
            record Ringing() implements Place {}

            /// Picked up; whether by a person is not known yet.
            record Screening() implements Place {}

            /// Answered, no agent.
            record Waiting() implements Place {}

            /// In this agent's room.
            record Room(String line) implements Place {}

            /// Hearing music on hold.
            record OnHold() implements Place {}

            /// Thrown out of a room whose agent went.
            record Orphaned() implements Place {}

            /// In a pair, without an agent; ends by itself.
            record Paired() implements Place {}

            /// Hearing a message; ends by itself.
            record Announcement() implements Place {}
        }
    }

    /// An agent's line found when resynchronising.
    record LiveLine(String line) {}
}
