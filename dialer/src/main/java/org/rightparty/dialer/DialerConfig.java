package org.rightparty.dialer;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;

import org.rightparty.console.web.Networks;
import org.rightparty.database.DatabaseConfig;
import org.rightparty.dialer.asterisk.AsteriskSite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The settings of one installation, checked. `rightparty.conf` holds every key with its default
/// and the reason for it.
/// @param collector where the house works from: the law of these places reaches every call
/// @param traceBytes for traces of each campaign's decisions; 0 for none
public record DialerConfig(
        Http http,
        Path directory,
        DatabaseConfig database,
        Phone phone,
        Demo demo,
        LedgerSettings ledger,
        Set<String> collector,
        long traceBytes) {
    private static final String ROOT = "rightparty";
    private static final int PORT_MAX = 65_535;
    private static final int TRACE_MEGABYTES_MAX = 1_000_000;

    /// @param origin the address pages come from; empty for localhost at the port
    /// @param proxies addresses whose `X-Forwarded-For` is believed
    /// @param metricsFrom who may read `/metrics` without a log-in
    public record Http(
            String host,
            int port,
            Optional<String> origin,
            Set<String> proxies,
            Networks metricsFrom) {
        public Http {
            proxies = Set.copyOf(proxies);
        }
    }

    /// Which telephone system to use.
    public sealed interface Phone {
        List<TrunkLine> trunks();
    }

    /// The practice carrier.
    public record Practice(long seed, double speed, List<TrunkLine> trunks) implements Phone {
        public Practice {
            trunks = List.copyOf(trunks);
        }
    }

    /// A real Asterisk.
    public record Asterisk(
            String host,
            int port,
            String user,
            String secret,
            String webSocket,
            String recordings,
            AsteriskFilesFor files,
            List<TrunkLine> trunks)
            implements Phone {
        public Asterisk {
            trunks = List.copyOf(trunks);
        }

        @Override
        public String toString() {
            return "Asterisk[" + host + ":" + port + ", user=" + user + "]";
        }
    }

    /// What `asterisk-config` writes for the Asterisk host.
    ///
    /// @param etc where the files will lie there
    /// @param modules where its modules are
    /// @param amiBind where it listens for us
    /// @param amiPermits networks that may log in to the manager interface
    /// @param address where it listens for SIP and WebSockets
    /// @param mode of files with secrets, octal
    public record AsteriskFilesFor(
            String etc,
            String modules,
            String amiBind,
            List<String> amiPermits,
            String address,
            int rtpFirst,
            int rtpLast,
            Optional<AsteriskSite.Tls> tls,
            Optional<Behind> behind,
            String mode) {
        public AsteriskFilesFor {
            amiPermits = List.copyOf(amiPermits);
        }
    }

    /// A translation of addresses.
    ///
    /// @param inside Asterisk's own address
    /// @param outside by which carriers and browsers reach it
    public record Behind(String inside, String outside) {}

    /// @param address host:port of the carrier's SIP
    public record TrunkLine(
            String name, String address, int channels, int callsPerSecond, boolean loopback) {}

    /// @param load whether an empty database gets the demo portfolio
    public record Demo(boolean load) {}

    /// A setting that cannot be used; the message names the place, the key, the value and the mend.
    public static final class BadSetting extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private BadSetting(String message) {
            super(message);
        }

        /// A setting that is right in itself and does not fit this machine.
        public BadSetting(String key, String why) {
            this("setting rightparty." + key + ": " + why);
        }

        /// @param where file and line, or what else gave the value; empty when nothing did
        /// @param key the whole key; empty when it is the file that is wrong
        /// @param value as it was written; empty when there is none
        static BadSetting at(String where, String key, String value, String mend) {
            String place = where.isEmpty() ? "" : where + ": ";
            String what = key.isEmpty() ? "" : "setting " + key;
            String written = value.isEmpty() ? what : what + " = " + value;
            return new BadSetting(place + (written.isEmpty() ? "" : written + ": ") + mend);
        }
    }

    /// Reads the defaults, then `file` when given, then `overrides` (dotted keys without the
    /// prefix).
    ///
    /// @throws BadSetting when a key is unknown or a value cannot be used
    public static DialerConfig read(Optional<Path> file, Map<String, Object> overrides) {
        Config defaults = ConfigFactory.parseResources("rightparty.conf").resolve();
        Config own = file.map(DialerConfig::parse).orElseGet(ConfigFactory::empty);
        Config given = ConfigFactory.empty();
        for (Map.Entry<String, Object> each : overrides.entrySet()) {
            ConfigValue value = ConfigValueFactory.fromAnyRef(each.getValue(), "the command line");
            given = given.withValue(ROOT + "." + each.getKey(), value);
        }
        Config all = resolved(given.withFallback(own).withFallback(defaults));
        refuseUnknown(all, defaults);
        return from(new Settings(all.getConfig(ROOT), ROOT));
    }

    private static Config parse(Path file) {
        if (!Files.isReadable(file)) {
            throw BadSetting.at(
                    file.toString(), "", "", "cannot be read; check the path after --config");
        }
        try {
            ConfigParseOptions strict = ConfigParseOptions.defaults().setAllowMissing(false);
            return ConfigFactory.parseFile(file.toFile(), strict);
        } catch (ConfigException unreadable) {
            throw unreadable(unreadable, "look for a missing quote, comma or brace");
        }
    }

    private static Config resolved(Config all) {
        try {
            return all.resolve();
        } catch (ConfigException unset) {
            throw unreadable(unset, "set it, or write ${?NAME} for what may be missing");
        }
    }

    private static BadSetting unreadable(ConfigException wrong, String mend) {
        String message = String.valueOf(wrong.getMessage());
        String place = wrong.origin() == null ? "" : wrong.origin().description() + ": ";
        String bare = message.startsWith(place) ? message.substring(place.length()) : message;
        return BadSetting.at(Settings.where(wrong.origin()), "", "", plain(bare) + "; " + mend);
    }

    /// The library asks for a parenthesis wherever a file ends too early, most often for want of
    /// a brace.
    private static String plain(String bare) {
        return bare.endsWith("not: end of file")
                ? "the file ends inside a section: a closing } is missing"
                : bare;
    }

    private static void refuseUnknown(Config all, Config defaults) {
        for (Map.Entry<String, ConfigValue> each : all.entrySet()) {
            if (!isKnown(each.getKey(), defaults)) {
                throw BadSetting.at(
                        Settings.where(each.getValue().origin()),
                        each.getKey(),
                        "",
                        mend(each.getKey(), defaults));
            }
        }
    }

    /// The mend of a key that nobody knows.
    private static String mend(String key, Config defaults) {
        return isKnown(ROOT + "." + key, defaults)
                ? "the section around it is missing; write " + ROOT + " { … } around all settings"
                : "there is no such setting; " + neighbours(key, defaults);
    }

    /// Known, or in the place of a section, which `Settings` refuses better.
    private static boolean isKnown(String key, Config defaults) {
        try {
            return defaults.hasPathOrNull(key);
        } catch (ConfigException.WrongType beneathValue) {
            return false;
        }
    }

    /// What there is in the nearest section around it.
    private static String neighbours(String key, Config defaults) {
        String section = key;
        do {
            int dot = section.lastIndexOf('.');
            section = dot < 0 ? "" : section.substring(0, dot);
        } while (!section.isEmpty() && !isSection(section, defaults));
        return section.isEmpty()
                ? "all settings stand in the section " + ROOT
                : section + " has " + Settings.listed(defaults.getConfig(section).root().keySet());
    }

    private static boolean isSection(String key, Config defaults) {
        return isKnown(key, defaults)
                && defaults.getValue(key).valueType() == ConfigValueType.OBJECT;
    }

    private static DialerConfig from(Settings all) {
        Path directory = Path.of(all.text("directory")).toAbsolutePath();
        return new DialerConfig(
                HttpSettings.read(all),
                directory,
                database(all, directory),
                phone(all),
                new Demo(all.flag("demo.load")),
                LedgerSettings.from(all, directory),
                CollectorSettings.read(all),
                all.whole("pacing.trace-megabytes", 0, TRACE_MEGABYTES_MAX) * 1_000_000L);
    }

    private static DatabaseConfig database(Settings all, Path directory) {
        int poolSize = all.whole("database.pool-size", 4, 100);
        String url =
                all.text(
                        "database.url",
                        "|jdbc:postgresql:\\S+",
                        "write it as jdbc:postgresql://HOST:5432/NAME, or leave it empty");
        return url.isEmpty()
                ? new DatabaseConfig.Embedded(directory.resolve("postgresql"), poolSize)
                : new DatabaseConfig.External(
                        url,
                        all.text("database.user"),
                        all.text("database.password"),
                        poolSize,
                        owner(all));
    }

    private static Optional<DatabaseConfig.LogIn> owner(Settings all) {
        return Optional.of(all.text("database.owner.user"))
                .filter(user -> !user.isBlank())
                .map(user -> new DatabaseConfig.LogIn(user, all.text("database.owner.password")));
    }

    private static Phone phone(Settings all) {
        List<TrunkLine> trunks = TrunkSettings.read(all);
        String kind =
                all.text("telephone.kind", "practice|asterisk", "it must be practice or asterisk");
        return kind.equals("practice")
                ? new Practice(
                        all.whole("practice.seed", Long.MIN_VALUE, Long.MAX_VALUE),
                        all.number("practice.speed", 0, 1_000),
                        trunks)
                : asterisk(all, trunks);
    }

    private static Asterisk asterisk(Settings all, List<TrunkLine> trunks) {
        return new Asterisk(
                all.text("telephone.asterisk.host", "\\S+", "name the Asterisk host"),
                all.whole("telephone.asterisk.port", 1, PORT_MAX),
                all.text(
                        "telephone.asterisk.user",
                        "[A-Za-z0-9_-]{1,64}",
                        "use letters, digits, hyphens and underscores"),
                all.text(
                        "telephone.asterisk.secret",
                        AsteriskSite.SECRET.pattern(),
                        "a real Asterisk needs one of 8 to 128 letters, digits, dots, hyphens,"
                                + " tildes and underscores; set RIGHTPARTY_ASTERISK_SECRET"),
                all.text(
                        "telephone.asterisk.web-socket",
                        "wss?://\\S+",
                        "write it as wss://HOST:8089/ws"),
                all.text(
                        "telephone.asterisk.recordings",
                        AsteriskSite.Paths.PATH.pattern(),
                        "write an absolute path of letters, digits, dots, hyphens and underscores"),
                files(all),
                trunks);
    }

    private static AsteriskFilesFor files(Settings all) {
        String key = "telephone.asterisk.files.";
        int rtpFirst = all.whole(key + "rtp-first", 1_024, PORT_MAX);
        return new AsteriskFilesFor(
                all.text(key + "etc", AsteriskSite.Paths.PATH.pattern(), "write an absolute path"),
                all.text(
                        key + "modules",
                        AsteriskSite.Paths.PATH.pattern(),
                        "write an absolute path"),
                all.text(key + "ami-bind", "[0-9A-Fa-f.:]{2,45}", "write an IP address"),
                permits(all, key + "ami-permit"),
                all.text(key + "address", "[0-9A-Fa-f.:]{2,45}", "write an IP address"),
                rtpFirst,
                all.whole(key + "rtp-last", rtpFirst + 1, PORT_MAX),
                tls(all, key),
                behind(all, key),
                all.text(
                        key + "mode",
                        "0[0-7]{3}",
                        "write it as 0640: readable by the owner and the group"));
    }

    private static Optional<AsteriskSite.Tls> tls(Settings all, String key) {
        String path = "|" + AsteriskSite.Paths.PATH.pattern();
        String mend = "write an absolute path on the Asterisk host";
        String certificate = all.text(key + "tls-certificate", path, mend);
        String secret = all.text(key + "tls-key", path, mend);
        int port = all.whole(key + "tls-port", 1, PORT_MAX);
        if (certificate.isEmpty() != secret.isEmpty()) {
            throw all.bad(key + "tls-key", "give tls-certificate and tls-key, or neither");
        }
        return Optional.of(certificate)
                .filter(given -> !given.isEmpty())
                .map(given -> new AsteriskSite.Tls(port, given, secret));
    }

    private static Optional<Behind> behind(Settings all, String key) {
        String inside = all.text(key + "private-address", "|[0-9.]{7,15}", "write an IPv4 address");
        String outside = all.text(key + "public-address", "|[0-9.]{7,15}", "write an IPv4 address");
        if (inside.isEmpty() != outside.isEmpty()) {
            throw all.bad(
                    key + "public-address", "give private-address and public-address, or neither");
        }
        return inside.isEmpty() ? Optional.empty() : Optional.of(new Behind(inside, outside));
    }

    private static List<String> permits(Settings all, String key) {
        List<String> permits =
                Arrays.stream(all.text(key).split("[,\\s]+", -1))
                        .filter(network -> !network.isEmpty())
                        .toList();
        for (String network : permits) {
            if (!AsteriskSite.NETWORK.matcher(network).matches()) {
                throw all.bad(key, "'" + network + "' is no network; write it as 10.1.2.0/24");
            }
        }
        return permits;
    }
}
