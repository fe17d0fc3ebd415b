package org.rightparty.dialer;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValue;

import org.rightparty.database.DatabaseConfig;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The settings of one installation, checked. `rightparty.conf` holds every key with its default
/// and the reason for it.
public record DialerConfig(
        Http http, Path directory, DatabaseConfig database, Phone phone, Demo demo) {

    /// @param origin the address pages come from; empty for localhost at the port
    public record Http(String host, int port, Optional<String> origin) {
        public Http {
            within("http.port", port, 0, 65_535);
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
            if (!(speed > 0 && speed <= 1000)) {
                throw new BadSetting("practice.speed", speed + " is not between 0 and 1000");
            }
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
            List<TrunkLine> trunks)
            implements Phone {
        public Asterisk {
            trunks = List.copyOf(trunks);
            within("telephone.asterisk.port", port, 1, 65_535);
            if (secret.isEmpty()) {
                throw new BadSetting(
                        "telephone.asterisk.secret", "it must be set for a real Asterisk");
            }
        }

        @Override
        public String toString() {
            return "Asterisk[" + host + ":" + port + ", user=" + user + "]";
        }
    }

    /// @param address host:port of the carrier's SIP
    public record TrunkLine(
            String name, String address, int channels, int callsPerSecond, boolean loopback) {
        public TrunkLine {
            within("trunks.channels", channels, 1, 10_000);
            within("trunks.calls-per-second", callsPerSecond, 1, 1_000);
        }
    }

    /// @param load whether an empty database gets the demo portfolio
    public record Demo(boolean load) {}

    /// A setting that cannot be used; the message names the key and the mend.
    public static final class BadSetting extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public BadSetting(String key, String why) {
            super("setting rightparty." + key + ": " + why);
        }
    }

    /// Reads the defaults, then `file` when given, then `overrides` (dotted keys without the
    /// prefix).
    ///
    /// @throws BadSetting when a key is unknown or a value cannot be used
    public static DialerConfig read(Optional<Path> file, Map<String, Object> overrides) {
        Config defaults = ConfigFactory.parseResources("rightparty.conf");
        Config own = file.map(DialerConfig::parse).orElseGet(ConfigFactory::empty);
        refuseUnknown(own, defaults);
        Config given = ConfigFactory.empty();
        for (Map.Entry<String, Object> each : overrides.entrySet()) {
            given =
                    given.withValue(
                            "rightparty." + each.getKey(),
                            com.typesafe.config.ConfigValueFactory.fromAnyRef(each.getValue()));
        }
        try {
            Config all = given.withFallback(own).withFallback(defaults).resolve();
            return from(all.getConfig("rightparty"));
        } catch (ConfigException unusable) {
            throw new BadSetting("…", String.valueOf(unusable.getMessage()));
        }
    }

    private static Config parse(Path file) {
        if (!Files.isReadable(file)) {
            throw new BadSetting("…", "the file " + file + " cannot be read");
        }
        try {
            ConfigParseOptions strict = ConfigParseOptions.defaults().setAllowMissing(false);
            return ConfigFactory.parseFile(file.toFile(), strict);
        } catch (ConfigException unreadable) {
            throw new BadSetting("…", String.valueOf(unreadable.getMessage()));
        }
    }

    private static void refuseUnknown(Config own, Config defaults) {
        for (Map.Entry<String, ConfigValue> each : own.entrySet()) {
            if (!defaults.hasPathOrNull(each.getKey())) {
                throw new BadSetting(
                        each.getKey().replaceFirst("^rightparty\\.", ""),
                        "there is no such setting ("
                                + each.getValue().origin().description()
                                + ")");
            }
        }
    }

    private static DialerConfig from(Config all) {
        Path directory = Path.of(all.getString("directory")).toAbsolutePath();
        return new DialerConfig(
                new Http(
                        all.getString("http.host"),
                        all.getInt("http.port"),
                        text(all, "http.origin")),
                directory,
                database(all, directory),
                phone(all),
                new Demo(all.getBoolean("demo.load")));
    }

    private static DatabaseConfig database(Config all, Path directory) {
        int poolSize = all.getInt("database.pool-size");
        within("database.pool-size", poolSize, 4, 100);
        return text(all, "database.url")
                .<DatabaseConfig>map(url ->
                        new DatabaseConfig.External(
                                url,
                                all.getString("database.user"),
                                all.getString("database.password"),
                                poolSize))
                .orElseGet(() ->
                        new DatabaseConfig.Embedded(directory.resolve("postgresql"), poolSize));
    }

    private static Phone phone(Config all) {
        List<TrunkLine> trunks =
                all.getConfigList("telephone.trunks").stream().map(DialerConfig::trunk).toList();
        if (trunks.isEmpty()) {
            throw new BadSetting("telephone.trunks", "at least one trunk is needed");
        }
        String kind = all.getString("telephone.kind");
        return switch (kind) {
            case "practice" ->
                    new Practice(
                            all.getLong("practice.seed"), all.getDouble("practice.speed"), trunks);
            case "asterisk" -> asterisk(all.getConfig("telephone.asterisk"), trunks);
            default ->
                    throw new BadSetting(
                            "telephone.kind", "'" + kind + "' is neither practice nor asterisk");
        };
    }

    private static Asterisk asterisk(Config asterisk, List<TrunkLine> trunks) {
        return new Asterisk(
                asterisk.getString("host"),
                asterisk.getInt("port"),
                asterisk.getString("user"),
                asterisk.getString("secret"),
                asterisk.getString("web-socket"),
                asterisk.getString("recordings"),
                trunks);
    }

    private static TrunkLine trunk(Config trunk) {
        return new TrunkLine(
                trunk.getString("name"),
                trunk.getString("address"),
                trunk.getInt("channels"),
                trunk.getInt("calls-per-second"),
                trunk.getBoolean("loopback"));
    }

    private static Optional<String> text(Config all, String key) {
        return Optional.of(all.getString(key)).filter(value -> !value.isBlank());
    }

    private static void within(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new BadSetting(key, value + " is not between " + least + " and " + most);
        }
    }
}
