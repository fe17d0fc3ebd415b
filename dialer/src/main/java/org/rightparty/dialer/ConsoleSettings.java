package org.rightparty.dialer;

import org.rightparty.console.web.ConsoleConfig;

import java.time.Duration;
import java.util.Set;

/// How the settings have the console served.
final class ConsoleSettings {
    private static final int EVENT_LOOPS = 2;
    private static final Duration SESSION_IDLE = Duration.ofHours(1);
    private static final Duration SESSION_LENGTH = Duration.ofHours(12);

    private ConsoleSettings() {}

    static ConsoleConfig of(DialerConfig config) {
        DialerConfig.Http http = config.http();
        boolean https = http.origin().filter(o -> o.startsWith("https:")).isPresent();
        return new ConsoleConfig(
                http.host(),
                http.port(),
                https,
                http.origin().map(Set::of).orElse(Set.of()),
                http.proxies(),
                http.metricsFrom(),
                EVENT_LOOPS,
                SESSION_IDLE,
                SESSION_LENGTH,
                Switch.asPagesSeeIt(config.phone()),
                config.directory().resolve("uploads"));
    }
}
