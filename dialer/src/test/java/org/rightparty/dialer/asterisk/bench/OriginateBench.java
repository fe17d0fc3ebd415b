package org.rightparty.dialer.asterisk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.HdrHistogram.Histogram;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rightparty.compliance.gate.TestAttempts;
import org.rightparty.dialer.asterisk.AsteriskTelephone;
import org.rightparty.dialer.asterisk.real.RealAsterisk;
import org.rightparty.dialer.asterisk.real.SippCarrier;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.call.LineEvent;
import org.rightparty.dialer.call.Telephone.Dialing;
import org.rightparty.dialer.call.Telephone.Listener;
import org.rightparty.dialer.call.Telephone.LiveCall;
import org.rightparty.dialer.call.Telephone.LiveLine;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// How many calls a second go through the manager interface of a real Asterisk, signalling only:
/// every number is busy. Carrier, switch and dialer share this machine's cores.
@Tag("bench")
class OriginateBench {
    private static final PhoneNumber SHOWN = new PhoneNumber("+12125550100");
    private static final int SECONDS = 10;
    private static final long NANOS = TimeUnit.SECONDS.toNanos(1);

    private final AtomicLong ids = new AtomicLong();
    private final Map<AttemptId, Long> ordered = new ConcurrentHashMap<>();
    private final Histogram latency = new Histogram(NANOS * 60, 3);
    private final AtomicLong ended = new AtomicLong();
    private final AtomicLong notPlaced = new AtomicLong();

    @Test
    void prints_originates_per_second() {
        try (SippCarrier carrier = SippCarrier.start();
                RealAsterisk asterisk = RealAsterisk.start("bench", carrier, Map.of());
                AsteriskTelephone telephone =
                        new AsteriskTelephone(
                                asterisk.config("bench"),
                                new Stopwatch(),
                                InstantSource.system(),
                                System::nanoTime)) {
            telephone.start();
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> connected);
            run(telephone, 20, SECONDS / 2);
            System.out.println(
                    "| asked/s | ended | not placed | ended/s | to end p50 ms | p99 ms |");
            System.out.println(
                    "|--------:|------:|-----------:|--------:|--------------:|-------:|");
            for (int rate : List.of(30, 60, 100, 150)) {
                System.out.println(run(telephone, rate, SECONDS));
            }
            assertThat(carrier.invites()).hasSize((int) (ids.get() - notPlaced.get()));
        }
    }

    private volatile boolean connected;

    private String run(AsteriskTelephone telephone, int rate, int seconds) {
        latency.reset();
        long endedBefore = ended.get();
        long notPlacedBefore = notPlaced.get();
        long start = System.nanoTime();
        int calls = rate * seconds;
        for (int i = 0; i < calls; i++) {
            LockSupport.parkNanos(start + i * NANOS / rate - System.nanoTime());
            originate(telephone);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(() ->
                        ended.get() - endedBefore + notPlaced.get() - notPlacedBefore == calls);
        double took = (System.nanoTime() - start) / (double) NANOS;
        return "| %7d | %5d | %10d | %7.1f | %13.1f | %6.1f |"
                .formatted(
                        rate,
                        ended.get() - endedBefore,
                        notPlaced.get() - notPlacedBefore,
                        (ended.get() - endedBefore) / took,
                        latency.getValueAtPercentile(50) / 1e6,
                        latency.getValueAtPercentile(99) / 1e6);
    }

    private void originate(AsteriskTelephone telephone) {
        AttemptId call = new AttemptId(ids.incrementAndGet());
        PhoneNumber busy = new PhoneNumber("+12120%05d3".formatted(call.value()));
        ordered.put(call, System.nanoTime());
        telephone.originate(
                TestAttempts.granted(call, busy, 10, Instant.now()), new Dialing(SHOWN, 10, false));
    }

    /// On the telephone's one thread.
    private final class Stopwatch implements Listener {
        @Override
        public void call(CallEvent event) {
            if (event instanceof CallEvent.HungUp) {
                Long began = ordered.remove(event.call());
                if (began != null) {
                    latency.recordValue(System.nanoTime() - began);
                    ended.incrementAndGet();
                }
            } else if (event instanceof CallEvent.NotPlaced) {
                notPlaced.incrementAndGet();
            }
        }

        @Override
        public void line(LineEvent event) {}

        @Override
        public void link(boolean up, Instant at) {
            connected = up;
        }

        @Override
        public void resynchronised(List<LiveCall> calls, List<LiveLine> lines, Instant at) {}
    }
}
