package org.rightparty.compliance.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.ATTEMPT;
import static org.rightparty.schema.generated.Tables.AUDIT_ENTRY;
import static org.rightparty.schema.generated.Tables.CALLBACK;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.CONTACT_EVENT;
import static org.rightparty.schema.generated.Tables.GATE_DECISION;
import static org.rightparty.schema.generated.Tables.HOLD;
import static org.rightparty.schema.generated.Tables.LIVE_ATTEMPT;
import static org.rightparty.schema.generated.Tables.LOCATION_EVIDENCE;
import static org.rightparty.schema.generated.Tables.PHONE;
import static org.rightparty.schema.generated.Tables.PREFERENCE;

import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.compliance.ledger.Leaf;
import org.rightparty.compliance.postgres.Office.Debtor;
import org.rightparty.vocabulary.DialPath;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.Outcome;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/// The permit office on a real PostgreSQL. Noon in New York, on a Tuesday in April.
final class PostgresGateTest {
    private static final Instant NOON = Instant.parse("2026-04-07T16:00:00Z");
    private static Office office;

    @BeforeAll
    static void open() {
        office = new Office();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void grants_a_lawful_call_and_records_decision_attempt_and_entry() {
        Debtor debtor = office.debtor();
        Reservation.Granted granted = granted(office.reserve(office.request(debtor), NOON));
        assertThat(granted.attempt().number().e164()).startsWith("+1212555");
        assertThat(granted.attempt().covers(NOON.plusMillis(1_999))).isTrue();
        assertThat(granted.attempt().covers(NOON.plusSeconds(2))).isFalse();
        assertThat(count(debtor, "attempt")).isEqualTo(1);
        assertThat(count(debtor, "decision")).isEqualTo(1);
        assertThat(count(debtor, "entry")).isEqualTo(1);
        assertThat(count(debtor, "live")).isEqualTo(1);
    }

    @Test
    void keeps_each_entry_so_that_its_hash_can_be_computed_again() {
        Debtor debtor = office.debtor();
        granted(office.reserve(office.request(debtor), NOON));
        var entry =
                office.transact(tx ->
                        tx.selectFrom(AUDIT_ENTRY)
                                .where(AUDIT_ENTRY.CONSUMER_ID.eq(debtor.consumer()))
                                .fetchSingle());
        assertThat(entry.getKind()).isEqualTo("dial.permitted");
        assertThat(new Leaf(entry.getPayload()).hash()).isEqualTo(entry.getLeafHash());
        assertThat(entry.getPayload()).contains("\"reason\":\"OK\"").doesNotContain("2125550");
    }

    @Test
    void records_a_refusal_with_every_reason_and_the_next_instant() {
        Debtor debtor = office.debtor();
        change(tx ->
                tx.insertInto(HOLD)
                        .set(HOLD.CONSUMER_ID, debtor.consumer())
                        .set(HOLD.CODE, "DISPUTE")
                        .set(HOLD.FROM_AT, NOON.minusSeconds(60))
                        .set(HOLD.UNTIL_AT, NOON.plus(Duration.ofDays(3)))
                        .execute());
        Instant night = Instant.parse("2026-04-07T03:00:00Z");
        Reservation.Denied early = denied(office.reserve(office.request(debtor), night));
        assertThat(early.reason().code()).isEqualTo("OUTSIDE_HOURS");
        assertThat(early.nextAllowedAt()).contains(Instant.parse("2026-04-07T12:00:00Z"));
        Reservation.Denied denied = denied(office.reserve(office.request(debtor), NOON));
        assertThat(denied.reason().code()).isEqualTo("DISPUTE_PENDING");
        assertThat(denied.reason().citation()).contains("1006.38");
        assertThat(denied.nextAllowedAt()).contains(NOON.plus(Duration.ofDays(3)));
        assertThat(count(debtor, "attempt")).isZero();
        assertThat(count(debtor, "decision")).isEqualTo(2);
        assertThat(count(debtor, "entry")).isEqualTo(2);
    }

    @Test
    void leaves_nothing_when_the_transaction_rolls_back() {
        Debtor debtor = office.debtor();
        assertThatThrownBy(() ->
                        office.transact(tx -> {
                            office.gate.reserve(tx, office.request(debtor), NOON);
                            throw new IllegalStateException("lost");
                        }))
                .hasMessage("lost");
        assertThat(count(debtor, "attempt")).isZero();
        assertThat(count(debtor, "decision")).isZero();
        assertThat(count(debtor, "entry")).isZero();
        assertThat(count(debtor, "live")).isZero();
    }

    @Test
    void refuses_a_second_call_while_one_is_live_and_spaces_those_that_ended() {
        Debtor debtor = office.debtor();
        DialRequest request = office.request(debtor);
        Reservation.Granted first = granted(office.reserve(request, NOON));
        assertThat(reason(office.reserve(request, NOON.plusSeconds(5))))
                .isEqualTo("CONCURRENT_ATTEMPT");
        office.end(first.attempt(), Outcome.RING_NO_ANSWER, NOON.plusSeconds(25));
        Reservation.Denied soon = denied(office.reserve(request, NOON.plusSeconds(60)));
        assertThat(soon.reason().code()).isEqualTo("POLICY_MIN_GAP");
        assertThat(soon.nextAllowedAt()).contains(NOON.plus(Duration.ofHours(2)));
        granted(office.reserve(request, NOON.plus(Duration.ofHours(2))));
    }

    @Test
    void lets_a_busy_line_be_tried_again_after_ten_minutes() {
        Debtor debtor = office.debtor();
        DialRequest request = office.request(debtor);
        Reservation.Granted first = granted(office.reserve(request, NOON));
        office.end(first.attempt(), Outcome.BUSY, NOON.plusSeconds(2));
        assertThat(reason(office.reserve(request, NOON.plusSeconds(599))))
                .isEqualTo("POLICY_MIN_GAP");
        granted(office.reserve(request, NOON.plusSeconds(600)));
    }

    @Test
    void counts_seven_calls_in_seven_days_and_frees_the_eighth_day() {
        Debtor debtor = office.debtor();
        for (int day = 0; day < 7; day++) {
            Instant at = NOON.plus(Duration.ofDays(day));
            Reservation.Granted call = granted(office.reserve(office.request(debtor), at));
            office.end(call.attempt(), Outcome.VOICEMAIL_NO_MESSAGE, at.plusSeconds(30));
        }
        Instant seventh = NOON.plus(Duration.ofDays(6)).plus(Duration.ofHours(4));
        Reservation.Denied denied = denied(office.reserve(office.request(debtor), seventh));
        assertThat(denied.reason().code()).isEqualTo("FREQ_7IN7");
        assertThat(denied.nextAllowedAt()).contains(Instant.parse("2026-04-14T12:00:00Z"));
        granted(office.reserve(office.request(debtor), Instant.parse("2026-04-14T12:00:00Z")));
    }

    @Test
    void counts_calls_over_all_debts_of_one_frequency_group() {
        Debtor debtor = office.debtor();
        change(tx ->
                tx.update(ACCOUNT)
                        .set(ACCOUNT.FREQUENCY_GROUP, "loans")
                        .where(ACCOUNT.ID.eq(debtor.account()))
                        .execute());
        var grouped =
                office.transact(
                        tx -> office.insertAccount(tx, debtor.consumer(), 900_001, "loans"));
        var alone =
                office.transact(tx -> office.insertAccount(tx, debtor.consumer(), 900_002, null));
        change(tx ->
                tx.insertInto(CONTACT_EVENT)
                        .set(CONTACT_EVENT.CONSUMER_ID, debtor.consumer())
                        .set(CONTACT_EVENT.ACCOUNT_ID, grouped)
                        .set(CONTACT_EVENT.KIND, "INBOUND_CALL")
                        .set(CONTACT_EVENT.RESULT, "CONVERSATION")
                        .set(CONTACT_EVENT.AT, NOON.minus(Duration.ofDays(6)))
                        .set(CONTACT_EVENT.SOURCE, "AGENT")
                        .execute());
        assertThat(reason(office.reserve(office.request(debtor), NOON))).isEqualTo("COOLDOWN_7D");
        granted(
                office.reserve(
                        office.request(new Debtor(debtor.consumer(), alone, debtor.phone())),
                        NOON));
    }

    @Test
    void allows_one_call_that_the_consumer_asked_for_within_the_cool_down() {
        Debtor debtor = office.debtor();
        change(tx ->
                tx.insertInto(CONTACT_EVENT)
                                .set(CONTACT_EVENT.CONSUMER_ID, debtor.consumer())
                                .set(CONTACT_EVENT.ACCOUNT_ID, debtor.account())
                                .set(CONTACT_EVENT.KIND, "INBOUND_CALL")
                                .set(CONTACT_EVENT.RESULT, "CONVERSATION")
                                .set(CONTACT_EVENT.AT, NOON.minus(Duration.ofDays(1)))
                                .set(CONTACT_EVENT.SOURCE, "AGENT")
                                .execute()
                        + tx.insertInto(CALLBACK)
                                .set(CALLBACK.CONSUMER_ID, debtor.consumer())
                                .set(CALLBACK.ACCOUNT_ID, debtor.account())
                                .set(CALLBACK.PHONE_ID, debtor.phone())
                                .set(CALLBACK.DUE_AT, NOON)
                                .set(CALLBACK.ZONE, "America/New_York")
                                .set(CALLBACK.ASKED_BY_CONSUMER, true)
                                .set(
                                        CALLBACK.CREATED_AT,
                                        NOON.minus(Duration.ofDays(1)).plusSeconds(300))
                                .execute());
        assertThat(reason(office.reserve(office.request(debtor), NOON))).isEqualTo("COOLDOWN_7D");
        DialRequest callback = office.request(debtor, DialPath.CALLBACK);
        assertThat(reason(office.reserve(callback, NOON.minusSeconds(1)))).isEqualTo("COOLDOWN_7D");
        Reservation.Granted call = granted(office.reserve(callback, NOON));
        office.end(call.attempt(), Outcome.RING_NO_ANSWER, NOON.plusSeconds(25));
        assertThat(reason(office.reserve(callback, NOON.plus(Duration.ofHours(3)))))
                .isEqualTo("COOLDOWN_7D");
    }

    @Test
    void heeds_death_preferences_revoked_consent_and_bad_numbers() {
        Debtor dead = office.debtor();
        change(tx ->
                tx.update(CONSUMER)
                        .set(CONSUMER.DECEASED_ON, LocalDate.of(2026, 1, 1))
                        .where(CONSUMER.ID.eq(dead.consumer()))
                        .execute());
        assertThat(reason(office.reserve(office.request(dead), NOON))).isEqualTo("DECEASED");
        Debtor busy = office.debtor();
        change(tx ->
                tx.insertInto(PREFERENCE)
                        .set(PREFERENCE.CONSUMER_ID, busy.consumer())
                        .set(PREFERENCE.KIND, "TIME_BLOCK")
                        .set(PREFERENCE.DAYS, new String[] {"TUE"})
                        .set(PREFERENCE.LOCAL_FROM, LocalTime.of(9, 0))
                        .set(PREFERENCE.LOCAL_TO, LocalTime.of(17, 0))
                        .execute());
        assertThat(reason(office.reserve(office.request(busy), NOON)))
                .isEqualTo("CONSUMER_INCONVENIENT_TIME");
        Debtor wrong = office.debtor();
        change(tx ->
                tx.update(PHONE)
                        .set(PHONE.USABLE, "WRONG")
                        .where(PHONE.ID.eq(wrong.phone()))
                        .execute());
        assertThat(reason(office.reserve(office.request(wrong), NOON)))
                .isEqualTo("NUMBER_UNUSABLE");
        Debtor lost = office.debtor();
        change(tx ->
                tx.deleteFrom(LOCATION_EVIDENCE)
                                .where(LOCATION_EVIDENCE.CONSUMER_ID.eq(lost.consumer()))
                                .execute()
                        + tx.update(PHONE)
                                .set(PHONE.E164, "+18005550100")
                                .where(PHONE.ID.eq(lost.phone()))
                                .execute());
        assertThat(reason(office.reserve(office.request(lost), NOON)))
                .isEqualTo("LOCATION_UNKNOWN");
    }

    @Test
    void dials_ahead_only_to_numbers_with_a_consent_on_record_that_was_not_taken_back() {
        Debtor debtor = office.debtor();
        DialRequest ahead = predictive(office.request(debtor));
        assertThat(reason(office.reserve(ahead, NOON)))
                .isEqualTo("PREDICTIVE_NEEDS_MESSAGE_CONSENT");
        office.consent(debtor, true, NOON.minusSeconds(60));
        office.consent(debtor, false, NOON.minusSeconds(30));
        assertThat(reason(office.reserve(ahead, NOON)))
                .isEqualTo("PREDICTIVE_NEEDS_MESSAGE_CONSENT");
        granted(office.reserve(office.request(debtor), NOON));
        Debtor other = office.debtor();
        office.consent(other, true, NOON);
        granted(office.reserve(predictive(office.request(other)), NOON));
    }

    @Test
    void refuses_a_number_that_is_somebody_elses() {
        Debtor one = office.debtor();
        Debtor other = office.debtor();
        DialRequest mixed =
                office.request(new Debtor(one.consumer(), one.account(), other.phone()));
        assertThat(reason(office.reserve(mixed, NOON))).isEqualTo("FACTS_MISSING");
    }

    @Test
    void answers_a_batch_in_order_and_skips_who_is_locked_or_named_twice() {
        List<DialRequest> requests = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            requests.add(office.request(office.debtor()));
        }
        Collections.reverse(requests);
        requests.add(requests.getFirst());
        DialRequest locked = requests.get(7);
        List<Reservation> answers =
                office.transact(holder -> {
                    holder.select(CONSUMER.ID)
                            .from(CONSUMER)
                            .where(CONSUMER.ID.eq(locked.consumer()))
                            .forUpdate()
                            .fetch();
                    return office.beside(tx -> office.gate.reserve(tx, requests, NOON));
                });
        assertThat(answers).extracting(Reservation::request).isEqualTo(requests);
        for (int i = 0; i < answers.size(); i++) {
            boolean busy = i == 7 || i == 20;
            assertThat(answers.get(i))
                    .isInstanceOf(busy ? Reservation.Busy.class : Reservation.Granted.class);
        }
    }

    @Test
    void waits_shortly_for_a_single_consumer_and_then_says_busy() {
        DialRequest request = office.request(office.debtor());
        Reservation answer =
                office.transact(holder -> {
                    holder.select(CONSUMER.ID)
                            .from(CONSUMER)
                            .where(CONSUMER.ID.eq(request.consumer()))
                            .forUpdate()
                            .fetch();
                    return office.beside(tx -> office.gate.reserve(tx, request, NOON));
                });
        assertThat(answer).isInstanceOf(Reservation.Busy.class);
        granted(office.transact(tx -> office.gate.reserve(tx, request, NOON)));
    }

    private static DialRequest predictive(DialRequest request) {
        return new DialRequest(
                request.campaign(),
                request.consumer(),
                request.account(),
                request.phone(),
                Mode.PREDICTIVE,
                request.path(),
                request.agent(),
                request.ringSeconds());
    }

    private static Reservation.Granted granted(Reservation reservation) {
        assertThat(reservation).isInstanceOf(Reservation.Granted.class);
        return (Reservation.Granted) reservation;
    }

    private static Reservation.Denied denied(Reservation reservation) {
        assertThat(reservation).isInstanceOf(Reservation.Denied.class);
        return (Reservation.Denied) reservation;
    }

    private static String reason(Reservation reservation) {
        return denied(reservation).reason().code();
    }

    private static void change(Function<DSLContext, Integer> change) {
        office.transact(change);
    }

    private static int count(Debtor debtor, String what) {
        return office.transact(tx ->
                switch (what) {
                    case "attempt" ->
                            tx.fetchCount(ATTEMPT, ATTEMPT.CONSUMER_ID.eq(debtor.consumer()));
                    case "decision" ->
                            tx.fetchCount(
                                    GATE_DECISION, GATE_DECISION.CONSUMER_ID.eq(debtor.consumer()));
                    case "entry" ->
                            tx.fetchCount(
                                    AUDIT_ENTRY, AUDIT_ENTRY.CONSUMER_ID.eq(debtor.consumer()));
                    case "live" ->
                            tx.fetchCount(
                                    LIVE_ATTEMPT, LIVE_ATTEMPT.CONSUMER_ID.eq(debtor.consumer()));
                    default -> throw new IllegalArgumentException(what);
                });
    }

    @Test
    void calls_no_number_whose_area_code_nobody_knows() {
        Debtor debtor = office.debtor();
        change(tx ->
                tx.update(PHONE)
                        .set(PHONE.E164, "+19995550100")
                        .where(PHONE.ID.eq(debtor.phone()))
                        .execute());
        assertThat(reason(office.reserve(office.request(debtor), NOON)))
                .isEqualTo("AREA_CODE_UNKNOWN");
        change(tx ->
                tx.update(PHONE)
                        .set(PHONE.E164, "+17295550100")
                        .where(PHONE.ID.eq(debtor.phone()))
                        .execute());
        assertThat(office.reserve(office.request(debtor), NOON))
                .isInstanceOf(Reservation.Granted.class);
    }
}
