package org.rightparty.dialer.asterisk.real;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rightparty.compliance.gate.TestAttempts;
import org.rightparty.dialer.asterisk.AsteriskTelephone;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.call.LineEvent;
import org.rightparty.dialer.call.Telephone.AgentLine;
import org.rightparty.dialer.call.Telephone.Dialing;
import org.rightparty.dialer.call.Telephone.LiveCall;
import org.rightparty.dialer.call.Telephone.LiveLine;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.PhoneNumber;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// What happens to talking calls when the link or the switch itself breaks.
@Tag("real")
class LinkLossTest {
    private static final Duration SOON = Duration.ofSeconds(8);

    /// A second, and a little for a question that was on its way when the switch froze.
    private static final Duration BELIEVED = Duration.ofMillis(1_500);

    private static final AgentLine LINE =
            new AgentLine(new AgentId(1), RealAsterisk.deskLine(1), AgentLine.Kind.DESK);
    private static final PhoneNumber NUMBER = new PhoneNumber("+12120550010");
    private static final PhoneNumber SHOWN = new PhoneNumber("+12125550100");

    private final Ear ear = new Ear();

    @Test
    void finds_the_talking_call_after_the_wire_was_cut_and_nothing_after_the_switch_was_killed()
            throws IOException {
        try (SippCarrier carrier = SippCarrier.start();
                RealAsterisk asterisk = RealAsterisk.start("loss", carrier, Map.of());
                CutWire wire = new CutWire(asterisk.amiPort());
                AsteriskTelephone telephone =
                        new AsteriskTelephone(
                                asterisk.config("loss", wire.port()),
                                ear,
                                InstantSource.system(),
                                System::nanoTime)) {
            telephone.start();
            ear.awaitLinks(true);
            AttemptId call = talking(telephone);

            wire.cut();
            ear.awaitLinks(true, false, true);
            assertThat(ear.awaitFound(2))
                    .isEqualTo(
                            new Ear.Found(
                                    List.of(
                                            new LiveCall(
                                                    call, new LiveCall.Place.Room(LINE.number()))),
                                    List.of(new LiveLine(LINE.number()))));

            asterisk.kill();
            ear.awaitLinks(true, false, true, false);
            refuses(telephone, new AttemptId(2));
            asterisk.start();
            ear.awaitLinks(true, false, true, false, true);
            assertThat(ear.awaitFound(3)).isEqualTo(new Ear.Found(List.of(), List.of()));
            assertThat(ear.of(call)).doesNotHaveAnyElementsOfTypes(CallEvent.HungUp.class);
        }
    }

    /// Longer than the link bears silence: the connection is given up, made anew, and all that is
    /// up is asked for.
    @Test
    void a_frozen_switch_gets_no_calls_within_a_second_and_keeps_its_talk_when_it_thaws() {
        try (Switchroom room = new Switchroom("frozen")) {
            AgentLine line = Switchroom.line(1);
            room.bringUp(line);
            AttemptId call = room.talking(line);
            assertThat(room.telephone.room()).isPositive();

            room.asterisk.freeze();
            Awaitility.await("no room for calls")
                    .atMost(BELIEVED)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> room.telephone.room() == 0);
            room.ear.awaitLinks(true, false);
            AttemptId refused = room.dial("0");
            assertThat(room.ear.await(refused, CallEvent.NotPlaced.class, SOON).reason())
                    .isEqualTo("LINK_DOWN");
            room.asterisk.thaw();
            room.ear.awaitLinks(true, false, true);

            assertThat(room.ear.awaitFound(2))
                    .isEqualTo(
                            new Ear.Found(
                                    List.of(
                                            new LiveCall(
                                                    call, new LiveCall.Place.Room(line.number()))),
                                    List.of(new LiveLine(line.number()))));
            assertThat(room.carrier.invites()).hasSize(1);
            Awaitility.await("room for calls").atMost(SOON).until(() -> room.telephone.room() > 0);
        }
    }

    private AttemptId talking(AsteriskTelephone telephone) {
        AttemptId call = new AttemptId(1);
        telephone.callLine(LINE);
        ear.awaitLine(LINE.number(), LineEvent.LineUp.class, 1, SOON);
        telephone.originate(
                TestAttempts.granted(call, NUMBER, 5, Instant.now()), new Dialing(SHOWN, 5, false));
        ear.await(call, CallEvent.Answered.class, SOON);
        telephone.connect(call, LINE);
        ear.await(call, CallEvent.Joined.class, SOON);
        return call;
    }

    /// Without a link nothing is dialed, nor kept to be dialed later.
    private void refuses(AsteriskTelephone telephone, AttemptId call) {
        telephone.originate(
                TestAttempts.granted(call, NUMBER, 5, Instant.now()), new Dialing(SHOWN, 5, false));
        assertThat(ear.await(call, CallEvent.NotPlaced.class, SOON).reason())
                .isEqualTo("LINK_DOWN");
    }
}
