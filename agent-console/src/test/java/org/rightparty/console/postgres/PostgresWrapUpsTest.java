package org.rightparty.console.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.WrapUp;
import org.rightparty.console.desk.WrapUps;
import org.rightparty.database.TestDatabase;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.Money;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

class PostgresWrapUpsTest {
    private static final Instant SPOKE = Case.NOW.minusSeconds(120);
    private final Case it = new Case(TestDatabase.fresh());
    private final PostgresWrapUps wrapUps =
            new PostgresWrapUps(it.database, Case.ledger(), it.hours(), Case.clock());
    private final PostgresDrafts drafts = new PostgresDrafts(it.database);

    @AfterEach
    void close() {
        it.database.close();
    }

    @Test
    void records_a_promise_with_all_that_it_brings() {
        AttemptId attempt = it.spoke(Duration.ofMinutes(5));
        drafts.save(it.agent, attempt, "{\"note\":\"will\"}", Case.NOW);
        WrapUp form = promise(attempt, "Will pay.");
        assertThat(wrapUps.record(it.agent, form, verified())).isEqualTo(new Answer.Accepted());
        assertThat(it.value("SELECT code || right_party || conversation FROM disposition"))
                .isEqualTo("PROMISEtruetrue");
        assertThat(it.value("SELECT amount_minor || ' ' || due_on || ' ' || state FROM promise"))
                .isEqualTo("12000 2026-03-12 OPEN");
        assertThat(it.value("SELECT body FROM note")).isEqualTo("Will pay.");
        assertThat(it.value("SELECT work_state FROM account WHERE id = " + it.account))
                .isEqualTo("PROMISE");
        assertThat(it.value("SELECT usable FROM phone")).isEqualTo("VERIFIED");
        assertThat(it.value("SELECT count(*) FROM draft")).isEqualTo("0");
        assertThat(it.value("SELECT string_agg(kind || actor, ',') FROM audit_entry"))
                .isEqualTo("disposition.recordedagent:" + it.agent);
    }

    @Test
    void recording_again_answers_the_same_and_changes_nothing() {
        AttemptId attempt = it.spoke(Duration.ofMinutes(5));
        wrapUps.record(it.agent, promise(attempt, "Will pay."), verified());
        WrapUp otherwise = form(attempt, "REFUSED", "FORGOT", "");
        assertThat(wrapUps.record(it.agent, otherwise, verified()))
                .isEqualTo(new Answer.Accepted());
        assertThat(it.value("SELECT string_agg(code, ',') FROM disposition")).isEqualTo("PROMISE");
        assertThat(it.value("SELECT count(*) FROM promise")).isEqualTo("1");
        assertThat(it.value("SELECT count(*) FROM note")).isEqualTo("1");
        assertThat(it.value("SELECT count(*) FROM audit_entry")).isEqualTo("1");
    }

    @Test
    void a_new_promise_replaces_the_open_one() {
        wrapUps.record(it.agent, promise(it.spoke(Duration.ofDays(2)), "One."), verified());
        wrapUps.record(it.agent, promise(it.spoke(Duration.ofMinutes(5)), "Two."), verified());
        assertThat(it.value("SELECT string_agg(state, ',' ORDER BY id) FROM promise"))
                .isEqualTo("REPLACED,OPEN");
    }

    @Test
    void declines_what_is_wrong_and_leaves_no_trace() {
        AttemptId attempt = it.spoke(Duration.ofMinutes(5));
        Answer answer = wrapUps.record(it.agent, form(attempt, "PROMISE", "", ""), stranger());
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Declined.class,
                        d ->
                                assertThat(d.faults())
                                        .extracting(Answer.Fault::field)
                                        .containsExactly("code", "reason", "promise.amount"));
        assertThat(it.value("SELECT count(*) FROM disposition")).isEqualTo("0");
        assertThat(it.value("SELECT count(*) FROM audit_entry")).isEqualTo("0");
    }

    @Test
    void declines_a_call_that_nobody_placed() {
        Answer answer =
                wrapUps.record(
                        it.agent, form(new AttemptId(4_711), "REFUSED", "FORGOT", ""), verified());
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Declined.class, d -> assertThat(d.code()).isEqualTo("NO_SUCH_CALL"));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    code | verified | hold | scope | usable | consents
                    CEASE | true | CEASE | consumer | VERIFIED | 1
                    CEASE | false | CEASE | consumer | UNVERIFIED | 1
                    DISPUTE | true | DISPUTE | account | VERIFIED | 0
                    WRONG_NUMBER | false | WRONG_NUMBER | phone | WRONG | 0
                    DO_NOT_CALL_NUMBER | true | DO_NOT_CALL_NUMBER | phone | DO_NOT_CALL | 1
                    NOT_IN_SERVICE | false | - | - | DISCONNECTED | 0
                    """)
    void holds_at_once_what_must_not_be_called(
            String code, boolean verified, String hold, String scope, String usable, int consents) {
        AttemptId attempt = it.spoke(Duration.ofMinutes(5));
        WrapUps.Spoken spoken = verified ? verified() : stranger();
        assertThat(wrapUps.record(it.agent, form(attempt, code, "", "Said so."), spoken))
                .isEqualTo(new Answer.Accepted());
        assertThat(it.value("SELECT code FROM hold")).isEqualTo(hold.equals("-") ? "" : hold);
        assertThat(
                        it.value(
                                "SELECT CASE WHEN account_id IS NOT NULL THEN 'account' WHEN"
                                        + " phone_id IS NOT NULL THEN 'phone' ELSE 'consumer' END"
                                        + " FROM hold"))
                .isEqualTo(scope.equals("-") ? "" : scope);
        assertThat(it.value("SELECT usable FROM phone")).isEqualTo(usable);
        assertThat(it.value("SELECT count(*) FROM consent WHERE NOT granted AND phone_id IS NULL"))
                .isEqualTo(Integer.toString(consents));
        assertThat(it.value("SELECT source || ' ' || evidence FROM hold"))
                .isEqualTo(hold.equals("-") ? "" : "AGENT call " + attempt);
    }

    @Test
    void keeps_the_callback_that_was_agreed() {
        AttemptId attempt = it.spoke(Duration.ofMinutes(5));
        Instant due = Instant.parse("2026-03-03T15:00:00Z");
        WrapUp.Callback callback =
                new WrapUp.Callback(due, "America/New_York", Optional.empty(), true, true);
        WrapUp form =
                new WrapUp(attempt, "CALLBACK", "", "", Optional.empty(), Optional.of(callback));
        assertThat(wrapUps.record(it.agent, form, verified())).isEqualTo(new Answer.Accepted());
        assertThat(
                        it.value(
                                "SELECT agent_id || ' ' || phone_id || ' ' || asked_by_consumer"
                                        + " FROM callback"))
                .isEqualTo(it.agent + " " + it.phone + " true");
    }

    @Test
    void blocks_the_place_and_the_hour_that_the_consumer_names() {
        wrapUps.record(
                it.agent, form(it.spoke(Duration.ofMinutes(5)), "BAD_PLACE", "", ""), verified());
        wrapUps.record(
                it.agent, form(it.spoke(Duration.ofMinutes(4)), "BAD_HOUR", "", ""), verified());
        assertThat(
                        it.value(
                                "SELECT string_agg(kind || coalesce(place, '') ||"
                                        + " coalesce(local_from || '-' || local_to, '')"
                                        + " || cardinality(days), ' ' ORDER BY id)"
                                        + " FROM preference"))
                .isEqualTo("PLACE_BLOCKWORK0 TIME_BLOCK14:00:00-15:00:007");
        assertThat(
                        it.value(
                                "SELECT count(*) FROM preference p JOIN attempt a"
                                        + " ON p.evidence = 'call ' || a.id AND p.source = 'AGENT'"
                                        + " AND p.account_id = a.account_id"
                                        + " AND p.phone_id = a.phone_id"))
                .isEqualTo("2");
    }

    @Test
    void lists_conversations_without_a_disposition_oldest_first() {
        AttemptId older = it.spoke(Duration.ofHours(2));
        AttemptId done = it.spoke(Duration.ofHours(1));
        AttemptId newer = it.spoke(Duration.ofMinutes(5));
        it.attempt(Duration.ofMinutes(1));
        wrapUps.record(it.agent, form(done, "NOT_THERE", "", ""), stranger());
        assertThat(wrapUps.undisposed(it.agent))
                .extracting(WrapUps.Undisposed::attempt)
                .containsExactly(older, newer);
    }

    @Test
    void keeps_no_draft_of_a_call_that_has_its_disposition() {
        AttemptId attempt = it.spoke(Duration.ofMinutes(5));
        drafts.save(it.agent, attempt, "{\"note\": \"a\"}", Case.NOW);
        drafts.save(it.agent, attempt, "{\"note\": \"b\"}", Case.NOW);
        assertThat(drafts.find(it.agent, attempt)).hasValue("{\"note\": \"b\"}");
        wrapUps.record(it.agent, form(attempt, "NOT_THERE", "", ""), stranger());
        drafts.save(it.agent, attempt, "{\"note\": \"late\"}", Case.NOW);
        assertThat(drafts.find(it.agent, attempt)).isEmpty();
    }

    private static WrapUp promise(AttemptId attempt, String note) {
        WrapUp.Promise promise =
                new WrapUp.Promise(Money.dollars(12_000), LocalDate.parse("2026-03-12"), "CARD");
        return new WrapUp(
                attempt, "PROMISE", "JOB_LOSS", note, Optional.of(promise), Optional.empty());
    }

    private static WrapUp form(AttemptId attempt, String code, String reason, String note) {
        return new WrapUp(attempt, code, reason, note, Optional.empty(), Optional.empty());
    }

    private static WrapUps.Spoken verified() {
        return new WrapUps.Spoken(SPOKE, true, List.of("FULL_NAME", "DATE_OF_BIRTH"));
    }

    private static WrapUps.Spoken stranger() {
        return new WrapUps.Spoken(SPOKE, false, List.of());
    }
}
