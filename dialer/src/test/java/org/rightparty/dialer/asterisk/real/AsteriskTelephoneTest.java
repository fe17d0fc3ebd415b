package org.rightparty.dialer.asterisk.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.dialer.asterisk.real.Switchroom.SHOWN;
import static org.rightparty.dialer.asterisk.real.Switchroom.SOON;
import static org.rightparty.dialer.asterisk.real.Switchroom.connected;
import static org.rightparty.dialer.asterisk.real.Switchroom.line;
import static org.rightparty.dialer.asterisk.real.Switchroom.number;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.compliance.gate.TestAttempts;
import org.rightparty.compliance.postgres.CallRecord;
import org.rightparty.dialer.asterisk.AsteriskConfig;
import org.rightparty.dialer.asterisk.AsteriskTelephone;
import org.rightparty.dialer.asterisk.Trunk;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.call.HangUpCauses;
import org.rightparty.dialer.call.HangUpCauses.Reached;
import org.rightparty.dialer.call.LineEvent;
import org.rightparty.dialer.call.Telephone.AgentLine;
import org.rightparty.dialer.call.Telephone.Dialing;
import org.rightparty.dialer.call.Telephone.LiveCall;
import org.rightparty.dialer.call.Telephone.LiveCall.Place;
import org.rightparty.dialer.call.Telephone.LiveLine;
import org.rightparty.dialer.records.CallRecordFile;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.Outcome;
import org.rightparty.vocabulary.PhoneNumber;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The telephone against a real Asterisk 22 and SIPp's consumers and desk phones.
@Tag("real")
class AsteriskTelephoneTest {
    private static Switchroom room;

    @BeforeAll
    static void bring_up() {
        room = new Switchroom("tel");
    }

    @AfterAll
    static void take_down() {
        room.close();
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    last digits | reached | outcome
                    3           | NOTHING | BUSY
                    4           | NOTHING | NOT_IN_SERVICE
                    6           | NOTHING | NOT_IN_SERVICE
                    8           | NOTHING | UNKNOWN
                    88          | RINGING | RING_NO_ANSWER
                    9           | NOTHING | UNKNOWN
                    2           | RINGING | RING_NO_ANSWER
                    """)
    void tells_how_the_network_ended_a_call(String digits, Reached reached, Outcome outcome) {
        AttemptId call = room.dial(digits);
        CallEvent.HungUp end = room.ear.await(call, CallEvent.HungUp.class, SOON);
        boolean rang = room.ear.of(call).stream().anyMatch(CallEvent.Rang.class::isInstance);
        assertThat(rang ? Reached.RINGING : Reached.NOTHING).isEqualTo(reached);
        assertThat(HangUpCauses.outcome(end.cause(), end.sipCode(), reached)).isEqualTo(outcome);
        assertThat(room.ear.of(call)).doesNotHaveAnyElementsOfTypes(CallEvent.NotPlaced.class);
        assertThat(room.telephone.trunkOf(call)).contains("practice");
    }

    @Test
    void connects_an_answered_person_to_an_agent_and_records_both() throws IOException {
        AgentLine line = line(1);
        room.bringUp(line);
        AttemptId call = room.dial("0");
        CallEvent.Answered answered = room.ear.await(call, CallEvent.Answered.class, SOON);
        room.telephone.connect(call, line);
        CallEvent.Joined joined = room.ear.await(call, CallEvent.Joined.class, SOON);
        assertThat(joined.line()).isEqualTo(line.number());
        assertThat(Duration.between(answered.at(), joined.at())).isLessThan(Duration.ofMillis(500));
        room.telephone.record(call);
        String file = room.ear.await(call, CallEvent.RecordingBegan.class, SOON).file();
        Awaitility.await().atMost(SOON).until(() -> sizeOf(file) > 8000);
        room.telephone.hangUp(call);
        CallEvent.HungUp end = room.ear.await(call, CallEvent.HungUp.class, SOON);
        assertThat(end.byConsumer()).isFalse();
        room.telephone.hangUpLine(line);
        room.ear.awaitLine(line.number(), LineEvent.LineDown.class, 1, SOON);
    }

    private static long sizeOf(String file) throws IOException {
        return Files.exists(room.asterisk.onHost(file))
                ? Files.size(room.asterisk.onHost(file))
                : 0;
    }

    @Test
    void says_that_the_person_hung_up() {
        AttemptId call = room.dial("7");
        CallEvent.HungUp end = room.ear.await(call, CallEvent.HungUp.class, SOON);
        assertThat(end.byConsumer()).isTrue();
        assertThat(end.cause()).isEqualTo(16);
    }

    @Test
    void plays_the_message_when_no_agent_comes_within_two_seconds() {
        AttemptId call = room.dial("0");
        CallEvent.Answered answered = room.ear.await(call, CallEvent.Answered.class, SOON);
        CallEvent.Abandoned abandoned = room.ear.await(call, CallEvent.Abandoned.class, SOON);
        assertThat(Duration.between(answered.at(), abandoned.at()))
                .isBetween(Duration.ofMillis(1950), Duration.ofMillis(2500));
        assertThat(room.ear.await(call, CallEvent.HungUp.class, SOON).cause()).isEqualTo(16);
        assertThat(room.ear.of(call)).doesNotHaveAnyElementsOfTypes(CallEvent.Played.class);
    }

    @Test
    void holds_and_brings_back_even_when_told_twice_in_a_row() {
        AgentLine line = line(2);
        room.bringUp(line);
        AttemptId call = room.talking(line);
        room.telephone.hold(call);
        room.ear.await(call, CallEvent.Held.class, SOON);
        room.telephone.connect(call, line);
        room.ear.await(call, CallEvent.Joined.class, 2, SOON);
        room.telephone.hold(call);
        room.telephone.connect(call, line);
        room.ear.await(call, CallEvent.Held.class, 2, SOON);
        room.ear.await(call, CallEvent.Joined.class, 3, SOON);
        assertThat(room.ear.of(call)).doesNotHaveAnyElementsOfTypes(CallEvent.ConnectFailed.class);
        room.telephone.hangUp(call);
        room.ear.await(call, CallEvent.HungUp.class, SOON);
    }

    @Test
    void keeps_the_person_when_the_agents_phone_drops() {
        AgentLine line = line(3);
        room.bringUp(line);
        AttemptId call = room.talking(line);
        room.telephone.hangUpLine(line);
        room.ear.await(call, CallEvent.Orphaned.class, SOON);
        room.ear.awaitLine(line.number(), LineEvent.LineDown.class, 1, SOON);
        room.telephone.callLine(line);
        room.ear.awaitLine(line.number(), LineEvent.LineUp.class, 2, SOON);
        room.telephone.connect(call, line);
        room.ear.await(call, CallEvent.Joined.class, 2, SOON);
        room.telephone.hangUp(call);
        room.ear.await(call, CallEvent.HungUp.class, SOON);
    }

    @Test
    void orphans_the_person_who_is_moved_to_an_empty_room() {
        AttemptId call = room.dial("0");
        room.ear.await(call, CallEvent.Answered.class, SOON);
        room.telephone.connect(call, line(4));
        room.ear.await(call, CallEvent.Orphaned.class, SOON);
        room.telephone.hangUp(call);
        room.ear.await(call, CallEvent.HungUp.class, SOON);
    }

    @Test
    void says_that_a_move_failed_when_the_person_is_gone() {
        AttemptId call = room.dial("7");
        room.ear.await(call, CallEvent.HungUp.class, SOON);
        room.telephone.connect(call, line(4));
        assertThat(room.ear.await(call, CallEvent.ConnectFailed.class, SOON).reason())
                .isEqualTo("CHANNEL_GONE");
    }

    @ParameterizedTest
    @CsvSource({"5, MachineHeard", "0, Answered"})
    void tells_machines_from_people(String digit, String heard) {
        AttemptId call = room.screen(digit);
        room.ear.await(call, CallEvent.ScreeningBegan.class, SOON);
        Awaitility.await(heard)
                .atMost(SOON)
                .until(() ->
                        room.ear.of(call).stream()
                                .anyMatch(e -> e.getClass().getSimpleName().equals(heard)));
        room.telephone.hangUp(call);
        room.ear.await(call, CallEvent.HungUp.class, SOON);
    }

    @Test
    void places_one_call_for_an_attempt_that_is_originated_twice() {
        AttemptId call = room.next();
        PhoneNumber number = number(call, "0");
        for (int i = 0; i < 2; i++) {
            room.telephone.originate(
                    TestAttempts.granted(call, number, 5, Instant.now()),
                    new Dialing(SHOWN, 5, false));
        }
        room.ear.await(call, CallEvent.Answered.class, SOON);
        assertThat(room.invitesOf(number)).isEqualTo(1);
        room.telephone.hangUp(call);
        room.ear.await(call, CallEvent.HungUp.class, SOON);
        assertThat(room.ear.of(call)).doesNotHaveAnyElementsOfTypes(CallEvent.NotPlaced.class);
    }

    /// Asterisk takes an id in use for a success, and says of the failure the live call's own id.
    @Test
    void a_second_dialer_that_reuses_a_live_id_places_nothing_and_ends_nothing() {
        AgentLine line = line(20);
        room.bringUp(line);
        Ear other = new Ear();
        try (AsteriskTelephone second = connected(room.asterisk.config("tel"), other)) {
            AttemptId call = room.talking(line);
            PhoneNumber number = number(call, "0");
            second.originate(
                    TestAttempts.granted(call, number, 5, Instant.now()),
                    new Dialing(SHOWN, 5, false));
            CallEvent.HungUp told = other.await(call, CallEvent.HungUp.class, SOON);
            assertThat(HangUpCauses.outcome(told.cause(), told.sipCode(), Reached.NOTHING))
                    .isEqualTo(Outcome.UNKNOWN);
            assertThat(room.ear.of(call)).doesNotHaveAnyElementsOfTypes(CallEvent.HungUp.class);
            assertThat(room.invitesOf(number)).isEqualTo(1);
            room.telephone.hangUp(call);
            room.ear.await(call, CallEvent.HungUp.class, SOON);
        }
        room.telephone.hangUpLine(line);
    }

    @Test
    void a_second_dialer_may_end_a_call_that_it_did_not_place() {
        AttemptId call = room.dial("0");
        room.ear.await(call, CallEvent.Answered.class, SOON);
        Ear other = new Ear();
        try (AsteriskTelephone second = connected(room.asterisk.config("tel"), other)) {
            second.hangUp(call);
            room.ear.await(call, CallEvent.HungUp.class, SOON);
            other.await(call, CallEvent.HungUp.class, SOON);
        }
        assertThat(room.invitesOf(number(call, "0"))).isEqualTo(1);
    }

    @Test
    void places_nothing_from_a_dead_permit() {
        AttemptId call = room.next();
        PhoneNumber number = number(call, "0");
        room.telephone.originate(
                TestAttempts.granted(call, number, 5, Instant.now().minusSeconds(2)),
                new Dialing(SHOWN, 5, false));
        assertThat(room.ear.await(call, CallEvent.NotPlaced.class, SOON).reason())
                .isEqualTo("PERMIT_EXPIRED");
        assertThat(room.invitesOf(number)).isZero();
    }

    @Test
    void counts_a_call_of_which_the_switch_says_only_that_it_failed() {
        AsteriskConfig known = room.asterisk.config("t2");
        AsteriskConfig misspelt =
                new AsteriskConfig(
                        known.host(),
                        known.port(),
                        known.user(),
                        known.secret(),
                        List.of(new Trunk("misspelt", 1, 1, true)),
                        known.recordings(),
                        known.mark());
        AttemptId call = room.next();
        Ear other = new Ear();
        try (AsteriskTelephone second = connected(misspelt, other)) {
            second.originate(
                    TestAttempts.granted(call, number(call, "0"), 5, Instant.now()),
                    new Dialing(SHOWN, 5, false));
            CallEvent.HungUp end = other.await(call, CallEvent.HungUp.class, SOON);
            assertThat(HangUpCauses.outcome(end.cause(), end.sipCode(), Reached.NOTHING))
                    .isEqualTo(Outcome.UNKNOWN);
        }
    }

    @Test
    void ends_a_call_that_is_hung_up_before_it_has_a_channel() {
        AttemptId call = room.dial("2");
        room.telephone.hangUp(call);
        room.ear.await(call, CallEvent.HungUp.class, Duration.ofSeconds(3));
    }

    @Test
    void says_that_a_phone_is_not_there() {
        room.telephone.callLine(new AgentLine(new AgentId(1), "2999", AgentLine.Kind.BROWSER));
        room.ear.awaitLine("2999", LineEvent.LineDown.class, 1, SOON);
    }

    @Test
    void finds_calls_and_lines_where_they_are_after_a_restart_of_the_dialer() {
        AgentLine line = line(5);
        room.bringUp(line);
        AttemptId talking = room.talking(line);
        AttemptId ringing = room.dial("2");
        room.ear.await(ringing, CallEvent.Rang.class, SOON);
        AttemptId held = room.dial("0");
        room.ear.await(held, CallEvent.Answered.class, SOON);
        room.telephone.hold(held);
        room.ear.await(held, CallEvent.Held.class, SOON);
        Ear other = new Ear();
        try (AsteriskTelephone second = connected(room.asterisk.config("tel"), other)) {
            Ear.Found found = other.awaitFound(1);
            assertThat(found.calls())
                    .contains(
                            new LiveCall(talking, new Place.Room(line.number())),
                            new LiveCall(ringing, new Place.Ringing()),
                            new LiveCall(held, new Place.OnHold()));
            assertThat(found.lines()).contains(new LiveLine(line.number()));
            assertThat(second.trunkOf(talking)).contains("practice");
            second.connect(held, line);
            other.await(held, CallEvent.Joined.class, SOON);
            List.of(talking, ringing, held).forEach(second::hangUp);
            other.await(ringing, CallEvent.HungUp.class, SOON);
        }
        room.ear.await(held, CallEvent.HungUp.class, SOON);
    }

    @Test
    void leaves_a_record_of_each_call_to_reconcile_with() {
        AttemptId busy = room.dial("3");
        room.ear.await(busy, CallEvent.HungUp.class, SOON);
        AttemptId answered = room.dial("0");
        room.ear.await(answered, CallEvent.Answered.class, SOON);
        room.telephone.hangUp(answered);
        room.ear.await(answered, CallEvent.HungUp.class, SOON);
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() ->
                        assertThat(answersInRecords())
                                .containsEntry(busy.value(), false)
                                .containsEntry(answered.value(), true));
    }

    /// Attempts in Asterisk's call records, and whether they were answered.
    private static Map<Long, Boolean> answersInRecords() throws IOException {
        return CallRecordFile.asterisk(room.asterisk.callRecords(), "tel").stream()
                .filter(record -> record.attempt().isPresent())
                .collect(
                        Collectors.toMap(
                                record -> record.attempt().orElseThrow(),
                                CallRecord::answered,
                                Boolean::logicalOr));
    }

    /// The trunk of this test is known by its port; a caller comes from another.
    @Test
    void who_calls_us_finds_the_line_busy_and_is_told_of() throws IOException {
        room.asterisk.add(
                "pjsip_local.conf",
                "[in]\ntype = identify\nendpoint = practice\nmatch = 127.0.0.1\n");
        room.asterisk.reload();
        Awaitility.await("the trunk is known by its address")
                .atMost(SOON)
                .until(() ->
                        room.asterisk.console("pjsip show identifies").contains("127.0.0.1/32"));
        int answer = IncomingCall.place(room.asterisk.sipPort(), "2125550142", SHOWN.e164());
        assertThat(answer).isEqualTo(486);
        Awaitility.await("the caller").atMost(SOON).until(() -> !room.ear.callers().isEmpty());
        assertThat(room.ear.callers()).containsExactly(new PhoneNumber("+12125550142"));
    }
}
