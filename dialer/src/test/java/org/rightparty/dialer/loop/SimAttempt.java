package org.rightparty.dialer.loop;

import org.rightparty.compliance.gate.ContactEvent;
import org.rightparty.compliance.rules.ContactKind;
import org.rightparty.compliance.rules.ContactResult;
import org.rightparty.compliance.rules.Place;
import org.rightparty.compliance.rules.Voice;
import org.rightparty.console.desk.Proofs;
import org.rightparty.console.desk.WrapUp;
import org.rightparty.console.desk.WrapUps.Spoken;
import org.rightparty.console.desk.WrapUps.Undisposed;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.ClientId;
import org.rightparty.vocabulary.Outcome;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One attempt as the simulated tables keep it.
final class SimAttempt {
    final AttemptId id;
    final SimConsumer consumer;
    final Instant placedAt;
    Optional<AgentId> agent = Optional.empty();
    Optional<Instant> answeredAt = Optional.empty();
    Optional<Instant> connectedAt = Optional.empty();
    Optional<CallBook.Ending> ending = Optional.empty();
    List<String> verifiedBy = List.of();
    Optional<Instant> verifiedAt = Optional.empty();

    /// Records that changed something, and the agent who made the first.
    int dispositions;

    Optional<AgentId> disposedBy = Optional.empty();
    boolean rightParty;
    boolean promised;

    /// The life of the program in which the last record was made.
    int disposedInLife;

    /// It was ended, and the answer to that got lost.
    boolean endInDoubt;

    int originated;

    SimAttempt(AttemptId id, SimConsumer consumer, Instant placedAt) {
        this.id = id;
        this.consumer = consumer;
        this.placedAt = placedAt;
    }

    void happened(CallBook.Happening happening, Instant now) {
        if (happening.kind().equals("answered")) {
            answeredAt = Optional.of(happening.at());
        } else if (happening.kind().equals(Proofs.EVENT)) {
            verifiedAt = Optional.of(now);
            verifiedBy = Proofs.read(String.valueOf(happening.detail().get(Proofs.PARTICULAR)));
        } else if (happening.kind().equals("joined") && connectedAt.isEmpty()) {
            connectedAt = Optional.of(happening.at());
        }
    }

    boolean endedWith(Set<Outcome> outcomes) {
        return ending.filter(e -> outcomes.contains(e.outcome())).isPresent();
    }

    /// The conversation that it is to take over.
    Optional<AttemptId> transferredFrom = Optional.empty();

    CallBook.OpenAttempt open() {
        return new CallBook.OpenAttempt(
                id,
                placedAt,
                consumer.id(),
                consumer.account(),
                consumer.phoneId(),
                consumer.phone(),
                agent,
                answeredAt,
                connectedAt,
                verifiedBy,
                transferredFrom);
    }

    Undisposed undisposed() {
        return new Undisposed(
                id,
                consumer.account(),
                consumer.phoneId(),
                connectedAt.orElse(placedAt),
                ending.orElseThrow().endedAt(),
                ending.orElseThrow().hungUpBy(),
                verifiedBy);
    }

    void disposed(AgentId by, WrapUp wrapUp, Spoken spoken) {
        dispositions++;
        disposedBy = Optional.of(by);
        rightParty = spoken.rightParty();
        promised = wrapUp.promise().isPresent();
    }

    boolean isOpen() {
        return ending.isEmpty();
    }

    boolean isConversation() {
        return ending.filter(e -> e.outcome() == Outcome.ANSWERED).isPresent();
    }

    /// Whether it counts under 12 CFR 1006.14(b).
    boolean counts() {
        return ending.map(e -> e.outcome().connected()).orElse(true);
    }

    ContactEvent event() {
        return new ContactEvent(
                Optional.of(id),
                placedAt,
                connectedAt.orElse(placedAt),
                ContactKind.CALL_PLACED,
                ending.map(e -> result(e.outcome())).orElse(ContactResult.IN_PROGRESS),
                Set.of(consumer.account()),
                Optional.of(new ClientId(1)),
                Optional.of(consumer.phoneId()),
                Optional.of(Place.MOBILE),
                Voice.LIVE,
                Optional.empty(),
                false,
                Set.of());
    }

    private static ContactResult result(Outcome outcome) {
        return outcome == Outcome.ANSWERED
                ? ContactResult.CONVERSATION
                : ContactResult.valueOf(outcome.name());
    }
}
