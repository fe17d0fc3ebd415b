package org.rightparty.dialer.call;

import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;

import java.time.Instant;
import java.util.Optional;

/// What is known of a call so far. It only grows.
///
/// @param placedAt when the attempt was reserved
/// @param dialedBy the agent whose own call this is; empty when the program placed it
/// @param rang the far end was heard ringing, so the trunk works
/// @param answeredAt when a person greeted us; empty until then
/// @param abandonedAt when two seconds had gone by without an agent; empty otherwise
/// @param agent who takes or took the person; empty until an agent was chosen
/// @param connectedAt when the person first joined an agent: from then on it is a conversation
/// @param machine a machine was heard
/// @param recording file of the recording; empty when there is none
public record Known(
        AttemptId id,
        Instant placedAt,
        int ringSeconds,
        Optional<AgentId> dialedBy,
        boolean rang,
        Optional<Instant> answeredAt,
        Optional<Instant> abandonedAt,
        Optional<AgentId> agent,
        Optional<Instant> connectedAt,
        boolean machine,
        String recording) {

    /// A call that has just been reserved.
    public static Known reserved(
            AttemptId id, Instant placedAt, int ringSeconds, Optional<AgentId> dialedBy) {
        return new Known(
                id,
                placedAt,
                ringSeconds,
                dialedBy,
                false,
                Optional.empty(),
                Optional.empty(),
                dialedBy,
                Optional.empty(),
                false,
                "");
    }

    /// Whether agent and person have spoken: then exactly one disposition is owed.
    public boolean conversed() {
        return connectedAt.isPresent();
    }

    Known ringing() {
        return new Known(
                id,
                placedAt,
                ringSeconds,
                dialedBy,
                true,
                answeredAt,
                abandonedAt,
                agent,
                connectedAt,
                machine,
                recording);
    }

    Known answered(Instant at) {
        return new Known(
                id,
                placedAt,
                ringSeconds,
                dialedBy,
                rang,
                answeredAt.or(() -> Optional.of(at)),
                abandonedAt,
                agent,
                connectedAt,
                machine,
                recording);
    }

    Known abandoned(Instant at) {
        Optional<Instant> first = abandonedAt.or(() -> Optional.of(at));
        return new Known(
                id,
                placedAt,
                ringSeconds,
                dialedBy,
                rang,
                answeredAt.or(() -> Optional.of(at)),
                first,
                agent,
                connectedAt,
                machine,
                recording);
    }

    Known takenBy(AgentId taker) {
        return new Known(
                id,
                placedAt,
                ringSeconds,
                dialedBy,
                rang,
                answeredAt,
                abandonedAt,
                Optional.of(taker),
                connectedAt,
                machine,
                recording);
    }

    Known takenByNobody() {
        return new Known(
                id,
                placedAt,
                ringSeconds,
                dialedBy,
                rang,
                answeredAt,
                abandonedAt,
                Optional.empty(),
                connectedAt,
                machine,
                recording);
    }

    Known connected(Instant at) {
        return new Known(
                id,
                placedAt,
                ringSeconds,
                dialedBy,
                rang,
                answeredAt.or(() -> Optional.of(at)),
                abandonedAt,
                agent,
                connectedAt.or(() -> Optional.of(at)),
                machine,
                recording);
    }

    Known machineHeard() {
        return new Known(
                id,
                placedAt,
                ringSeconds,
                dialedBy,
                rang,
                answeredAt,
                abandonedAt,
                agent,
                connectedAt,
                true,
                recording);
    }

    Known recordedIn(String file) {
        return new Known(
                id,
                placedAt,
                ringSeconds,
                dialedBy,
                rang,
                answeredAt,
                abandonedAt,
                agent,
                connectedAt,
                machine,
                file);
    }
}
