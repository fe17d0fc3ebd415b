package org.rightparty.compliance.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.AGENT;
import static org.rightparty.schema.generated.Tables.ATTEMPT_END;
import static org.rightparty.schema.generated.Tables.IMPORT_REJECT;
import static org.rightparty.schema.generated.Tables.IMPORT_RUN;
import static org.rightparty.schema.generated.Tables.WRITTEN_NOTICE;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.compliance.ledger.SignedNote;
import org.rightparty.compliance.ledger.SigningKey;
import org.rightparty.compliance.postgres.Office.Debtor;
import org.rightparty.compliance.retention.ErasureStep;
import org.rightparty.compliance.retention.Retention;
import org.rightparty.compliance.retention.Retention.Ground;
import org.rightparty.compliance.retention.Retention.Outcome;
import org.rightparty.compliance.rules.Sha256;
import org.rightparty.database.Partitions;
import org.rightparty.vocabulary.AgentId;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Keeping as long as the law asks, and erasing by two people, step by step.
final class RetentionTest {
    /// Three years after the records that a test makes: their columns' default is the clock's now.
    private static final Instant DUE = Instant.parse("2035-03-01T12:00:00Z");

    private static final Instant CALLED = Instant.parse("2026-04-07T15:00:00Z");

    private final Office office = new Office();
    private final PostgresRetention it = new PostgresRetention(office.database, office.ledger);
    private final SigningKey key = SigningKey.make("rightparty-test");
    private final Cabinet cabinet = new Cabinet();
    private AgentId first;
    private AgentId second;

    @BeforeEach
    void two_people() {
        new Partitions(office.database).make(LocalDate.ofInstant(DUE, ZoneOffset.UTC), 1);
        first = person("officer1");
        second = person("officer2");
    }

    @AfterEach
    void close() {
        office.close();
    }

    private AgentId person(String login) {
        return office.transact(tx ->
                tx.insertInto(AGENT)
                        .set(AGENT.LOGIN, login)
                        .set(AGENT.DISPLAY_NAME, login)
                        .set(AGENT.PASSWORD_HASH, "none")
                        .set(AGENT.LINE, "100" + login.charAt(login.length() - 1))
                        .set(AGENT.LINE_SECRET, "none")
                        .returningResult(AGENT.ID)
                        .fetchSingle()
                        .value1());
    }

    /// Somebody who was called, whose call was recorded, and whose account is closed.
    private Debtor closed() {
        Debtor debtor = office.debtor();
        Reservation reserved = office.reserve(office.request(debtor), CALLED);
        var attempt = ((Reservation.Granted) reserved).attempt();
        String file = attempt.id() + ".wav";
        cabinet.files.add(file);
        office.transact(tx ->
                tx.insertInto(ATTEMPT_END)
                        .set(ATTEMPT_END.ATTEMPT_ID, attempt.id())
                        .set(ATTEMPT_END.PLACED_AT, attempt.placedAt())
                        .set(ATTEMPT_END.OUTCOME, "CONVERSATION")
                        .set(ATTEMPT_END.COUNTS, true)
                        .set(ATTEMPT_END.RECORDING, file)
                        .set(ATTEMPT_END.ENDED_AT, CALLED.plusSeconds(60))
                        .execute());
        office.transact(tx ->
                tx.insertInto(WRITTEN_NOTICE)
                        .set(WRITTEN_NOTICE.CONSUMER_ID, debtor.consumer())
                        .set(WRITTEN_NOTICE.KIND, "FIRST_NOTICE")
                        .set(WRITTEN_NOTICE.SENT_AT, CALLED)
                        .execute());
        work(debtor, "PAID");
        return debtor;
    }

    private void work(Debtor debtor, String state) {
        office.transact(tx ->
                tx.update(ACCOUNT)
                        .set(ACCOUNT.WORK_STATE, state)
                        .where(ACCOUNT.ID.eq(debtor.account()))
                        .execute());
    }

    private ErasureWork eraser() {
        return new ErasureWork(
                office.database, office.ledger, cabinet, text -> key.sign(text).format());
    }

    private static long done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).id();
    }

    private static String refused(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).code();
    }

    private long approved(Debtor debtor) {
        long erasure = done(it.ask(debtor.consumer(), Ground.RETENTION, "three years", first, DUE));
        assertThat(refused(it.approve(erasure, first, DUE))).isEqualTo("SAME_PERSON");
        return done(it.approve(erasure, second, DUE));
    }

    private long count(String sql) {
        return office.transact(tx -> tx.fetchSingle(sql).get(0, long.class));
    }

    @Test
    void a_person_is_due_three_years_after_the_last_activity_and_not_before() {
        Debtor debtor = closed();
        List<Retention.Due> due = it.due(Optional.empty(), 10, DUE);
        assertThat(due).extracting(Retention.Due::consumer).containsExactly(debtor.consumer());
        Instant last = due.getFirst().lastActivity();
        Instant dueAt = due.getFirst().dueAt();
        assertThat(dueAt).isEqualTo(last.atOffset(ZoneOffset.UTC).plusYears(3).toInstant());
        assertThat(it.due(Optional.empty(), 10, dueAt)).isEmpty();
        assertThat(it.due(Optional.empty(), 10, dueAt.plusMillis(1))).hasSize(1);
        assertThat(it.due(Optional.of(debtor.consumer()), 10, DUE)).isEmpty();
        assertThat(
                        refused(
                                it.ask(
                                        debtor.consumer(),
                                        Ground.RETENTION,
                                        "",
                                        first,
                                        dueAt.minusSeconds(1))))
                .isEqualTo("NOT_DUE");
    }

    @Test
    void nobody_with_an_open_account_is_erased() {
        Debtor debtor = closed();
        work(debtor, "PROMISE");
        assertThat(it.due(Optional.empty(), 10, DUE)).isEmpty();
        assertThat(refused(it.ask(debtor.consumer(), Ground.REQUEST, "", first, DUE)))
                .isEqualTo("OPEN");
    }

    @Test
    void a_legal_hold_stops_asking_approving_and_the_work() {
        Debtor debtor = closed();
        long erasure =
                done(it.ask(debtor.consumer(), Ground.RETENTION, "", first, DUE.minusSeconds(9)));
        long hold = done(it.hold(debtor.consumer(), "a lawsuit", first, DUE));
        assertThat(refused(it.hold(debtor.consumer(), "again", first, DUE))).isEqualTo("HELD");
        assertThat(it.legalHolds(9)).extracting(Retention.LegalHold::id).containsExactly(hold);
        assertThat(it.due(Optional.empty(), 10, DUE))
                .extracting(Retention.Due::held)
                .containsExactly(true);
        assertThat(refused(it.approve(erasure, second, DUE))).isEqualTo("HELD");
        done(it.release(hold, "it is over", second, DUE));
        done(it.approve(erasure, second, DUE));
        done(it.hold(debtor.consumer(), "another lawsuit", first, DUE));
        assertThat(eraser().work(DUE)).isZero();
        assertThat(cabinet.files).hasSize(1);
        assertThatThrownBy(() -> count("SELECT erase_step(" + erasure + ", 'PERSON')"))
                .rootCause()
                .hasMessageContaining("legal hold");
    }

    @Test
    void a_legal_hold_that_comes_while_others_are_erased_is_heeded() {
        approved(closed());
        Debtor late = closed();
        approved(late);
        cabinet.whenErased = () -> CompletableFuture.runAsync(() -> held(late)).join();
        assertThat(eraser().work(DUE)).isEqualTo(1);
    }

    @Test
    void the_database_erases_nothing_that_two_people_did_not_ask_for() {
        Debtor debtor = closed();
        long erasure = done(it.ask(debtor.consumer(), Ground.RETENTION, "", first, DUE));
        assertThatThrownBy(() -> count("SELECT erase_step(" + erasure + ", 'CALLS')"))
                .rootCause()
                .hasMessageContaining("not approved by two people");
        assertThatThrownBy(() -> count("SELECT erase_step(999, 'CALLS')"))
                .rootCause()
                .hasMessageContaining("not approved by two people");
        done(it.withdraw(erasure, first, DUE));
        assertThat(refused(it.approve(erasure, second, DUE))).isEqualTo("UNKNOWN");
        assertThat(count("SELECT count(*) FROM attempt")).isEqualTo(1);
    }

    @Test
    void erases_everything_of_one_person_and_nothing_of_others_and_proves_it() {
        Debtor debtor = closed();
        Debtor other = closed();
        long erasure = approved(debtor);
        assertThat(eraser().work(DUE)).isEqualTo(1);
        assertThat(eraser().work(DUE)).isZero();
        for (String table :
                List.of(
                        "attempt",
                        "gate_decision",
                        "phone",
                        "location_evidence",
                        "written_notice",
                        "consumer")) {
            String of = table.equals("consumer") ? "id" : "consumer_id";
            String erased = table.equals("consumer") ? " AND erased_at IS NULL" : "";
            String rows = "SELECT count(*) FROM " + table + " WHERE " + of + " = ";
            assertThat(count(rows + debtor.consumer() + erased)).as(table).isZero();
            assertThat(count(rows + other.consumer())).as(table).isEqualTo(1);
        }
        assertThat(count("SELECT count(*) FROM attempt_end")).isEqualTo(1);
        assertThat(count("SELECT count(*) FROM consumer WHERE family_name LIKE '%Person%'"))
                .isEqualTo(1);
        assertThat(
                        count(
                                "SELECT count(*) FROM audit_personal WHERE consumer_id = "
                                        + debtor.consumer()))
                .isZero();
        assertThat(cabinet.files).hasSize(1);
        certified(erasure);
    }

    private void certified(long erasure) {
        String certificate = it.certificate(erasure).orElseThrow();
        SignedNote note = SignedNote.parse(certificate);
        assertThat(key.verifier().signed(note)).isTrue();
        assertThat(note.text())
                .startsWith("rightparty-erasure/1\nerasure " + erasure + "\n")
                .contains("asked-by agent:" + first, "approved-by agent:" + second)
                .contains("removed 1 RECORDING ", Cabinet.SHA256)
                .doesNotContain("Person", "+1212");
        for (ErasureStep step : ErasureStep.values()) {
            assertThat(note.text()).contains(" " + step.name());
        }
        Retention.Erasure told = it.erasures(9).getFirst();
        assertThat(told.state()).isEqualTo(Retention.State.FINISHED);
        assertThat(told.approvedBy()).contains("officer2");
        assertThat(count("SELECT count(*) FROM audit_entry WHERE kind = 'erasure.finished'"))
                .isEqualTo(1);
    }

    @Test
    void killed_between_two_steps_it_goes_on_with_the_next() {
        long erasure = approved(closed());
        ErasureWork dying = new ErasureWork(office.database, office.ledger, cabinet, _ -> killed());
        assertThatThrownBy(() -> dying.work(DUE)).hasMessageContaining("killed");
        assertThat(it.certificate(erasure)).isEmpty();
        cabinet.asked.clear();
        assertThat(eraser().work(DUE)).isEqualTo(1);
        assertThat(cabinet.asked).isEmpty();
        assertThat(it.certificate(erasure).orElseThrow()).contains(Cabinet.SHA256);
        assertThat(count("SELECT count(*) FROM audit_entry WHERE kind = 'erasure.step'"))
                .isEqualTo(ErasureStep.values().length + 2);
    }

    @Test
    void killed_after_a_recording_was_deleted_it_certifies_what_was_there() {
        long erasure = approved(closed());
        cabinet.whenErased = RetentionTest::killed;
        assertThatThrownBy(() -> eraser().work(DUE)).hasMessageContaining("killed");
        assertThat(cabinet.files).isEmpty();
        cabinet.whenErased = () -> {};
        assertThat(eraser().work(DUE)).isEqualTo(1);
        certified(erasure);
    }

    private static String killed() {
        throw new UncheckedIOException(new IOException("killed"));
    }

    @Test
    void a_rejected_row_goes_with_the_person_it_was_about() {
        Debtor debtor = closed();
        Debtor other = closed();
        reject(debtor, CALLED);
        reject(other, CALLED);
        long erasure = done(it.ask(debtor.consumer(), Ground.REQUEST, "asked", first, DUE));
        assertThat(it.approve(erasure, second, DUE)).isInstanceOf(Outcome.Done.class);
        held(other);
        eraser().work(DUE);
        assertThat(rejects()).containsExactly(number(other));
    }

    @Test
    void a_rejected_row_goes_two_years_after_its_import_and_not_before() {
        Debtor debtor = closed();
        reject(debtor, CALLED);
        Instant due = CALLED.atOffset(ZoneOffset.UTC).plusYears(2).toInstant();
        new Partitions(office.database).make(LocalDate.ofInstant(due, ZoneOffset.UTC), 1);
        eraser().work(due);
        assertThat(rejects()).hasSize(1);
        eraser().work(due.plusMillis(1));
        assertThat(rejects()).isEmpty();
        assertThat(count("SELECT count(*) FROM audit_entry WHERE kind = 'rejects.erased'"))
                .isEqualTo(1);
    }

    @Test
    void a_legal_hold_keeps_a_rejected_row_beyond_its_time() {
        Debtor debtor = closed();
        reject(debtor, CALLED);
        held(debtor);
        eraser().work(DUE);
        assertThat(rejects()).containsExactly(number(debtor));
    }

    private void held(Debtor debtor) {
        assertThat(it.hold(debtor.consumer(), "a lawsuit", first, DUE))
                .isInstanceOf(Outcome.Done.class);
    }

    private String number(Debtor debtor) {
        return office.transact(tx ->
                tx.select(ACCOUNT.CLIENT_ACCOUNT_NUMBER)
                        .from(ACCOUNT)
                        .where(ACCOUNT.ID.eq(debtor.account()))
                        .fetchSingle()
                        .value1());
    }

    private List<String> rejects() {
        return office.transact(tx ->
                tx.select(IMPORT_REJECT.ACCOUNT_NUMBER)
                        .from(IMPORT_REJECT)
                        .fetch(IMPORT_REJECT.ACCOUNT_NUMBER));
    }

    /// A row of a file about this account that could not be used.
    private void reject(Debtor debtor, Instant at) {
        String number = number(debtor);
        office.transact(tx -> {
            long run =
                    tx.insertInto(IMPORT_RUN)
                            .columns(
                                    IMPORT_RUN.CLIENT_ID,
                                    IMPORT_RUN.PORTFOLIO_ID,
                                    IMPORT_RUN.FILE_NAME,
                                    IMPORT_RUN.FILE_SHA256,
                                    IMPORT_RUN.MAPPING,
                                    IMPORT_RUN.STARTED_AT)
                            .select(
                                    DSL.select(
                                                    ACCOUNT.CLIENT_ID,
                                                    ACCOUNT.PORTFOLIO_ID,
                                                    DSL.val("file.csv"),
                                                    DSL.val(Sha256.hex(number.getBytes(UTF_8))),
                                                    DSL.val(JSONB.valueOf("{}")),
                                                    DSL.val(at, IMPORT_RUN.STARTED_AT))
                                            .from(ACCOUNT)
                                            .where(ACCOUNT.ID.eq(debtor.account())))
                            .returningResult(IMPORT_RUN.ID)
                            .fetchSingle()
                            .value1();
            return tx.insertInto(IMPORT_REJECT)
                    .set(IMPORT_REJECT.IMPORT_RUN_ID, run)
                    .set(IMPORT_REJECT.ROW_NUMBER, 2L)
                    .set(IMPORT_REJECT.FIELD, "phone1")
                    .set(IMPORT_REJECT.VALUE, "555-01")
                    .set(IMPORT_REJECT.REASON, "too short")
                    .set(IMPORT_REJECT.MEND, "write all digits")
                    .set(IMPORT_REJECT.ACCOUNT_NUMBER, number)
                    .execute();
        });
    }
}
