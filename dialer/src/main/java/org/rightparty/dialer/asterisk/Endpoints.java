package org.rightparty.dialer.asterisk;

import org.jspecify.annotations.Nullable;
import org.rightparty.dialer.call.Telephone.AgentLine;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How agents' phones are called in `pjsip.conf`: endpoint, contact and user name are all
/// `web2001` for the softphone in the page and `desk2001` for a desk phone.
public final class Endpoints {
    private static final Pattern BROWSER = Pattern.compile("web([0-9]{3,8})");
    private static final Pattern TRUNK_CHANNEL = Pattern.compile("PJSIP/(.+)-[0-9a-f]+");

    private Endpoints() {}

    public static String of(AgentLine.Kind kind, String line) {
        return switch (kind) {
            case BROWSER -> "web" + line;
            case DESK -> "desk" + line;
        };
    }

    /// The line of a softphone's endpoint or contact; empty for anything else.
    static Optional<String> browserLine(@Nullable String endpoint) {
        Matcher matcher = BROWSER.matcher(endpoint == null ? "" : endpoint);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /// The endpoint a channel was made from: `carrier` of `PJSIP/carrier-0000002a`.
    static String ofChannel(String channelName) {
        Matcher matcher = TRUNK_CHANNEL.matcher(channelName);
        return matcher.matches() ? matcher.group(1) : "";
    }
}
