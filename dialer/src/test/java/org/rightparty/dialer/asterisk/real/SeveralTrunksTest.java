package org.rightparty.dialer.asterisk.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.dialer.asterisk.real.RealAsterisk.DEAD;
import static org.rightparty.dialer.asterisk.real.RealAsterisk.SECOND;
import static org.rightparty.dialer.asterisk.real.Switchroom.SHOWN;
import static org.rightparty.dialer.asterisk.real.Switchroom.SOON;
import static org.rightparty.dialer.asterisk.real.Switchroom.connected;
import static org.rightparty.dialer.asterisk.real.Switchroom.number;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rightparty.compliance.gate.TestAttempts;
import org.rightparty.dialer.asterisk.AsteriskTelephone;
import org.rightparty.dialer.asterisk.Trunk;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.call.Telephone.Dialing;
import org.rightparty.vocabulary.AttemptId;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/// A real Asterisk 22 between two carriers that SIPp plays, and a third where nobody is.
@Tag("real")
class SeveralTrunksTest {
    private static final String FIRST = "practice";
    private static final int CHANNELS = 2;

    private final SippCarrier carriers = SippCarrier.twice();
    private final RealAsterisk asterisk = RealAsterisk.start("trunks", carriers, Map.of());
    private final Ear ear = new Ear();

    @AfterEach
    void close() {
        asterisk.close();
        carriers.close();
    }

    @Test
    void calls_go_out_by_the_trunks_in_turn_and_none_beyond_their_channels() {
        try (AsteriskTelephone telephone = over(FIRST, SECOND)) {
            List<AttemptId> calls =
                    LongStream.rangeClosed(1, 2 * CHANNELS)
                            .mapToObj(n -> ring(telephone, n))
                            .toList();
            calls.forEach(call -> ear.await(call, CallEvent.Rang.class, SOON));
            AttemptId beyond = ring(telephone, 9);
            assertThat(ear.await(beyond, CallEvent.NotPlaced.class, SOON).reason())
                    .isEqualTo("NO_CHANNEL_FREE");
            assertThat(calls).filteredOn(c -> isOn(telephone, c, FIRST)).hasSize(CHANNELS);
            assertThat(calls).filteredOn(c -> isOn(telephone, c, SECOND)).hasSize(CHANNELS);
            assertThat(carriers.invites()).hasSize(CHANNELS);
            assertThat(carriers.invitesOfSecond()).hasSize(CHANNELS);

            calls.forEach(telephone::hangUp);
            calls.forEach(call -> ear.await(call, CallEvent.HungUp.class, SOON));
            AttemptId again = ring(telephone, 10);
            ear.await(again, CallEvent.Rang.class, SOON);
            telephone.hangUp(again);
            ear.await(again, CallEvent.HungUp.class, SOON);
        }
    }

    @Test
    void calls_go_round_a_trunk_behind_which_nobody_is() {
        try (AsteriskTelephone telephone = over(DEAD, SECOND)) {
            AttemptId lost = ring(telephone, 1);
            ear.await(lost, CallEvent.HungUp.class, SOON);
            assertThat(isOn(telephone, lost, DEAD)).isTrue();
            assertThat(ear.of(lost)).doesNotHaveAnyElementsOfTypes(CallEvent.Rang.class);

            telephone.avoid(Set.of(DEAD));
            List<AttemptId> calls = List.of(ring(telephone, 2), ring(telephone, 3));
            calls.forEach(call -> ear.await(call, CallEvent.Rang.class, SOON));
            assertThat(calls).allMatch(call -> isOn(telephone, call, SECOND));
            assertThat(carriers.invitesOfSecond()).hasSize(calls.size());
            calls.forEach(telephone::hangUp);
            calls.forEach(call -> ear.await(call, CallEvent.HungUp.class, SOON));
        }
    }

    private AsteriskTelephone over(String... trunks) {
        return connected(
                asterisk.over(
                        Arrays.stream(trunks)
                                .map(name -> new Trunk(name, CHANNELS, 200, true))
                                .toList()),
                ear);
    }

    /// Calls somebody whose telephone rings and rings.
    private static AttemptId ring(AsteriskTelephone telephone, long attempt) {
        AttemptId call = new AttemptId(attempt);
        telephone.originate(
                TestAttempts.granted(call, number(call, "2"), 5, Instant.now()),
                new Dialing(SHOWN, 5, false));
        return call;
    }

    private static boolean isOn(AsteriskTelephone telephone, AttemptId call, String trunk) {
        return telephone.trunkOf(call).filter(trunk::equals).isPresent();
    }
}
