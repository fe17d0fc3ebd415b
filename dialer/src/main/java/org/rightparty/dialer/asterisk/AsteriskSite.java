package org.rightparty.dialer.asterisk;

import org.rightparty.dialer.call.Telephone.AgentLine;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What differs between one Asterisk and the next; all else is the same in each.
///
/// @param paths where it finds and keeps things
/// @param systemName prefixes the ids it makes up itself; letters and digits
/// @param address where it listens for SIP and WebSockets
/// @param ports of SIP (UDP), the manager interface (TCP), WebSockets (TCP), and sound (UDP)
/// @param manager who may order what by the manager interface
/// @param tls of WebSockets, for pages that do not come from the Asterisk host itself
/// @param translation of addresses between Asterisk and carriers and browsers
public record AsteriskSite(
        Paths paths,
        String systemName,
        String address,
        Ports ports,
        Manager manager,
        List<Carrier> carriers,
        List<Phone> phones,
        Optional<Tls> tls,
        Optional<Translation> translation) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]{1,16}");

    /// What may stand as a secret in a configuration file.
    public static final Pattern SECRET = Pattern.compile("[A-Za-z0-9._~-]{8,128}");

    /// An address with the number of bits that count.
    public static final Pattern NETWORK = Pattern.compile("[0-9A-Fa-f.:]{2,45}/[0-9]{1,3}");

    private static final Pattern USER = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern BIND = Pattern.compile("[0-9A-Fa-f.:]{2,45}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}");

    public AsteriskSite {
        carriers = List.copyOf(carriers);
        phones = List.copyOf(phones);
        check(NAME, systemName, "system name");
        check(HOST, address, "address");
    }

    /// @param lib databases and keys
    /// @param sounds the message and the music
    /// @param modules Asterisk's own
    public record Paths(
            String etc,
            String lib,
            String spool,
            String run,
            String log,
            String sounds,
            String modules) {
        public static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._-]+)+");

        public Paths {
            List.of(etc, lib, spool, run, log, sounds, modules)
                    .forEach(path -> check(PATH, path, "absolute path"));
        }

        /// Those of Debian's package.
        public static Paths debian() {
            return new Paths(
                    "/etc/asterisk",
                    "/var/lib/asterisk",
                    "/var/spool/asterisk",
                    "/var/run/asterisk",
                    "/var/log/asterisk",
                    "/etc/asterisk/sounds",
                    "/usr/lib/x86_64-linux-gnu/asterisk/modules");
        }

        /// All under one directory, so that several can stand side by side.
        public static Paths under(String root, String modules) {
            return new Paths(
                    root + "/etc",
                    root + "/lib",
                    root + "/spool",
                    root + "/run",
                    root + "/log",
                    root + "/etc/sounds",
                    modules);
        }

        /// Where recordings go.
        public String recordings() {
            return spool + "/monitor";
        }
    }

    /// The manager interface, through which we order. Who can speak there can place calls.
    ///
    /// @param bind the address it listens on
    /// @param permits networks that may log in, as `10.1.2.0/24`; nobody else may
    public record Manager(String user, String secret, String bind, List<String> permits) {
        public Manager {
            permits = List.copyOf(permits);
            check(USER, user, "manager user");
            check(SECRET, secret, "manager secret");
            check(BIND, bind, "manager address");
            permits.forEach(network -> check(NETWORK, network, "network"));
        }

        /// For a program on the same machine.
        public static Manager onLoopback(String secret) {
            return new Manager("rightparty", secret, "127.0.0.1", List.of("127.0.0.1/32"));
        }

        @Override
        public String toString() {
            return user + "@" + bind;
        }
    }

    /// @param rtpFirst the first and
    /// @param rtpLast the last port for sound; two a call and two an agent
    public record Ports(int sip, int ami, int http, int rtpFirst, int rtpLast) {
        public static Ports usual() {
            return of(5038, 10_000, 19_999);
        }

        public static Ports of(int ami, int rtpFirst, int rtpLast) {
            return new Ports(5060, ami, 8088, rtpFirst, rtpLast);
        }
    }

    /// Browsers speak to a softphone's server over TLS alone, unless it is on their own machine.
    ///
    /// @param port of `wss://HOST:PORT/ws`
    /// @param certificate and
    /// @param key PEM files on the Asterisk host, which Asterisk may read
    public record Tls(int port, String certificate, String key) {
        public Tls {
            check(Paths.PATH, certificate, "path of a certificate");
            check(Paths.PATH, key, "path of a key");
        }
    }

    /// Asterisk has one address and is reached by another.
    ///
    /// @param inside its own
    /// @param outside what others are told
    /// @param reach who is told
    public record Translation(String inside, String outside, Reach reach) {
        public enum Reach {
            /// Browsers on this same machine, of an Asterisk on loopback.
            BROWSERS,
            /// Carriers, desk phones and browsers, except the networks that the manager permits.
            EVERYBODY
        }

        public Translation {
            check(HOST, inside, "private address");
            check(HOST, outside, "public address");
        }
    }

    /// The far end of a trunk.
    ///
    /// @param trunk the [Trunk]'s name
    public record Carrier(String trunk, String host, int port) {
        public Carrier {
            check(HOST, host, "host");
        }
    }

    /// An agent's telephone.
    ///
    /// @param secret its SIP password
    /// @param fixedContact `host:port` of a telephone that does not register
    public record Phone(
            String line, AgentLine.Kind kind, String secret, Optional<String> fixedContact) {
        private static final Pattern LINE = Pattern.compile("[0-9]{3,8}");
        private static final Pattern CONTACT = Pattern.compile("[A-Za-z0-9.-]{1,253}:[0-9]{1,5}");

        public Phone {
            check(LINE, line, "line");
            check(SECRET, secret, "secret of line " + line);
            fixedContact.ifPresent(contact -> check(CONTACT, contact, "contact"));
        }

        @Override
        public String toString() {
            return Endpoints.of(kind, line);
        }
    }

    @Override
    public String toString() {
        return systemName + "@" + address + ":" + ports.sip();
    }

    private static void check(Pattern pattern, String value, String what) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "not usable as " + what + " in a configuration file");
        }
    }
}
