package org.rightparty.console.fakes;

import org.rightparty.console.desk.Answer;
import org.rightparty.console.office.Tasks;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.Money;
import org.rightparty.vocabulary.Role;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// A payment to verify and a difference to look into; what is done with them is remembered.
public final class FakeTasks implements Tasks {
    private static final Instant SINCE = Instant.parse("2026-11-17T15:00:00Z");

    public final List<Closing> closed = new CopyOnWriteArrayList<>();
    private final List<Task> open = new CopyOnWriteArrayList<>(List.of(payment(), difference()));
    private final List<Task> done = new CopyOnWriteArrayList<>();

    private static Task payment() {
        return new Task(
                7,
                "VERIFY_PAYMENT",
                "Paid on the phone: $120.00",
                Role.SUPERVISOR,
                SINCE,
                SINCE.plusSeconds(86_400),
                Optional.of(
                        new Whom(
                                new ConsumerId(17),
                                "Maria Delgado",
                                Optional.of(new Debt(new AccountId(9), Money.US_DOLLAR)))),
                Optional.empty(),
                Optional.of(new Announced(Money.dollars(12_000), "CARD", "C-77", SINCE)),
                Optional.empty());
    }

    private static Task difference() {
        return new Task(
                8,
                "RECONCILE",
                "A call without an attempt (SWITCH record 0f3a)",
                Role.OFFICER,
                SINCE,
                SINCE.plusSeconds(86_400L * 3_650),
                Optional.empty(),
                Optional.of(new Holder(new AgentId(99), "B. Ortiz")),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public List<Task> open(Set<Role> roles, int many) {
        return open.stream().filter(task -> Tasks.of(roles).contains(task.role())).toList();
    }

    @Override
    public List<Task> done(Set<Role> roles, int many) {
        return List.copyOf(done);
    }

    @Override
    public Answer take(long task, Optional<AgentId> holder, By by) {
        Holder taker = new Holder(by.who(), "S. Moreau");
        open.replaceAll(
                one -> one.id() == task ? with(one, Optional.of(taker), Optional.empty()) : one);
        return new Answer.Accepted();
    }

    @Override
    public Answer close(Closing closing, By by) {
        closed.add(closing);
        Done end = new Done(by.at(), "S. Moreau", closing.result());
        open.stream()
                .filter(one -> one.id() == closing.task())
                .forEach(one -> done.add(with(one, one.holder(), Optional.of(end))));
        open.removeIf(one -> one.id() == closing.task());
        return new Answer.Accepted();
    }

    private static Task with(Task task, Optional<Holder> holder, Optional<Done> end) {
        return new Task(
                task.id(),
                task.kind(),
                task.title(),
                task.role(),
                task.since(),
                task.dueAt(),
                task.whom(),
                holder,
                task.announced(),
                end);
    }
}
