package org.rightparty.compliance.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.ATTEMPT;
import static org.rightparty.schema.generated.Tables.CONSENT;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.GATE_DECISION;
import static org.rightparty.schema.generated.Tables.HOLD;
import static org.rightparty.schema.generated.Tables.LOCATION_EVIDENCE;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.compliance.postgres.Office.Debtor;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.DialPath;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.Outcome;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/// Every way in which a call can be asked for, against every kind of refusal: no way is easier.
class EveryPathTest {
    /// A Tuesday noon in New York.
    private static final Instant NOON = Instant.parse("2026-04-07T16:00:00Z");

    private static final Office OFFICE = new Office();

    @AfterAll
    static void close() {
        OFFICE.close();
    }

    /// Who asks, and how.
    enum Way {
        PREDICTIVE(DialPath.CAMPAIGN, Mode.PREDICTIVE),
        PROGRESSIVE(DialPath.CAMPAIGN, Mode.PROGRESSIVE),
        PREVIEW(DialPath.CAMPAIGN, Mode.PREVIEW),
        CALLBACK(DialPath.CALLBACK, Mode.PROGRESSIVE),
        PREVIEWED_CALLBACK(DialPath.CALLBACK, Mode.PREVIEW),
        ASKED_FOR(DialPath.RETRY, Mode.PREDICTIVE),
        BY_HAND(DialPath.AGENT, Mode.MANUAL),
        TRANSFER(DialPath.TRANSFER, Mode.MANUAL);

        private final DialPath path;
        private final Mode mode;

        Way(DialPath path, Mode mode) {
            this.path = path;
            this.mode = mode;
        }
    }

    /// What stands in the way, and the code of its refusal.
    enum Obstacle {
        CEASE("CEASE"),
        ATTORNEY("ATTORNEY"),
        BANKRUPTCY("BANKRUPTCY"),
        DISPUTE("DISPUTE_PENDING"),
        IDENTITY_THEFT("IDENTITY_THEFT"),
        LITIGATION("LITIGATION"),
        COMPLAINT("COMPLAINT"),
        BEREAVEMENT("BEREAVEMENT"),
        MINOR("MINOR"),
        DO_NOT_CALL_NUMBER("MEDIUM_OPT_OUT"),
        WRONG_NUMBER("NUMBER_WRONG"),
        HAS_DIED("DECEASED"),
        PAID("ACCOUNT_CLOSED"),
        DISCONNECTED("NUMBER_UNUSABLE"),
        NIGHT("OUTSIDE_HOURS"),
        NO_PLACE("LOCATION_UNKNOWN"),
        CALL_UP("CONCURRENT_ATTEMPT"),
        SPOKEN_WITH("COOLDOWN_7D"),
        SEVEN_CALLS("FREQ_7IN7");

        private final String code;

        Obstacle(String code) {
            this.code = code;
        }
    }

    static Stream<Arguments> table() {
        return Arrays.stream(Way.values())
                .flatMap(way ->
                        Arrays.stream(Obstacle.values())
                                .map(obstacle -> Arguments.of(way, obstacle)));
    }

    @ParameterizedTest
    @MethodSource("table")
    void no_way_leads_past_what_stands_in_it(Way way, Obstacle obstacle) {
        Debtor debtor = OFFICE.debtor();
        Instant at = obstacle == Obstacle.NIGHT ? NOON.plus(Duration.ofHours(10)) : NOON;
        DialRequest request = request(way, debtor);
        put(obstacle, debtor);
        int before = attempts(debtor);
        assertThat(OFFICE.reserve(request, at)).isInstanceOf(Reservation.Denied.class);
        assertThat(refusals(debtor)).contains('"' + obstacle.code + '"');
        assertThat(attempts(debtor)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void only_ways_that_do_not_dial_ahead_are_open_without_a_consent_on_record(Way way) {
        Debtor debtor = OFFICE.debtor();
        Reservation answer = OFFICE.reserve(request(way, debtor), NOON);
        if (way.mode == Mode.PREDICTIVE) {
            assertThat(refusals(debtor)).contains("\"PREDICTIVE_NEEDS_MESSAGE_CONSENT\"");
        } else {
            assertThat(answer).isInstanceOf(Reservation.Granted.class);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void every_way_is_open_when_nothing_stands_in_it(Way way) {
        Debtor debtor = OFFICE.debtor();
        change(tx -> consent(tx, debtor));
        assertThat(OFFICE.reserve(request(way, debtor), NOON))
                .isInstanceOf(Reservation.Granted.class);
        assertThat(attempts(debtor)).isEqualTo(1);
    }

    static Stream<Way> ways() {
        return Arrays.stream(Way.values());
    }

    private static int consent(DSLContext tx, Debtor debtor) {
        return tx.insertInto(CONSENT)
                .set(CONSENT.CONSUMER_ID, debtor.consumer())
                .set(CONSENT.PHONE_ID, debtor.phone())
                .set(CONSENT.KIND, "TCPA_PRIOR_EXPRESS")
                .set(CONSENT.GRANTED, true)
                .set(CONSENT.GIVEN_AT, NOON.minusSeconds(60))
                .execute();
    }

    private static DialRequest request(Way way, Debtor debtor) {
        if (way == Way.TRANSFER) {
            return TransferTest.toSpouse(OFFICE, debtor, NOON.minusSeconds(30));
        }
        DialRequest plain = OFFICE.request(debtor, way.path);
        return new DialRequest(
                plain.campaign(),
                debtor.consumer(),
                debtor.account(),
                debtor.phone(),
                way.mode,
                way.path,
                way.path == DialPath.AGENT ? Optional.of(new AgentId(1)) : Optional.empty(),
                25);
    }

    private static void put(Obstacle obstacle, Debtor debtor) {
        switch (obstacle) {
            case CEASE,
                    ATTORNEY,
                    BANKRUPTCY,
                    DISPUTE,
                    IDENTITY_THEFT,
                    LITIGATION,
                    COMPLAINT,
                    BEREAVEMENT,
                    MINOR,
                    DO_NOT_CALL_NUMBER,
                    WRONG_NUMBER ->
                    change(tx -> hold(tx, obstacle.name(), debtor));
            case HAS_DIED ->
                    change(tx ->
                            tx.update(CONSUMER)
                                    .set(CONSUMER.DECEASED_ON, LocalDate.of(2026, 1, 2))
                                    .where(CONSUMER.ID.eq(debtor.consumer()))
                                    .execute());
            case PAID ->
                    change(tx ->
                            tx.update(ACCOUNT)
                                    .set(ACCOUNT.WORK_STATE, "PAID")
                                    .where(ACCOUNT.ID.eq(debtor.account()))
                                    .execute());
            case DISCONNECTED ->
                    change(tx ->
                            tx.update(PHONE)
                                    .set(PHONE.USABLE, "DISCONNECTED")
                                    .where(PHONE.ID.eq(debtor.phone()))
                                    .execute());
            case NO_PLACE -> change(tx -> nowhere(tx, debtor));
            case CALL_UP -> placed(debtor, NOON.minusSeconds(20));
            case SPOKEN_WITH -> ended(debtor, Outcome.ANSWERED, NOON.minus(Duration.ofDays(2)));
            case SEVEN_CALLS -> sevenCalls(debtor);
            case NIGHT -> {}
        }
    }

    private static void sevenCalls(Debtor debtor) {
        for (int day = 6; day >= 0; day--) {
            Instant at = NOON.minus(Duration.ofDays(day)).minus(Duration.ofHours(3));
            ended(debtor, Outcome.RING_NO_ANSWER, at);
        }
    }

    private static void change(ToIntFunction<DSLContext> work) {
        OFFICE.transact(tx -> work.applyAsInt(tx));
    }

    private static int hold(DSLContext tx, String code, Debtor debtor) {
        return tx.insertInto(HOLD)
                .set(HOLD.CONSUMER_ID, debtor.consumer())
                .set(HOLD.CODE, code)
                .set(HOLD.FROM_AT, NOON.minusSeconds(60))
                .execute();
    }

    /// A number that belongs to no area, and no other evidence.
    private static int nowhere(DSLContext tx, Debtor debtor) {
        tx.deleteFrom(LOCATION_EVIDENCE)
                .where(LOCATION_EVIDENCE.CONSUMER_ID.eq(debtor.consumer()))
                .execute();
        return tx.update(PHONE)
                .set(PHONE.E164, "+18005550100")
                .where(PHONE.ID.eq(debtor.phone()))
                .execute();
    }

    private static Reservation.Granted placed(Debtor debtor, Instant at) {
        return (Reservation.Granted) OFFICE.reserve(OFFICE.request(debtor), at);
    }

    private static void ended(Debtor debtor, Outcome outcome, Instant at) {
        OFFICE.end(placed(debtor, at).attempt(), outcome, at.plusSeconds(60));
    }

    private static String refusals(Debtor debtor) {
        return OFFICE.transact(tx ->
                tx.select(GATE_DECISION.REFUSALS)
                        .from(GATE_DECISION)
                        .where(GATE_DECISION.CONSUMER_ID.eq(debtor.consumer()))
                        .orderBy(GATE_DECISION.ID.desc())
                        .limit(1)
                        .fetchSingle()
                        .value1()
                        .data());
    }

    private static int attempts(Debtor debtor) {
        return OFFICE.transact(
                tx -> tx.fetchCount(ATTEMPT, ATTEMPT.CONSUMER_ID.eq(debtor.consumer())));
    }
}
