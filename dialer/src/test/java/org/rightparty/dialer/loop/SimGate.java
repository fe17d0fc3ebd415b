package org.rightparty.dialer.loop;

import org.rightparty.compliance.gate.DialFacts;
import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Gate;
import org.rightparty.compliance.gate.Papers;
import org.rightparty.compliance.gate.Replay;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.compliance.gate.Verdict;
import org.rightparty.compliance.postgres.FactsJson;
import org.rightparty.compliance.postgres.RecordedFacts;
import org.rightparty.compliance.rules.Manner;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.DialPath;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.Outcome;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The real gate over simulated facts, with the ledger of what it decided.
final class SimGate {
    /// One decision.
    ///
    /// @param attempt the permit's attempt; empty for a refusal
    record Entry(ConsumerId consumer, Optional<AttemptId> attempt) {}

    final List<Entry> ledger = new ArrayList<>();
    private final Rulebooks books = SimLaw.books();
    private long attemptNumber;

    /// What the record says is shown.
    PhoneNumber callerId = SimPolicies.of(Mode.PROGRESSIVE).callerId();

    private static final int RING_SECONDS = 20;

    /// The next of a campaign.
    static DialRequest request(CampaignId campaign, SimConsumer consumer, Mode mode) {
        return new DialRequest(
                campaign,
                consumer.id(),
                consumer.account(),
                consumer.phoneId(),
                mode,
                DialPath.CAMPAIGN,
                Optional.empty(),
                RING_SECONDS);
    }

    /// Somebody who is to take a conversation over.
    static DialRequest request(Pool.Transfer wanted, SimConsumer party) {
        return new DialRequest(
                wanted.campaign(),
                party.id(),
                party.account(),
                wanted.phone(),
                Mode.MANUAL,
                DialPath.TRANSFER,
                Optional.of(wanted.agent()),
                wanted.ringSeconds(),
                Optional.of(wanted.from()));
    }

    Reservation decide(
            DialRequest request, SimConsumer consumer, List<SimAttempt> past, Instant now) {
        DialFacts facts = facts(request, consumer, past);
        Verdict verdict = Gate.decide(request, facts, books, now);
        replay(request, facts, verdict, now);
        return switch (verdict) {
            case Verdict.Permitted p -> {
                AttemptId attempt = new AttemptId(++attemptNumber);
                ledger.add(new Entry(consumer.id(), Optional.of(attempt)));
                yield new Reservation.Granted(request, p.permit().reserved(attempt, callerId));
            }
            case Verdict.Refused r -> {
                ledger.add(new Entry(consumer.id(), Optional.empty()));
                yield new Reservation.Denied(request, r.reason(), r.nextAllowedAt());
            }
        };
    }

    /// What a decision keeps is enough to decide it again, to the same verdict.
    private void replay(DialRequest request, DialFacts facts, Verdict verdict, Instant now) {
        Optional<DialFacts> kept =
                RecordedFacts.read(FactsJson.of(request, facts, now))
                        .map(RecordedFacts.Read::facts);
        Replay.Said then = Replay.Said.of(verdict);
        Replay.Said again = Replay.again(new Replay.Recorded(request, kept, now, then), books);
        if (!again.equals(then)) {
            throw new IllegalStateException("decided " + then + ", replayed " + again);
        }
    }

    /// Whoever takes a conversation over here is the consumer's spouse.
    private static DialFacts facts(
            DialRequest request, SimConsumer consumer, List<SimAttempt> past) {
        DialFacts.Person person = consumer.person();
        return new DialFacts(
                request.path() == DialPath.TRANSFER
                        ? new DialFacts.Person(
                                person.id(), person.deceased(), person.minor(), "SPOUSE")
                        : person,
                consumer.debt(),
                consumer.dialed(),
                Manner.COLLECTION_CALL,
                Set.of("US"),
                List.of(consumer.evidence()),
                past.stream().map(SimAttempt::event).toList(),
                List.of(),
                List.of(),
                List.of(),
                Papers.NONE,
                past.stream().filter(SimAttempt::isOpen).map(a -> a.id).findFirst(),
                Set.of());
    }

    /// Called so many times in the days before.
    List<SimAttempt> past(SimConsumer consumer, int times, Instant now) {
        List<SimAttempt> past = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Instant at = now.minus(Duration.ofHours(20 + 16L * i));
            SimAttempt attempt = new SimAttempt(new AttemptId(++attemptNumber), consumer, at);
            attempt.originated = 1;
            attempt.ending = Optional.of(unanswered(attempt.id, at));
            past.add(attempt);
        }
        return past;
    }

    private static CallBook.Ending unanswered(AttemptId attempt, Instant at) {
        return new CallBook.Ending(
                attempt,
                at,
                Outcome.RING_NO_ANSWER,
                at.plusSeconds(20),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                19,
                "",
                "NETWORK",
                "",
                "LIVE");
    }
}
