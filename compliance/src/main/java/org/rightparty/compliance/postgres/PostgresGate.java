package org.rightparty.compliance.postgres;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.rightparty.schema.generated.Tables.CONSUMER;

import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.ResultQuery;
import org.jooq.SelectSeekStep1;
import org.jooq.exception.DataAccessException;
import org.rightparty.compliance.gate.Attempt;
import org.rightparty.compliance.gate.DialFacts;
import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Gate;
import org.rightparty.compliance.gate.Refusal;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.compliance.gate.Verdict;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.database.Planning;
import org.rightparty.vocabulary.ConsumerId;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// The permit office: takes requests through the gate and records what it says, in the transaction
/// of the caller. Permits, refusals and their audit entries commit with it or not at all; nothing
/// may be dialed before it has committed.
///
/// The consumer's row is locked first and everything is read after, so of two transactions that
/// want the same person's last call exactly one gets it. Then the number is taken, so that two
/// records that share one are never rung on it at once ([LiveNumbers]). The keys of `live_attempt`
/// guard the same in the database.
public final class PostgresGate {
    /// How long a single request waits for another transaction to let go of the consumer.
    private static final String LOCK_WAIT = "500ms";

    /// As long as a clock is watched before it is believed again.
    private static final Duration ASK_AGAIN = Duration.ofMinutes(1);

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final PostgresRulebooks rulebooks;
    private final DecisionWriter writer;
    private final Supplier<Optional<Refusal>> doubt;

    /// A gate whose clock is believed.
    public PostgresGate(PostgresRulebooks rulebooks, PostgresLedger ledger) {
        this(rulebooks, ledger, Optional::empty);
    }

    /// @param doubt why the clock is not believed now; empty when it is
    public PostgresGate(
            PostgresRulebooks rulebooks, PostgresLedger ledger, Supplier<Optional<Refusal>> doubt) {
        this.doubt = doubt;
        this.rulebooks = rulebooks;
        this.writer = new DecisionWriter(ledger);
    }

    /// Decides a batch without waiting: whoever is locked by another transaction, or named twice,
    /// is Busy, and so is whose number is being called for somebody else. The answers are in the
    /// order of the requests.
    public List<Reservation> reserve(DSLContext tx, List<DialRequest> requests, Instant now) {
        if (requests.isEmpty()) {
            return List.of();
        }
        List<ConsumerId> consumers =
                requests.stream().map(DialRequest::consumer).distinct().toList();
        return decide(
                tx, requests, persons(byId(tx, consumers).forNoKeyUpdate().skipLocked()), now);
    }

    /// Decides one request, waiting shortly for the consumer.
    public Reservation reserve(DSLContext tx, DialRequest request, Instant now) {
        return decide(tx, List.of(request), waited(tx, request.consumer()), now).getFirst();
    }

    private static SelectSeekStep1<Record3<ConsumerId, Boolean, Boolean>, ConsumerId> byId(
            DSLContext tx, List<ConsumerId> consumers) {
        return tx.select(CONSUMER.ID, field(CONSUMER.DECEASED_ON.isNotNull()), CONSUMER.MINOR)
                .from(CONSUMER)
                .where(CONSUMER.ID.in(consumers))
                .orderBy(CONSUMER.ID);
    }

    private static Map<ConsumerId, DialFacts.Person> persons(
            ResultQuery<Record3<ConsumerId, Boolean, Boolean>> locked) {
        Map<ConsumerId, DialFacts.Person> persons = new HashMap<>();
        locked.forEach(row ->
                persons.put(
                        row.value1(),
                        new DialFacts.Person(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                DialFacts.Person.PRIMARY)));
        return persons;
    }

    private static Map<ConsumerId, DialFacts.Person> waited(DSLContext tx, ConsumerId consumer) {
        try {
            return tx.transactionResult(savepoint -> {
                DSLContext inner = savepoint.dsl();
                inner.setLocal(name("lock_timeout"), inline(LOCK_WAIT)).execute();
                Map<ConsumerId, DialFacts.Person> persons =
                        persons(byId(inner, List.of(consumer)).forNoKeyUpdate());
                inner.setLocal(name("lock_timeout"), inline("0")).execute();
                return persons;
            });
        } catch (DataAccessException failed) {
            if (LOCK_NOT_AVAILABLE.equals(failed.sqlState())) {
                return Map.of();
            }
            throw failed;
        }
    }

    private List<Reservation> decide(
            DSLContext tx,
            List<DialRequest> requests,
            Map<ConsumerId, DialFacts.Person> locked,
            Instant now) {
        List<DialRequest> persons = admitted(requests, locked.keySet());
        if (persons.isEmpty()) {
            return allBusy(requests);
        }
        Planning.byKey(tx);
        List<DialRequest> admitted =
                LiveNumbers.free(tx, persons).stream()
                        .filter(request ->
                                OutsideParty.of(tx, request)
                                        .map(party -> party.locked(tx))
                                        .orElse(true))
                        .toList();
        if (admitted.isEmpty()) {
            return allBusy(requests);
        }
        Instant kept = now.truncatedTo(ChronoUnit.MICROS); // as the tables keep it
        Rulebooks books = rulebooks.at(tx, kept);
        Optional<Refusal> unsure = doubt.get();
        List<Decision> decisions =
                unsure.isPresent()
                        ? refused(admitted, unsure.get(), kept)
                        : decisions(tx, admitted, locked, books, kept);
        Map<DialRequest, Attempt> attempts = writer.write(tx, decisions, books, kept);
        return answers(requests, decisions, attempts);
    }

    private List<Decision> decisions(
            DSLContext tx,
            List<DialRequest> admitted,
            Map<ConsumerId, DialFacts.Person> locked,
            Rulebooks books,
            Instant now) {
        Map<ConsumerId, DialFacts> facts =
                FactsReader.read(tx, locked, admitted, books, rulebooks.collector(), now);
        return admitted.stream()
                .map(request -> Decision.of(request, facts.get(request.consumer()), books, now))
                .toList();
    }

    private static List<Decision> refused(List<DialRequest> admitted, Refusal unsure, Instant now) {
        Verdict verdict = Gate.byNoClock(unsure, now.plus(ASK_AGAIN));
        return admitted.stream().map(request -> new Decision(request, verdict, "{}")).toList();
    }

    private static List<Reservation> allBusy(List<DialRequest> requests) {
        return requests.stream().<Reservation>map(Reservation.Busy::new).toList();
    }

    /// The first request for each locked consumer.
    private static List<DialRequest> admitted(List<DialRequest> requests, Set<ConsumerId> locked) {
        Set<ConsumerId> waiting = new HashSet<>(locked);
        return requests.stream().filter(request -> waiting.remove(request.consumer())).toList();
    }

    private static List<Reservation> answers(
            List<DialRequest> requests,
            List<Decision> decisions,
            Map<DialRequest, Attempt> attempts) {
        Map<ConsumerId, Decision> open = new HashMap<>();
        decisions.forEach(decision -> open.put(decision.request().consumer(), decision));
        List<Reservation> answers = new ArrayList<>();
        for (DialRequest request : requests) {
            Decision decision = open.remove(request.consumer());
            answers.add(
                    decision == null
                            ? new Reservation.Busy(request)
                            : answer(request, decision.verdict(), attempts));
        }
        return answers;
    }

    private static Reservation answer(
            DialRequest request, Verdict verdict, Map<DialRequest, Attempt> attempts) {
        return switch (verdict) {
            case Verdict.Permitted _ ->
                    new Reservation.Granted(request, Decision.known(attempts, request));
            case Verdict.Refused refused ->
                    new Reservation.Denied(request, refused.reason(), refused.nextAllowedAt());
        };
    }
}
