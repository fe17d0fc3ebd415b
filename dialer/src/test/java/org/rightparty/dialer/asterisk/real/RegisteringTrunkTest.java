package org.rightparty.dialer.asterisk.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rightparty.dialer.asterisk.real.Switchroom.SHOWN;
import static org.rightparty.dialer.asterisk.real.Switchroom.SOON;
import static org.rightparty.dialer.asterisk.real.Switchroom.connected;
import static org.rightparty.dialer.asterisk.real.Switchroom.number;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rightparty.compliance.gate.TestAttempts;
import org.rightparty.dialer.asterisk.AsteriskTelephone;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.call.Telephone.Dialing;
import org.rightparty.vocabulary.AttemptId;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// A carrier that wants a registration and a password, played by SIPp, as the README says to.
@Tag("real")
class RegisteringTrunkTest {
    private static final Path README = Path.of("../README.md");
    private static final Duration REGISTERED_WITHIN = Duration.ofSeconds(15);
    private static final int NUMBER_BUSY = 17;

    @Test
    void a_trunk_registers_and_proves_itself_as_the_readme_says() throws IOException {
        try (SippCarrier carrier = SippCarrier.asking();
                RealAsterisk asterisk = RealAsterisk.start("registers", carrier, Map.of());
                AsteriskTelephone telephone = connected(asterisk.config("registers"), ear)) {
            assertThat(causeOfCall(telephone, 1)).isNotEqualTo(NUMBER_BUSY);

            asterisk.add("pjsip_local.conf", ofReadme(carrier));
            asterisk.reload();
            await("the registration")
                    .atMost(REGISTERED_WITHIN)
                    .until(() ->
                            asterisk.console("pjsip show registrations").contains("Registered"));
            assertThat(causeOfCall(telephone, 2)).isEqualTo(NUMBER_BUSY);
        }
    }

    private final Ear ear = new Ear();

    /// Whoever has not proved who they are is refused; whoever has finds the number busy.
    private int causeOfCall(AsteriskTelephone telephone, long attempt) {
        AttemptId call = new AttemptId(attempt);
        telephone.originate(
                TestAttempts.granted(call, number(call, "0"), 5, Instant.now()),
                new Dialing(SHOWN, 5, false));
        return ear.await(call, CallEvent.HungUp.class, SOON).cause();
    }

    /// The example, for this carrier.
    private static String ofReadme(SippCarrier carrier) throws IOException {
        String text = Files.readString(README);
        int from = text.indexOf("[carrier-a](+type=endpoint)");
        assertThat(from).isPositive();
        return text.substring(from, text.indexOf("```", from))
                .replace("carrier-a", "practice")
                .replace("sip.carrier.example", "127.0.0.1:" + carrier.consumersPort());
    }
}
