package org.rightparty.dialer;

import org.rightparty.console.web.Forwarded;
import org.rightparty.console.web.Networks;
import org.rightparty.dialer.DialerConfig.Http;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// Reads where the console listens and whom it believes.
final class HttpSettings {
    private static final int PORT_MAX = 65_535;

    private HttpSettings() {}

    static Http read(Settings all) {
        String origin =
                all.text(
                        "http.origin",
                        "|https?://[^/\\s]+",
                        "write it as https://calls.example, without a path");
        return new Http(
                all.text("http.host", "\\S+", "name an address of this machine"),
                all.whole("http.port", 0, PORT_MAX),
                Optional.of(origin).filter(value -> !value.isEmpty()),
                proxies(all),
                networks(all, "http.metrics-from"));
    }

    private static Networks networks(Settings all, String key) {
        try {
            return Networks.read(all.text(key));
        } catch (IllegalArgumentException wrong) {
            throw all.bad(key, wrong.getMessage() + "; write it as 10.1.2.0/24");
        }
    }

    private static Set<String> proxies(Settings all) {
        Set<String> proxies = new LinkedHashSet<>();
        for (String address : all.text("http.proxies").split("[,\\s]+", -1)) {
            if (!address.isEmpty() && Forwarded.literal(address).isEmpty()) {
                throw all.bad("http.proxies", "'" + address + "' is not an IP address");
            }
            Forwarded.literal(address).ifPresent(proxies::add);
        }
        return proxies;
    }
}
