package org.rightparty.dialer;

import org.rightparty.compliance.postgres.PostgresRecordings;
import org.rightparty.console.web.ConsoleConfig;
import org.rightparty.dialer.asterisk.AsteriskConfig;
import org.rightparty.dialer.asterisk.AsteriskTelephone;
import org.rightparty.dialer.asterisk.Trunk;
import org.rightparty.dialer.call.Telephone;
import org.rightparty.dialer.practice.LiveTimeline;
import org.rightparty.dialer.practice.PracticeCarrier;
import org.rightparty.dialer.practice.PracticeConfig;
import org.rightparty.vocabulary.AttemptId;

import java.util.List;
import java.util.Optional;

/// The telephone system that the settings choose: a real Asterisk, or the practice carrier. Either
/// way the same client speaks to it.
final class Switch implements AutoCloseable {
    private static final String PRACTICE_USER = "practice";
    private static final String PRACTICE_SECRET = "practice-on-loopback";

    private final AsteriskConfig config;
    private final String description;
    private final AutoCloseable carrier;
    private volatile Optional<AsteriskTelephone> client = Optional.empty();

    private Switch(AsteriskConfig config, String description, AutoCloseable carrier) {
        this.config = config;
        this.description = description;
        this.carrier = carrier;
    }

    /// @param mark of this installation's calls
    static Switch open(DialerConfig.Phone phone, String mark) {
        return switch (phone) {
            case DialerConfig.Practice practice -> practice(practice, mark);
            case DialerConfig.Asterisk asterisk ->
                    new Switch(
                            new AsteriskConfig(
                                    asterisk.host(),
                                    asterisk.port(),
                                    asterisk.user(),
                                    asterisk.secret(),
                                    trunks(asterisk.trunks()),
                                    asterisk.recordings(),
                                    mark),
                            "Asterisk at " + asterisk.host() + ":" + asterisk.port(),
                            () -> {});
        };
    }

    private static Switch practice(DialerConfig.Practice practice, String mark) {
        LiveTimeline timeline = new LiveTimeline(Clocks.WALL, practice.speed());
        PracticeConfig behaviour =
                PracticeConfig.standard(PRACTICE_USER, PRACTICE_SECRET, practice.seed())
                        .withSpeed(practice.speed());
        PracticeCarrier carrier = PracticeCarrier.start(behaviour, timeline);
        AsteriskConfig config =
                new AsteriskConfig(
                        "127.0.0.1",
                        carrier.port(),
                        PRACTICE_USER,
                        PRACTICE_SECRET,
                        trunks(practice.trunks()),
                        PostgresRecordings.UNWRITTEN,
                        mark);
        return new Switch(
                config,
                "practice carrier, simulated consumers",
                () -> {
                    carrier.close();
                    timeline.close();
                });
    }

    private static List<Trunk> trunks(List<DialerConfig.TrunkLine> lines) {
        return lines.stream()
                .map(l -> new Trunk(l.name(), l.channels(), l.callsPerSecond(), l.loopback()))
                .toList();
    }

    /// The client; it connects when it is started.
    AsteriskTelephone telephone(Telephone.Listener listener) {
        AsteriskTelephone telephone =
                new AsteriskTelephone(config, listener, Clocks.WALL, Clocks.NANOS);
        client = Optional.of(telephone);
        return telephone;
    }

    /// The trunk by which a call left; empty when it is not known.
    String trunkOf(AttemptId call) {
        return client.flatMap(telephone -> telephone.trunkOf(call)).orElse("");
    }

    /// Calls at once over all trunks.
    int channels() {
        return config.trunks().stream().mapToInt(Trunk::channelsMax).sum();
    }

    String description() {
        return description;
    }

    /// What to look at while it is away.
    String advice() {
        return description
                + "; check that it runs and lets us in (host, port, user and secret under"
                + " telephone, permit in its manager.conf); it is tried again each second";
    }

    /// How the console tells pages to connect their lines.
    static ConsoleConfig.Telephone asPagesSeeIt(DialerConfig.Phone phone) {
        return switch (phone) {
            case DialerConfig.Practice _ -> new ConsoleConfig.Telephone.Practice();
            case DialerConfig.Asterisk asterisk ->
                    new ConsoleConfig.Telephone.Asterisk(
                            asterisk.host(), asterisk.webSocket(), List.of());
        };
    }

    @Override
    public void close() {
        try {
            client.ifPresent(AsteriskTelephone::close);
            carrier.close();
        } catch (Exception failed) {
            throw new IllegalStateException("the telephone system did not close", failed);
        }
    }
}
