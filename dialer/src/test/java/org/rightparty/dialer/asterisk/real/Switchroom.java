package org.rightparty.dialer.asterisk.real;

import org.rightparty.compliance.gate.TestAttempts;
import org.rightparty.dialer.asterisk.AsteriskConfig;
import org.rightparty.dialer.asterisk.AsteriskTelephone;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.call.LineEvent;
import org.rightparty.dialer.call.Messages;
import org.rightparty.dialer.call.Telephone.AgentLine;
import org.rightparty.dialer.call.Telephone.Dialing;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// A real Asterisk 22 between SIPp's consumers and desk phones, and the product's telephone on it:
/// what a test needs to place calls and to hear what comes of them.
final class Switchroom implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(8);
    static final PhoneNumber SHOWN = new PhoneNumber("+12125550100");
    private static final int RING_SECONDS = 3;

    final SippCarrier carrier = SippCarrier.start();
    final RealAsterisk asterisk;
    final Ear ear = new Ear();
    final AsteriskTelephone telephone;
    private final AtomicLong calls = new AtomicLong();

    /// @param name lower-case letters, different for each one a test run has at a time; the mark of
    ///     the installation as well
    Switchroom(String name) {
        asterisk = RealAsterisk.start(name, carrier, Map.of());
        telephone = connected(asterisk.config(name), ear);
    }

    static AsteriskTelephone connected(AsteriskConfig config, Ear listener) {
        AsteriskTelephone made =
                new AsteriskTelephone(config, listener, InstantSource.system(), System::nanoTime);
        made.start();
        listener.awaitLinks(true);
        return made;
    }

    /// An attempt that nobody has had.
    AttemptId next() {
        return new AttemptId(calls.incrementAndGet());
    }

    /// Calls somebody who does what the last digits say: see `consumers.xml`.
    AttemptId dial(String lastDigits) {
        return dial(lastDigits, new Dialing(SHOWN, RING_SECONDS, false));
    }

    /// The same, listening for a machine.
    AttemptId screen(String lastDigits) {
        return dial(lastDigits, new Dialing(SHOWN, RING_SECONDS, true));
    }

    AttemptId dial(String lastDigits, boolean screening, Messages messages) {
        return dial(lastDigits, new Dialing(SHOWN, RING_SECONDS, screening, messages));
    }

    private AttemptId dial(String lastDigits, Dialing dialing) {
        AttemptId call = next();
        telephone.originate(
                TestAttempts.granted(call, number(call, lastDigits), RING_SECONDS, Instant.now()),
                dialing);
        return call;
    }

    /// A person who answered and is in the room of this line, which is up.
    AttemptId talking(AgentLine line) {
        return talking(line, "0");
    }

    AttemptId talking(AgentLine line, String lastDigits) {
        AttemptId call = dial(lastDigits);
        ear.await(call, CallEvent.Answered.class, SOON);
        telephone.connect(call, line);
        ear.await(call, CallEvent.Joined.class, SOON);
        return call;
    }

    void bringUp(AgentLine line) {
        telephone.callLine(line);
        ear.awaitLine(line.number(), LineEvent.LineUp.class, 1, SOON);
    }

    static AgentLine line(int number) {
        return new AgentLine(
                new AgentId(number), RealAsterisk.deskLine(number), AgentLine.Kind.DESK);
    }

    /// `+1 212 0XX XXXX`, which nobody can have, different for each call.
    static PhoneNumber number(AttemptId call, String lastDigits) {
        String serial = "%06d".formatted(call.value());
        return new PhoneNumber("+12120" + serial.substring(lastDigits.length()) + lastDigits);
    }

    long invitesOf(PhoneNumber number) {
        return carrier.invites().stream()
                .filter(invite -> invite.number().equals(number.e164()))
                .count();
    }

    @Override
    public void close() {
        telephone.close();
        asterisk.close();
        carrier.close();
    }
}
