package org.rightparty.dialer.asterisk;

import java.util.regex.Pattern;

/// A way out of Asterisk to a carrier: a PJSIP endpoint with limits that protect both sides.
///
/// @param name the PJSIP endpoint
/// @param channelsMax calls at one time, as the carrier allows
/// @param callsPerSecondMax calls begun in any one second, as the carrier allows
/// @param loopback leads to no telephone network, only to simulated consumers on this machine
public record Trunk(String name, int channelsMax, int callsPerSecondMax, boolean loopback) {
    /// What a trunk may be called.
    public static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");

    public Trunk {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a trunk's name is letters, digits, - and _");
        }
        if (channelsMax < 1 || callsPerSecondMax < 1) {
            throw new IllegalArgumentException("trunk " + name + " needs limits of at least 1");
        }
    }
}
