package org.rightparty.console.web;

import static org.rightparty.vocabulary.Role.OFFICER;
import static org.rightparty.vocabulary.Role.SUPERVISOR;

import org.rightparty.console.desk.Answer;
import org.rightparty.console.office.Tasks;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.Role;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is to be done, for supervisors and officers:
///
/// - `GET /api/tasks` answers what is open and what was done lately
/// - `POST /api/tasks/:task/take` takes one, `…/close` closes it with what came of it, and posts a
///   payment that was verified; both answer what is left
public final class TaskRoutes implements Routes {
    private static final String ROOT = "/api/tasks";
    private static final Access THEY = Access.of(SUPERVISOR, OFFICER);
    private static final int BYTES_MAX = 6_000;
    private static final int OPEN_MAX = 200;
    private static final int DONE_MAX = 20;
    private static final int RESULT_MAX = 1_000;
    private static final int REFERENCE_MAX = 100;
    private static final long AMOUNT_MINOR_MAX = 1_000_000_000_000L;

    private final Tasks tasks;
    private final Looks looks;
    private final InstantSource clock;

    public TaskRoutes(Tasks tasks, Looks looks, InstantSource clock) {
        this.tasks = tasks;
        this.looks = looks;
        this.clock = clock;
    }

    record All(List<Task> open, List<Task> done) {}

    /// @param paid what the agent recorded on the telephone; absent when nothing was
    record Task(
            long id,
            String kind,
            String title,
            String role,
            Instant since,
            Instant dueAt,
            Optional<Whom> whom,
            Optional<Holder> holder,
            Optional<Announced> paid,
            Optional<Done> done) {}

    record Whom(long consumer, String name, Optional<Debt> debt) {}

    record Debt(long account, String currency) {}

    record Holder(long id, String name) {}

    record Announced(
            long amountMinor, String currency, String method, String confirmation, Instant at) {}

    record Done(Instant at, String by, String result) {}

    record Take(Optional<Long> holder) {}

    record Close(String result, Optional<Paid> paid) {}

    record Paid(long amountMinor, LocalDate paidOn, String reference) {
        @Override
        public String toString() {
            return "Paid[paidOn=" + paidOn + "]";
        }
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(ROOT, THEY, this::all),
                Route.post(ROOT + "/:task/take", THEY, BYTES_MAX, this::take),
                Route.post(ROOT + "/:task/close", THEY, BYTES_MAX, this::close));
    }

    private Reply all(Request request) {
        Set<Role> roles = request.held().person().roles();
        List<Tasks.Task> open = tasks.open(roles, OPEN_MAX);
        List<Tasks.Task> done = tasks.done(roles, DONE_MAX);
        looks.looked(
                request.held().person().id(),
                "tasks.viewed",
                Optional.empty(),
                Map.of("open", open.size(), "done", done.size()),
                clock.instant());
        return Reply.wire(
                new All(
                        open.stream().map(TaskRoutes::wire).toList(),
                        done.stream().map(TaskRoutes::wire).toList()));
    }

    private static Task wire(Tasks.Task task) {
        return new Task(
                task.id(),
                task.kind(),
                task.title(),
                task.role().name(),
                task.since(),
                task.dueAt(),
                task.whom().map(TaskRoutes::wire),
                task.holder().map(held -> new Holder(held.who().value(), held.name())),
                task.announced().map(TaskRoutes::wire),
                task.done().map(done -> new Done(done.at(), done.by(), done.result())));
    }

    private static Whom wire(Tasks.Whom whom) {
        return new Whom(
                whom.consumer().value(),
                whom.name(),
                whom.debt()
                        .map(debt ->
                                new Debt(
                                        debt.account().value(),
                                        debt.currency().getCurrencyCode())));
    }

    private static Announced wire(Tasks.Announced paid) {
        return new Announced(
                paid.amount().minorUnits(),
                paid.amount().currency().getCurrencyCode(),
                paid.method(),
                paid.confirmation(),
                paid.at());
    }

    private Reply take(Request request) {
        Take wanted = WireJson.read(request.body(), Take.class);
        return reply(
                request,
                tasks.take(
                        task(request),
                        wanted.holder().map(id -> Ids.of(AgentId::new, id)),
                        by(request)));
    }

    private Reply close(Request request) {
        Close wanted = WireJson.read(request.body(), Close.class);
        String result = wanted.result().strip();
        if (result.isEmpty() || result.length() > RESULT_MAX) {
            throw new WireJson.Malformed("a word on what came of it has 1 to 1,000 letters");
        }
        return reply(
                request,
                tasks.close(
                        new Tasks.Closing(
                                task(request), result, wanted.paid().map(TaskRoutes::paid)),
                        by(request)));
    }

    private static Tasks.Paid paid(Paid paid) {
        String reference = paid.reference().strip();
        if (paid.amountMinor() < 1
                || paid.amountMinor() > AMOUNT_MINOR_MAX
                || reference.isEmpty()
                || reference.length() > REFERENCE_MAX) {
            throw new WireJson.Malformed("not a payment");
        }
        return new Tasks.Paid(paid.amountMinor(), paid.paidOn(), reference);
    }

    private static long task(Request request) {
        try {
            return Long.parseLong(request.path().getOrDefault("task", ""));
        } catch (NumberFormatException wrong) {
            throw new WireJson.Malformed("not a number");
        }
    }

    private Tasks.By by(Request request) {
        return new Tasks.By(
                request.held().person().id(), request.held().person().roles(), clock.instant());
    }

    private Reply reply(Request request, Answer answer) {
        return switch (answer) {
            case Answer.Accepted _ -> all(request);
            case Answer.Declined no -> Reply.refused(409, no.code(), no.sentence());
        };
    }
}
