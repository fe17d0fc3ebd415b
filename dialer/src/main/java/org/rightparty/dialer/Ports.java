package org.rightparty.dialer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Looks whether the console's port is free before anything slow is started.
final class Ports {
    private Ports() {}

    /// @throws DialerConfig.BadSetting when it is taken
    static void check(DialerConfig.Http http) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(http.host()), http.port()));
        } catch (IOException taken) {
            throw new DialerConfig.BadSetting(
                    "http.port",
                    "cannot listen on "
                            + http.host()
                            + ":"
                            + http.port()
                            + " ("
                            + taken.getMessage()
                            + "); choose another with --port");
        }
    }
}
