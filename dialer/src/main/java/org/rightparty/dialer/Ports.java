package org.rightparty.dialer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/// Looks whether the console's address is ours and its port free before anything slow is started.
final class Ports {
    private static final String HOST = " with --host";
    private static final String PORT = "; choose another with --port";

    private Ports() {}

    /// @throws DialerConfig.BadSetting when they are not
    static void check(DialerConfig.Http http) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(http.host()), http.port()));
        } catch (UnknownHostException unknown) {
            throw new DialerConfig.BadSetting(
                    "http.host",
                    "there is no address called "
                            + http.host()
                            + "; name one of this machine"
                            + HOST);
        } catch (IOException taken) {
            throw isOurs(http.host())
                    ? new DialerConfig.BadSetting("http.port", cannot(http, taken) + PORT)
                    : new DialerConfig.BadSetting(
                            "http.host",
                            cannot(http, taken) + "; name an address of this machine" + HOST);
        }
    }

    private static String cannot(DialerConfig.Http http, IOException why) {
        return "cannot listen on "
                + http.host()
                + ":"
                + http.port()
                + " ("
                + why.getMessage()
                + ")";
    }

    /// Whether any port of that address can be listened on.
    private static boolean isOurs(String host) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getByName(host), 0));
            return true;
        } catch (IOException notHere) {
            return false;
        }
    }
}
