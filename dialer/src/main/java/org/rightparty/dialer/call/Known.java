package org.rightparty.dialer.call;

import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;

import java.time.Instant;
import java.util.Optional;

/// What is known of a call so far. It only grows.
public record Known(Placed placed, Heard heard, Met met) {
    /// What was ordered.
    ///
    /// @param at when the attempt was reserved
    /// @param dialedBy the agent whose own call this is; empty when the program placed it
    public record Placed(AttemptId id, Instant at, int ringSeconds, Optional<AgentId> dialedBy) {}

    /// What was heard on the line.
    ///
    /// @param rang the far end was heard ringing, so the trunk works
    /// @param pickedUp somebody or something picked up
    /// @param machine a machine was heard
    /// @param messageLeft a message was begun to it
    /// @param recording file of the recording; empty when there is none
    public record Heard(
            boolean rang,
            boolean pickedUp,
            boolean machine,
            boolean messageLeft,
            String recording) {
        static final Heard NOTHING = new Heard(false, false, false, false, "");
    }

    /// Who met whom.
    ///
    /// @param answeredAt when a person greeted us; empty until then
    /// @param abandonedAt when two seconds had gone by without an agent; empty otherwise
    /// @param agent who takes or took the person; empty until an agent was chosen
    /// @param connectedAt when the person first joined an agent: from then on it is a conversation
    public record Met(
            Optional<Instant> answeredAt,
            Optional<Instant> abandonedAt,
            Optional<AgentId> agent,
            Optional<Instant> connectedAt) {
        Met answered(Instant at) {
            return new Met(answeredAt.or(() -> Optional.of(at)), abandonedAt, agent, connectedAt);
        }

        Met abandoned(Instant at) {
            return new Met(answeredAt, abandonedAt.or(() -> Optional.of(at)), agent, connectedAt);
        }

        Met connected(Instant at) {
            return new Met(answeredAt, abandonedAt, agent, connectedAt.or(() -> Optional.of(at)));
        }

        Met by(Optional<AgentId> taker) {
            return new Met(answeredAt, abandonedAt, taker, connectedAt);
        }
    }

    /// A call that has just been reserved.
    public static Known reserved(
            AttemptId id, Instant placedAt, int ringSeconds, Optional<AgentId> dialedBy) {
        return new Known(
                new Placed(id, placedAt, ringSeconds, dialedBy),
                Heard.NOTHING,
                new Met(Optional.empty(), Optional.empty(), dialedBy, Optional.empty()));
    }

    public AttemptId id() {
        return placed.id();
    }

    public Instant placedAt() {
        return placed.at();
    }

    public Optional<AgentId> dialedBy() {
        return placed.dialedBy();
    }

    public Optional<Instant> answeredAt() {
        return met.answeredAt();
    }

    public Optional<Instant> abandonedAt() {
        return met.abandonedAt();
    }

    public Optional<AgentId> agent() {
        return met.agent();
    }

    public Optional<Instant> connectedAt() {
        return met.connectedAt();
    }

    /// Whether agent and person have spoken: then exactly one disposition is owed.
    public boolean conversed() {
        return connectedAt().isPresent();
    }

    Known ringing() {
        return with(
                new Heard(
                        true,
                        heard.pickedUp(),
                        heard.machine(),
                        heard.messageLeft(),
                        heard.recording()));
    }

    Known pickedUp() {
        return with(new Heard(true, true, heard.machine(), heard.messageLeft(), heard.recording()));
    }

    Known machineHeard() {
        return with(new Heard(heard.rang(), true, true, heard.messageLeft(), heard.recording()));
    }

    Known recordedIn(String file) {
        return with(
                new Heard(
                        heard.rang(),
                        heard.pickedUp(),
                        heard.machine(),
                        heard.messageLeft(),
                        file));
    }

    Known leavingMessage(boolean left) {
        return with(
                new Heard(
                        heard.rang(), heard.pickedUp(), heard.machine(), left, heard.recording()));
    }

    Known answered(Instant at) {
        return with(met.answered(at));
    }

    Known abandoned(Instant at) {
        return with(met.answered(at).abandoned(at));
    }

    Known connected(Instant at) {
        return with(met.answered(at).connected(at));
    }

    Known takenBy(AgentId taker) {
        return with(met.by(Optional.of(taker)));
    }

    Known takenByNobody() {
        return with(met.by(Optional.empty()));
    }

    private Known with(Heard now) {
        return new Known(placed, now, met);
    }

    private Known with(Met now) {
        return new Known(placed, heard, now);
    }
}
