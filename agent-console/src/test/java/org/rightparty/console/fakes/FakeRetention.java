package org.rightparty.console.fakes;

import org.rightparty.compliance.retention.Retention;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.ConsumerId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;

/// One person who is due, or as many as wanted; what is asked for is remembered.
public final class FakeRetention implements Retention {
    private static final ConsumerId DUE = new ConsumerId(17);
    private static final Instant LAST = Instant.parse("2023-02-01T12:00:00Z");
    private final List<Erasure> erasures = new CopyOnWriteArrayList<>();
    private final List<LegalHold> holds = new CopyOnWriteArrayList<>();
    private final int persons;

    public FakeRetention() {
        this(1);
    }

    /// @param persons how many are due, numbered from 17
    public FakeRetention(int persons) {
        this.persons = persons;
    }

    @Override
    public List<Due> due(Optional<ConsumerId> after, int many, Instant now) {
        long from = after.map(ConsumerId::value).orElse(DUE.value() - 1) + 1;
        return LongStream.range(from, Math.min(from + many, DUE.value() + persons))
                .mapToObj(number -> due(new ConsumerId(number)))
                .toList();
    }

    private Due due(ConsumerId consumer) {
        return new Due(
                consumer,
                "Anna Berg",
                LAST,
                LAST.plusSeconds(3 * 365 * 86_400L),
                !holds.isEmpty(),
                !erasures.isEmpty());
    }

    @Override
    public List<LegalHold> legalHolds(int many) {
        return List.copyOf(holds);
    }

    @Override
    public List<Erasure> erasures(int many) {
        return List.copyOf(erasures);
    }

    @Override
    public Outcome hold(ConsumerId consumer, String reason, AgentId by, Instant now) {
        holds.add(new LegalHold(1, consumer, "Anna Berg", reason, "O. Lindqvist", now));
        return new Outcome.Done(1);
    }

    @Override
    public Outcome release(long legalHold, String reason, AgentId by, Instant now) {
        holds.clear();
        return new Outcome.Done(legalHold);
    }

    @Override
    public Outcome ask(ConsumerId consumer, Ground ground, String reason, AgentId by, Instant now) {
        erasures.add(erasure(consumer, ground, reason, State.ASKED, now, Optional.empty()));
        return new Outcome.Done(1);
    }

    private static Erasure erasure(
            ConsumerId consumer,
            Ground ground,
            String reason,
            State state,
            Instant now,
            Optional<String> approver) {
        return new Erasure(
                1,
                consumer,
                ground,
                reason,
                state,
                "O. Lindqvist",
                now,
                approver,
                approver.map(_ -> now),
                approver.map(_ -> 48L).orElse(0L));
    }

    @Override
    public Outcome approve(long erasure, AgentId by, Instant now) {
        Erasure asked = erasures.getFirst();
        if (by.equals(new AgentId(31))) {
            return new Outcome.Refused(
                    "SAME_PERSON", "Somebody else must approve what you asked for.");
        }
        erasures.set(
                0,
                erasure(
                        asked.consumer(),
                        asked.ground(),
                        asked.reason(),
                        State.FINISHED,
                        now,
                        Optional.of("D. Novak")));
        return new Outcome.Done(erasure);
    }

    @Override
    public Outcome withdraw(long erasure, AgentId by, Instant now) {
        erasures.clear();
        return new Outcome.Done(erasure);
    }

    @Override
    public Optional<String> certificate(long erasure) {
        return Optional.of("rightparty-erasure/1\n");
    }
}
