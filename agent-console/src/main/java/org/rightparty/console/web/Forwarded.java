package org.rightparty.console.web;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a request came from when proxies stand before us.
///
/// Each proxy adds the address that it heard to the end of `X-Forwarded-For`; what stands before
/// the entries of trusted proxies may be anybody's invention. So the header is read from its end,
/// as far as each next address was named by a proxy that the house trusts.
public final class Forwarded {
    private static final Pattern WITH_PORT =
            Pattern.compile("\\[(?<six>[^\\]]+)](?::[0-9]+)?|(?<four>[0-9.]+)(?::[0-9]+)?");

    private Forwarded() {}

    /// The nearest address that is not a trusted proxy's.
    ///
    /// @param peer the other end of the connection
    /// @param headers the values of `X-Forwarded-For`, in their order
    /// @param proxies as [#literal] writes them
    static String client(String peer, List<String> headers, Set<String> proxies) {
        String client = literal(peer).orElse(peer);
        String[] entries = String.join(",", headers).split(",", -1);
        for (int i = entries.length - 1; i >= 0 && proxies.contains(client); i--) {
            Optional<String> next = literal(entries[i].strip());
            if (next.isEmpty()) {
                return client;
            }
            client = next.get();
        }
        return client;
    }

    /// The one way in which we write an IP address, its port left out; empty for anything else.
    public static Optional<String> literal(String written) {
        Matcher matcher = WITH_PORT.matcher(written);
        String bare = written;
        if (matcher.matches()) {
            bare = matcher.group("six") == null ? matcher.group("four") : matcher.group("six");
        }
        try {
            return Optional.of(InetAddress.ofLiteral(bare).getHostAddress());
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
