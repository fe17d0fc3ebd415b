package org.rightparty.console.web;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// How the console is served.
///
/// @param host address to listen on; loopback unless the house says otherwise
/// @param port 0 for any free one
/// @param https whether browsers reach it by HTTPS (through a proxy): cookies are then `Secure`
/// @param origins further origins that pages may come from, such as `https://console.example.org`;
///     the server's own is always allowed
/// @param proxies addresses, as [Forwarded#literal] writes them, whose `X-Forwarded-For` is
///     believed
/// @param metricsFrom where `/metrics` may be read from without a log-in, besides this machine
/// @param eventLoops threads that serve sockets
/// @param sessionIdle a log-in that was not used for so long ends
/// @param sessionLength a log-in ends after this in any case
/// @param telephone how agents' lines are connected
/// @param uploads where files that are sent lie until their request is answered; ours alone
public record ConsoleConfig(
        String host,
        int port,
        boolean https,
        Set<String> origins,
        Set<String> proxies,
        Networks metricsFrom,
        int eventLoops,
        Duration sessionIdle,
        Duration sessionLength,
        Telephone telephone,
        Path uploads) {
    public ConsoleConfig {
        origins = Set.copyOf(origins);
        proxies = Set.copyOf(proxies);
    }

    /// How agents' lines are connected.
    public sealed interface Telephone {
        /// No telephone: the practice carrier answers in the agents' place.
        record Practice() implements Telephone {}

        /// An Asterisk.
        ///
        /// @param domain what stands behind the `@` of SIP addresses
        /// @param webSocketUrl where softphones in the page register
        /// @param iceHosts STUN and TURN servers, `stun:host:3478`
        record Asterisk(String domain, String webSocketUrl, List<String> iceHosts)
                implements Telephone {
            public Asterisk {
                iceHosts = List.copyOf(iceHosts);
            }
        }
    }

    /// Loopback, practice carrier, sessions of a shift.
    public static ConsoleConfig onLoopback(int port, Path uploads) {
        return new ConsoleConfig(
                "127.0.0.1",
                port,
                false,
                Set.of(),
                Set.of(),
                Networks.NONE,
                2,
                Duration.ofHours(1),
                Duration.ofHours(12),
                new Telephone.Practice(),
                uploads);
    }
}
