package org.rightparty.console.web;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.rightparty.console.agent.AgentState;
import org.rightparty.console.agent.Offer;
import org.rightparty.console.agent.PauseReason;
import org.rightparty.vocabulary.DialPath;

import java.time.Instant;
import java.util.Optional;

/// Where an agent is, as the page reads it.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WireState.Offline.class, name = "offline"),
    @JsonSubTypes.Type(value = WireState.NotReady.class, name = "notReady"),
    @JsonSubTypes.Type(value = WireState.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = WireState.Previewing.class, name = "previewing"),
    @JsonSubTypes.Type(value = WireState.Dialing.class, name = "dialing"),
    @JsonSubTypes.Type(value = WireState.Reserved.class, name = "reserved"),
    @JsonSubTypes.Type(value = WireState.Talking.class, name = "talking"),
    @JsonSubTypes.Type(value = WireState.Holding.class, name = "holding"),
    @JsonSubTypes.Type(value = WireState.ConnectionLost.class, name = "connectionLost"),
    @JsonSubTypes.Type(value = WireState.WrappingUp.class, name = "wrappingUp")
})
public sealed interface WireState {
    record Offline(Instant since) implements WireState {}

    record NotReady(PauseReason reason, Instant since) implements WireState {}

    record Ready(Instant since) implements WireState {}

    record Previewing(WireOffer offer, Instant since, Optional<Instant> until)
            implements WireState {}

    record Dialing(long attempt, Instant since) implements WireState {}

    record Reserved(long attempt, Instant since) implements WireState {}

    record Talking(long attempt, Instant since) implements WireState {}

    record Holding(long attempt, Instant since) implements WireState {}

    record ConnectionLost(long attempt, Instant since, Instant until) implements WireState {}

    /// @param since when the call ended: what its clock counts from, over a restart too
    record WrappingUp(long attempt, Instant since, Instant target) implements WireState {}

    /// The account that a preview offers.
    record WireOffer(long consumer, long account, long phone, DialPath path) {
        static WireOffer of(Offer offer) {
            return new WireOffer(
                    offer.consumer().value(),
                    offer.account().value(),
                    offer.phone().value(),
                    offer.path());
        }
    }

    static WireState of(AgentState state) {
        return switch (state) {
            case AgentState.Offline s -> new Offline(s.since());
            case AgentState.NotReady s -> new NotReady(s.reason(), s.since());
            case AgentState.Ready s -> new Ready(s.since());
            case AgentState.Previewing s ->
                    new Previewing(WireOffer.of(s.offer()), s.since(), s.until());
            case AgentState.Dialing s -> new Dialing(s.attempt().value(), s.since());
            case AgentState.Reserved s -> new Reserved(s.attempt().value(), s.since());
            case AgentState.Talking s -> new Talking(s.attempt().value(), s.since());
            case AgentState.Holding s -> new Holding(s.attempt().value(), s.since());
            case AgentState.ConnectionLost s ->
                    new ConnectionLost(s.attempt().value(), s.since(), s.until());
            case AgentState.WrappingUp s ->
                    new WrappingUp(s.attempt().value(), s.endedAt(), s.target());
        };
    }
}
