package org.rightparty.dialer.asterisk;

import java.util.List;
import java.util.regex.Pattern;

/// How to reach one Asterisk, and by which names it and we know things.
///
/// @param host where its manager interface listens; loopback, or a network that only we are on
/// @param port of the manager interface
/// @param user the manager user, with the rights of our `manager.conf`
/// @param secret its password; never printed
/// @param trunks the ways out, at least one
/// @param recordings the directory for recordings, as Asterisk sees it; absolute
/// @param mark tells this installation's calls from those of others on the same Asterisk
public record AsteriskConfig(
        String host,
        int port,
        String user,
        String secret,
        List<Trunk> trunks,
        String recordings,
        String mark) {
    private static final Pattern MARK = Pattern.compile("[A-Za-z0-9]{1,16}");
    private static final Pattern DIRECTORY = Pattern.compile("(/[A-Za-z0-9._-]+)+");

    public AsteriskConfig {
        trunks = List.copyOf(trunks);
        if (trunks.isEmpty()) {
            throw new IllegalArgumentException("at least one trunk is needed");
        }
        if (trunks.stream().map(Trunk::name).distinct().count() != trunks.size()) {
            throw new IllegalArgumentException("two trunks have one name");
        }
        if (!MARK.matcher(mark).matches()) {
            throw new IllegalArgumentException("the mark is 1 to 16 letters and digits: " + mark);
        }
        if (!DIRECTORY.matcher(recordings).matches()) {
            throw new IllegalArgumentException("not an absolute plain path: " + recordings);
        }
    }

    @Override
    public String toString() {
        return user + "@" + host + ":" + port;
    }
}
