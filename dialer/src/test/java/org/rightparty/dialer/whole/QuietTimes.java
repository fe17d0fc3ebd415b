package org.rightparty.dialer.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rightparty.dialer.whole.FloorChecks.DONE_WITHIN;

import org.rightparty.dialer.asterisk.real.SippCarrier;
import org.rightparty.dialer.asterisk.real.SippCarrier.Ended;
import org.rightparty.dialer.asterisk.real.SippCarrier.Invite;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// When nothing was being killed. What the carrier saw begin and end in one of these times, the
/// program must have seen in the same way.
final class QuietTimes {
    /// From the carrier's end of a call until it is written, on a busy machine too.
    private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(5);

    private final SippCarrier carrier;
    private final List<Quiet> over = new ArrayList<>();
    private Instant since = Instant.EPOCH;

    QuietTimes(SippCarrier carrier) {
        this.carrier = carrier;
    }

    private record Quiet(Instant from, Instant until) {
        List<Invite> calls(SippCarrier carrier) {
            return carrier.ended().stream().filter(this::has).map(Ended::invite).toList();
        }

        private boolean has(Ended call) {
            return call.invite().at().isAfter(from)
                    && call.at().plus(WRITTEN_WITHIN).isBefore(until);
        }
    }

    /// Waits until calls have come and gone undisturbed since the last kill: else there is nothing
    /// to compare.
    void awaitCalls() {
        await("calls that no kill disturbed")
                .atMost(DONE_WITHIN)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> !new Quiet(since, Instant.now()).calls(carrier).isEmpty());
    }

    /// @param kill returns when what it killed is there again
    void interrupt(Runnable kill) {
        over.add(new Quiet(since, Instant.now()));
        kill.run();
        since = Instant.now();
    }

    /// When the last kill was over.
    Instant since() {
        return since;
    }

    /// Calls that nothing disturbed, of which each of these times has some. To be asked when all
    /// is settled.
    Stream<Invite> calls() {
        Stream<Quiet> all = Stream.concat(over.stream(), Stream.of(new Quiet(since, Instant.MAX)));
        return all.flatMap(quiet -> {
            List<Invite> calls = quiet.calls(carrier);
            assertThat(calls).as("calls in %s", quiet).isNotEmpty();
            return calls.stream();
        });
    }
}
