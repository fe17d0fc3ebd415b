package org.rightparty.dialer.asterisk.real;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/// The telephone against a real Asterisk 22 and SIPp's consumers and desk phones.
@Tag("real")
class AsteriskTelephoneTest {
    private static final Duration SOON = Duration.ofSeconds(8);
    private static final PhoneNumber SHOWN = new PhoneNumber("+12125550100");
    private static final AtomicLong NUMBERS = new AtomicLong();

    private static SippCarrier carrier;
    private static RealAsterisk asterisk;
    private static Ear ear;
    private static AsteriskTelephone telephone;

    @BeforeAll
    static void bring_up() {
        carrier = SippCarrier.start();
        asterisk = RealAsterisk.start("tel", carrier, Map.of());
        ear = new Ear();
        telephone = connected(asterisk.config("t1"), ear);
    }

    private static AsteriskTelephone connected(AsteriskConfig config, Ear listener) {
        AsteriskTelephone made =
                new AsteriskTelephone(config, listener, InstantSource.system(), System::nanoTime);
        made.start();
        listener.awaitLinks(true);
        return made;
    }

    @AfterAll
    static void take_down() {
        telephone.close();
        asterisk.close();
        carrier.close();
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
        AttemptId call = dial(digits, "0");
        CallEvent.HungUp end = ear.await(call, CallEvent.HungUp.class, SOON);
        boolean rang = ear.of(call).stream().anyMatch(CallEvent.Rang.class::isInstance);
        assertThat(rang ? Reached.RINGING : Reached.NOTHING).isEqualTo(reached);
        assertThat(HangUpCauses.outcome(end.cause(), end.sipCode(), reached)).isEqualTo(outcome);
        assertThat(ear.of(call)).doesNotHaveAnyElementsOfTypes(CallEvent.NotPlaced.class);
        assertThat(telephone.trunkOf(call)).contains("practice");
    }

    @Test
    void connects_an_answered_person_to_an_agent_and_records_both() throws IOException {
        AgentLine line = line(1);
        bringUp(line);
        AttemptId call = dial("0", "0");
        CallEvent.Answered answered = ear.await(call, CallEvent.Answered.class, SOON);
        telephone.connect(call, line);
        CallEvent.Joined joined = ear.await(call, CallEvent.Joined.class, SOON);
        assertThat(joined.line()).isEqualTo(line.number());
        assertThat(Duration.between(answered.at(), joined.at())).isLessThan(Duration.ofMillis(500));
        telephone.record(call);
        String file = ear.await(call, CallEvent.RecordingBegan.class, SOON).file();
        telephone.muteRecording(call, true);
        telephone.muteRecording(call, false);
        Awaitility.await().atMost(SOON).until(() -> sizeOf(file) > 8000);
        telephone.hangUp(call);
        CallEvent.HungUp end = ear.await(call, CallEvent.HungUp.class, SOON);
        assertThat(end.byConsumer()).isFalse();
        telephone.hangUpLine(line);
        ear.awaitLine(line.number(), LineEvent.LineDown.class, 1, SOON);
    }

    private static long sizeOf(String file) throws IOException {
        return Files.exists(asterisk.onHost(file)) ? Files.size(asterisk.onHost(file)) : 0;
    }

    @Test
    void says_that_the_person_hung_up() {
        AttemptId call = dial("7", "0");
        CallEvent.HungUp end = ear.await(call, CallEvent.HungUp.class, SOON);
        assertThat(end.byConsumer()).isTrue();
        assertThat(end.cause()).isEqualTo(16);
    }

    @Test
    void plays_the_message_when_no_agent_comes_within_two_seconds() {
        AttemptId call = dial("0", "0");
        CallEvent.Answered answered = ear.await(call, CallEvent.Answered.class, SOON);
        CallEvent.Abandoned abandoned = ear.await(call, CallEvent.Abandoned.class, SOON);
        assertThat(Duration.between(answered.at(), abandoned.at()))
                .isBetween(Duration.ofMillis(1950), Duration.ofMillis(2500));
        assertThat(ear.await(call, CallEvent.HungUp.class, SOON).cause()).isEqualTo(16);
        assertThat(ear.of(call)).doesNotHaveAnyElementsOfTypes(CallEvent.Played.class);
    }

    @Test
    void holds_and_brings_back_even_when_told_twice_in_a_row() {
        AgentLine line = line(2);
        bringUp(line);
        AttemptId call = talking(line);
        telephone.hold(call);
        ear.await(call, CallEvent.Held.class, SOON);
        telephone.connect(call, line);
        ear.await(call, CallEvent.Joined.class, 2, SOON);
        telephone.hold(call);
        telephone.connect(call, line);
        ear.await(call, CallEvent.Held.class, 2, SOON);
        ear.await(call, CallEvent.Joined.class, 3, SOON);
        assertThat(ear.of(call)).doesNotHaveAnyElementsOfTypes(CallEvent.ConnectFailed.class);
        telephone.hangUp(call);
        ear.await(call, CallEvent.HungUp.class, SOON);
    }

    @Test
    void keeps_the_person_when_the_agents_phone_drops() {
        AgentLine line = line(3);
        bringUp(line);
        AttemptId call = talking(line);
        telephone.hangUpLine(line);
        ear.await(call, CallEvent.Orphaned.class, SOON);
        ear.awaitLine(line.number(), LineEvent.LineDown.class, 1, SOON);
        telephone.callLine(line);
        ear.awaitLine(line.number(), LineEvent.LineUp.class, 2, SOON);
        telephone.connect(call, line);
        ear.await(call, CallEvent.Joined.class, 2, SOON);
        telephone.hangUp(call);
        ear.await(call, CallEvent.HungUp.class, SOON);
    }

    @Test
    void orphans_the_person_who_is_moved_to_an_empty_room() {
        AttemptId call = dial("0", "0");
        ear.await(call, CallEvent.Answered.class, SOON);
        telephone.connect(call, line(4));
        ear.await(call, CallEvent.Orphaned.class, SOON);
        telephone.hangUp(call);
        ear.await(call, CallEvent.HungUp.class, SOON);
    }

    @Test
    void says_that_a_move_failed_when_the_person_is_gone() {
        AttemptId call = dial("7", "0");
        ear.await(call, CallEvent.HungUp.class, SOON);
        telephone.connect(call, line(4));
        assertThat(ear.await(call, CallEvent.ConnectFailed.class, SOON).reason())
                .isEqualTo("CHANNEL_GONE");
    }

    @ParameterizedTest
    @CsvSource({"5, MachineHeard", "0, Answered"})
    void tells_machines_from_people(String digit, String heard) {
        AttemptId call = dial(digit, "1");
        ear.await(call, CallEvent.ScreeningBegan.class, SOON);
        Awaitility.await(heard)
                .atMost(SOON)
                .until(() ->
                        ear.of(call).stream()
                                .anyMatch(e -> e.getClass().getSimpleName().equals(heard)));
        telephone.hangUp(call);
        ear.await(call, CallEvent.HungUp.class, SOON);
    }

    @Test
    void places_one_call_for_an_attempt_that_is_originated_twice() {
        AttemptId call = new AttemptId(NUMBERS.incrementAndGet());
        PhoneNumber number = number(call, "0");
        for (int i = 0; i < 2; i++) {
            telephone.originate(
                    TestAttempts.granted(call, number, 5, Instant.now()),
                    new Dialing(SHOWN, 5, false));
        }
        ear.await(call, CallEvent.Answered.class, SOON);
        assertThat(invitesOf(number)).isEqualTo(1);
        telephone.hangUp(call);
        ear.await(call, CallEvent.HungUp.class, SOON);
        assertThat(ear.of(call)).doesNotHaveAnyElementsOfTypes(CallEvent.NotPlaced.class);
    }

    @Test
    void a_second_dialer_that_reuses_a_live_id_places_nothing_and_ends_nothing() {
        AttemptId call = dial("0", "0");
        ear.await(call, CallEvent.Answered.class, SOON);
        Ear other = new Ear();
        try (AsteriskTelephone second = connected(asterisk.config("t1"), other)) {
            second.hangUp(call);
            ear.await(call, CallEvent.HungUp.class, SOON);
            other.await(call, CallEvent.HungUp.class, SOON);
        }
        assertThat(invitesOf(number(call, "0"))).isEqualTo(1);
    }

    @Test
    void places_nothing_from_a_dead_permit() {
        AttemptId call = new AttemptId(NUMBERS.incrementAndGet());
        PhoneNumber number = number(call, "0");
        telephone.originate(
                TestAttempts.granted(call, number, 5, Instant.now().minusSeconds(2)),
                new Dialing(SHOWN, 5, false));
        assertThat(ear.await(call, CallEvent.NotPlaced.class, SOON).reason())
                .isEqualTo("PERMIT_EXPIRED");
        assertThat(invitesOf(number)).isZero();
    }

    @Test
    void counts_a_call_of_which_the_switch_says_only_that_it_failed() {
        AsteriskConfig known = asterisk.config("t2");
        AsteriskConfig misspelt =
                new AsteriskConfig(
                        known.host(),
                        known.port(),
                        known.user(),
                        known.secret(),
                        List.of(new Trunk("misspelt", 1, 1, true)),
                        known.recordings(),
                        known.mark());
        AttemptId call = new AttemptId(NUMBERS.incrementAndGet());
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
        AttemptId call = dial("2", "0");
        telephone.hangUp(call);
        ear.await(call, CallEvent.HungUp.class, Duration.ofSeconds(3));
    }

    @Test
    void says_that_a_phone_is_not_there() {
        telephone.callLine(new AgentLine(new AgentId(1), "2999", AgentLine.Kind.BROWSER));
        ear.awaitLine("2999", LineEvent.LineDown.class, 1, SOON);
    }

    @Test
    void finds_calls_and_lines_where_they_are_after_a_restart_of_the_dialer() {
        AgentLine line = line(5);
        bringUp(line);
        AttemptId talking = talking(line);
        AttemptId ringing = dial("2", "0");
        ear.await(ringing, CallEvent.Rang.class, SOON);
        AttemptId held = dial("0", "0");
        ear.await(held, CallEvent.Answered.class, SOON);
        telephone.hold(held);
        ear.await(held, CallEvent.Held.class, SOON);
        Ear other = new Ear();
        try (AsteriskTelephone second = connected(asterisk.config("t1"), other)) {
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
        ear.await(held, CallEvent.HungUp.class, SOON);
    }

    @Test
    void leaves_a_record_of_each_call_to_reconcile_with() {
        AttemptId busy = dial("3", "0");
        ear.await(busy, CallEvent.HungUp.class, SOON);
        AttemptId answered = dial("0", "0");
        ear.await(answered, CallEvent.Answered.class, SOON);
        telephone.hangUp(answered);
        ear.await(answered, CallEvent.HungUp.class, SOON);
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() ->
                        assertThat(answersInRecords())
                                .containsEntry(busy.value(), false)
                                .containsEntry(answered.value(), true));
    }

    /// Attempts in Asterisk's call records, and whether they were answered.
    private static Map<Long, Boolean> answersInRecords() throws IOException {
        return CallRecordFile.asterisk(asterisk.callRecords(), "t1").stream()
                .filter(record -> record.attempt().isPresent())
                .collect(
                        Collectors.toMap(
                                record -> record.attempt().orElseThrow(),
                                CallRecord::answered,
                                Boolean::logicalOr));
    }

    private static AttemptId dial(String lastDigits, String screening) {
        AttemptId call = new AttemptId(NUMBERS.incrementAndGet());
        telephone.originate(
                TestAttempts.granted(call, number(call, lastDigits), 3, Instant.now()),
                new Dialing(SHOWN, 3, screening.equals("1")));
        return call;
    }

    private static AttemptId talking(AgentLine line) {
        AttemptId call = dial("0", "0");
        ear.await(call, CallEvent.Answered.class, SOON);
        telephone.connect(call, line);
        ear.await(call, CallEvent.Joined.class, SOON);
        return call;
    }

    private static void bringUp(AgentLine line) {
        telephone.callLine(line);
        ear.awaitLine(line.number(), LineEvent.LineUp.class, 1, SOON);
    }

    private static AgentLine line(int number) {
        return new AgentLine(
                new AgentId(number), RealAsterisk.deskLine(number), AgentLine.Kind.DESK);
    }

    /// `+1 212 0XX XXXX`, which nobody can have, different for each call.
    private static PhoneNumber number(AttemptId call, String lastDigits) {
        String serial = "%06d".formatted(call.value());
        return new PhoneNumber("+12120" + serial.substring(lastDigits.length()) + lastDigits);
    }

    private static long invitesOf(PhoneNumber number) {
        return carrier.invites().stream()
                .filter(invite -> invite.number().equals(number.e164()))
                .count();
    }
}
