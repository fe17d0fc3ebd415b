package org.rightparty.console.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.ScreenPop.Flag;
import org.rightparty.console.desk.WrapUp;
import org.rightparty.console.desk.WrapUps;
import org.rightparty.console.office.Payments;
import org.rightparty.console.office.Tasks.By;
import org.rightparty.console.office.Tasks.Closing;
import org.rightparty.console.office.Tasks.Paid;
import org.rightparty.console.office.Tasks.Task;
import org.rightparty.database.TestDatabase;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.Money;
import org.rightparty.vocabulary.Role;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class PostgresTasksTest {
    private static final Set<Role> SUPERVISOR = Set.of(Role.SUPERVISOR);
    private static final Set<Role> OFFICER = Set.of(Role.OFFICER);

    private final Case it = new Case(TestDatabase.fresh());
    private final PostgresTasks tasks = new PostgresTasks(it.database, Case.ledger());
    private final AgentId ann = staff("ann", "A. Osei", 2002);
    private final AgentId ben = staff("ben", "B. Ortiz", 2003);

    @AfterEach
    void close() {
        it.database.close();
    }

    private AgentId staff(String login, String name, int line) {
        return new AgentId(
                it.insert(
                        "INSERT INTO agent (login, display_name, password_hash, line, line_secret)"
                                + " VALUES ('"
                                + login
                                + "', '"
                                + name
                                + "', 'x', '"
                                + line
                                + "', 's')"));
    }

    private static By supervisor(AgentId who) {
        return new By(who, SUPERVISOR, Case.NOW.plusSeconds(60));
    }

    /// An agent records a payment made on the telephone.
    private Task paidNow() {
        AttemptId attempt = it.spoke(Duration.ofMinutes(5));
        new PostgresWrapUps(it.database, Case.ledger(), it.hours(), Case.clock())
                .record(
                        it.agent,
                        new WrapUp(
                                attempt,
                                "PAID_NOW",
                                "",
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(
                                        new WrapUp.Payment(Money.dollars(12_000), "CARD", "C-77")),
                                Optional.empty()),
                        new WrapUps.Spoken(
                                Case.NOW.minusSeconds(120), true, List.of("FULL_NAME", "ADDRESS")));
        return tasks.open(SUPERVISOR, 10).getFirst();
    }

    private static Closing verified(Task task, long minor) {
        return new Closing(
                task.id(),
                "Found at the processor.",
                Optional.of(new Paid(minor, LocalDate.parse("2026-03-02"), "C-77")));
    }

    private static Closing closing(Task task) {
        return new Closing(task.id(), "Spoke with the consumer.", Optional.empty());
    }

    private static String code(Answer answer) {
        return answer instanceof Answer.Declined no ? no.code() : "accepted";
    }

    private String entries() {
        return it.value(
                "SELECT string_agg(kind || ' ' || actor, ', ' ORDER BY id) FROM audit_entry"
                        + " WHERE kind NOT LIKE 'disposition.%'");
    }

    @Test
    void a_payment_on_the_telephone_leaves_a_task_that_says_whom_what_and_how_much() {
        Task task = paidNow();
        assertThat(task.kind()).isEqualTo("VERIFY_PAYMENT");
        assertThat(task.title()).isEqualTo("Paid on the phone: $120.00");
        assertThat(task.since()).isEqualTo(Case.NOW);
        assertThat(task.dueAt()).isEqualTo(Case.NOW.plus(Duration.ofDays(1)));
        assertThat(task.whom().orElseThrow().name()).isEqualTo("Maria Delgado");
        assertThat(task.whom().orElseThrow().debt().orElseThrow().account()).isEqualTo(it.account);
        assertThat(task.announced().orElseThrow().amount()).isEqualTo(Money.dollars(12_000));
        assertThat(task.announced().orElseThrow().confirmation()).isEqualTo("C-77");
        assertThat(task.holder()).isEmpty();
    }

    @Test
    void closing_it_as_verified_changes_the_balance_and_is_entered() {
        Task task = paidNow();
        assertThat(code(tasks.close(verified(task, 12_000), supervisor(ann))))
                .isEqualTo("accepted");
        assertThat(it.value("SELECT balance_minor FROM account WHERE id = " + it.account))
                .isEqualTo("88000");
        assertThat(it.value("SELECT source FROM payment")).isEqualTo("task " + task.id());
        assertThat(entries()).isEqualTo("payment.posted agent:" + ann + ", task.done agent:" + ann);
        assertThat(tasks.open(SUPERVISOR, 10)).isEmpty();
        Task done = tasks.done(SUPERVISOR, 10).getFirst();
        assertThat(done.done().orElseThrow().by()).isEqualTo("A. Osei");
        assertThat(done.done().orElseThrow().result()).isEqualTo("Found at the processor.");
        assertThat(code(tasks.close(verified(task, 12_000), supervisor(ann))))
                .isEqualTo("NOT_OPEN");
    }

    @Test
    void closing_it_as_not_found_changes_no_balance() {
        Task task = paidNow();
        assertThat(code(tasks.close(closing(task), supervisor(ann)))).isEqualTo("accepted");
        assertThat(it.value("SELECT count(*) FROM payment")).isEqualTo("0");
        assertThat(it.value("SELECT balance_minor FROM account WHERE id = " + it.account))
                .isEqualTo("100000");
    }

    @Test
    void a_verified_payment_keeps_the_promise_that_it_covers() {
        it.execute(
                "INSERT INTO promise (account_id, consumer_id, agent_id, amount_minor, due_on,"
                        + " grace_days, method, made_at) VALUES ("
                        + it.account
                        + ", "
                        + it.consumer
                        + ", "
                        + it.agent
                        + ", 12000, '2026-03-05', 3, 'CARD', '2026-02-20T15:00:00Z')");
        Task task = paidNow();
        tasks.close(verified(task, 12_000), supervisor(ann));
        assertThat(it.value("SELECT state FROM promise")).isEqualTo("KEPT");
    }

    @Test
    void what_a_file_brought_already_is_not_posted_twice_and_may_not_differ() {
        Task task = paidNow();
        PostgresPayments file = new PostgresPayments(it.database, Case.ledger());
        file.post(
                file.client("Northbank").orElseThrow(),
                List.of(
                        new Payments.Payment(
                                "NB-100482-7781",
                                12_000,
                                Money.US_DOLLAR,
                                LocalDate.parse("2026-03-02"),
                                "C-77")),
                new Payments.By("march.csv", Case.NOW));
        assertThat(code(tasks.close(verified(task, 11_000), supervisor(ann))))
                .isEqualTo("NOT_POSTED");
        assertThat(tasks.open(SUPERVISOR, 10)).hasSize(1);
        assertThat(code(tasks.close(verified(task, 12_000), supervisor(ann))))
                .isEqualTo("accepted");
        assertThat(it.value("SELECT balance_minor FROM account WHERE id = " + it.account))
                .isEqualTo("88000");
    }

    @Test
    void whoever_took_the_payment_does_not_verify_it() {
        Task task = paidNow();
        assertThat(code(tasks.close(verified(task, 12_000), supervisor(it.agent))))
                .isEqualTo("SAME_PERSON");
    }

    @Test
    void a_task_is_taken_by_one_and_taken_over_only_knowingly() {
        Task task = paidNow();
        assertThat(code(tasks.take(task.id(), Optional.empty(), supervisor(ann))))
                .isEqualTo("accepted");
        assertThat(code(tasks.take(task.id(), Optional.empty(), supervisor(ben))))
                .isEqualTo("TAKEN");
        assertThat(code(tasks.close(closing(task), supervisor(ben)))).isEqualTo("TAKEN");
        assertThat(code(tasks.take(task.id(), Optional.of(ann), supervisor(ben))))
                .isEqualTo("accepted");
        assertThat(tasks.open(SUPERVISOR, 10).getFirst().holder().orElseThrow().name())
                .isEqualTo("B. Ortiz");
        assertThat(code(tasks.close(closing(task), supervisor(ben)))).isEqualTo("accepted");
        assertThat(entries())
                .isEqualTo(
                        "task.taken agent:"
                                + ann
                                + ", task.taken agent:"
                                + ben
                                + ", task.done agent:"
                                + ben);
    }

    @ParameterizedTest
    @CsvSource({
        "OFFICER,    SUPERVISOR, true",
        "OFFICER,    OFFICER,    true",
        "SUPERVISOR, SUPERVISOR, true",
        "SUPERVISOR, AGENT,      true",
        "SUPERVISOR, OFFICER,    false",
        "AGENT,      AGENT,      false",
        "ADMIN,      SUPERVISOR, false"
    })
    void who_sees_and_closes_whose_tasks(Role who, Role whose, boolean may) {
        Task task = paidNow();
        it.execute("UPDATE task SET role = '" + whose + "'");
        By by = new By(ann, Set.of(who), Case.NOW);
        assertThat(tasks.open(Set.of(who), 10)).hasSize(may ? 1 : 0);
        assertThat(code(tasks.take(task.id(), Optional.empty(), by)))
                .isEqualTo(may ? "accepted" : "NOT_OPEN");
    }

    @Test
    void a_task_about_no_payment_posts_none() {
        it.execute(
                "INSERT INTO task (kind, role, title, due_at) VALUES"
                        + " ('RECONCILE', 'OFFICER', 'A call without an attempt', now())");
        Task task = tasks.open(OFFICER, 10).getFirst();
        assertThat(task.whom()).isEmpty();
        By officer = new By(ann, OFFICER, Case.NOW);
        assertThat(code(tasks.close(verified(task, 1), officer))).isEqualTo("NO_PAYMENT");
        assertThat(code(tasks.close(closing(task), officer))).isEqualTo("accepted");
    }

    @Test
    void what_is_due_first_stands_first() {
        for (String due : List.of("2026-03-04", "2026-03-02", "2026-03-03")) {
            it.execute(
                    "INSERT INTO task (kind, title, due_at) VALUES ('OTHER', '"
                            + due
                            + "', '"
                            + due
                            + "')");
        }
        assertThat(tasks.open(SUPERVISOR, 2))
                .extracting(Task::title)
                .containsExactly("2026-03-02", "2026-03-03");
    }

    @Test
    void the_agents_screen_says_what_is_still_to_be_done_about_a_person_until_it_is() {
        Task task = paidNow();
        Flag flag = new Flag("TASK", "Open task: verify payment.");
        assertThat(flags()).contains(flag);
        tasks.close(closing(task), supervisor(ann));
        assertThat(flags()).doesNotContain(flag);
    }

    private List<Flag> flags() {
        return it.database.transact(tx -> {
            var consumer = tx.selectFrom(CONSUMER).fetchSingle();
            var account = tx.selectFrom(ACCOUNT).where(ACCOUNT.ID.eq(it.account)).fetchSingle();
            var phone = tx.selectFrom(PHONE).fetchSingle();
            return ScreenFlags.of(tx, consumer, account, phone, Case.NOW);
        });
    }
}
