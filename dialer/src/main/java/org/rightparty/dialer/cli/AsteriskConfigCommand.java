package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.dialer.Clocks;
import org.rightparty.dialer.DialerConfig;
import org.rightparty.dialer.asterisk.AsteriskFiles;
import org.rightparty.dialer.asterisk.AsteriskSite;
import org.rightparty.dialer.asterisk.AsteriskSite.Translation;
import org.rightparty.dialer.asterisk.AsteriskSite.Translation.Reach;
import org.rightparty.dialer.postgres.PostgresLines;
import org.rightparty.dialer.postgres.PostgresTables;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/// Writes the configuration of the Asterisk that the settings name: trunks from the settings,
/// phones from the agents in the database.
@Command(
        name = "asterisk-config",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the configuration that Asterisk 22 needs into a directory.",
            "Trunks come from the settings, agents' phones from the database.",
            "Run it again after either changed, and reload Asterisk.",
            "Where Asterisk listens, and who may reach its manager interface, stand in the settings"
                    + " rightparty.telephone.asterisk.files."
        })
public final class AsteriskConfigCommand implements Callable<Integer> {
    @Mixin private SettingsOptions settings = new SettingsOptions();

    @Parameters(index = "0", paramLabel = "DIR", description = "Directory to write into.")
    private @Nullable Path directory;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            description = "Where Asterisk listens for SIP and WebSockets.")
    private @Nullable String address;

    @Option(
            names = "--etc",
            paramLabel = "PATH",
            description = "Where the files will lie on the Asterisk host.")
    private @Nullable String etc;

    @Option(
            names = "--ami-bind",
            paramLabel = "ADDRESS",
            description = "Where Asterisk listens for Rightparty.")
    private @Nullable String amiBind;

    @Option(
            names = "--ami-permit",
            paramLabel = "NETWORK",
            description = "Who may log in there, as 10.1.2.3/32; may be repeated.")
    private List<String> amiPermits = List.of();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        DialerConfig config = settings.read(overrides());
        if (!(config.phone() instanceof DialerConfig.Asterisk asterisk)) {
            throw new IllegalStateException("asked for asterisk, got " + config.phone());
        }
        Path target = Objects.requireNonNull(directory);
        try {
            AsteriskFiles.write(
                    site(config, asterisk), target, permissions(asterisk.files().mode()));
        } catch (IOException unwritable) {
            throw new NotDone(
                    "cannot write into " + target + ": " + InWords.what(unwritable),
                    "name a directory that may be written");
        }
        Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .println("wrote the configuration of Asterisk into " + target);
        return 0;
    }

    private Map<String, Object> overrides() {
        Map<String, Object> given = new HashMap<>(Map.of("telephone.kind", "asterisk"));
        String files = "telephone.asterisk.files.";
        put(given, files + "address", address);
        put(given, files + "etc", etc);
        put(given, files + "ami-bind", amiBind);
        put(
                given,
                files + "ami-permit",
                amiPermits.isEmpty() ? null : String.join(" ", amiPermits));
        return given;
    }

    private static void put(Map<String, Object> given, String key, @Nullable String value) {
        if (value != null) {
            given.put(key, value);
        }
    }

    /// @param mode four octal digits
    static Set<PosixFilePermission> permissions(String mode) {
        StringBuilder letters = new StringBuilder();
        for (char digit : mode.substring(1).toCharArray()) {
            int bits = digit - '0';
            letters.append((bits & 4) > 0 ? 'r' : '-')
                    .append((bits & 2) > 0 ? 'w' : '-')
                    .append((bits & 1) > 0 ? 'x' : '-');
        }
        return PosixFilePermissions.fromString(letters.toString());
    }

    private static AsteriskSite site(DialerConfig config, DialerConfig.Asterisk asterisk) {
        return new AsteriskSite(
                paths(asterisk),
                "rightparty",
                asterisk.files().address(),
                AsteriskSite.Ports.of(
                        asterisk.port(), asterisk.files().rtpFirst(), asterisk.files().rtpLast()),
                manager(asterisk),
                asterisk.trunks().stream().map(AsteriskConfigCommand::carrier).toList(),
                phones(config),
                asterisk.files().tls(),
                asterisk.files()
                        .behind()
                        .map(b -> new Translation(b.inside(), b.outside(), Reach.EVERYBODY)));
    }

    private static AsteriskSite.Manager manager(DialerConfig.Asterisk asterisk) {
        return new AsteriskSite.Manager(
                asterisk.user(),
                asterisk.secret(),
                asterisk.files().amiBind(),
                asterisk.files().amiPermits());
    }

    private static AsteriskSite.Paths paths(DialerConfig.Asterisk asterisk) {
        AsteriskSite.Paths debian = AsteriskSite.Paths.debian();
        String etc = asterisk.files().etc();
        String spool = asterisk.recordings().replaceFirst("/monitor$", "");
        return new AsteriskSite.Paths(
                etc,
                debian.lib(),
                spool,
                debian.run(),
                debian.log(),
                etc + "/sounds",
                asterisk.files().modules());
    }

    private static AsteriskSite.Carrier carrier(DialerConfig.TrunkLine trunk) {
        int colon = trunk.address().lastIndexOf(':');
        return new AsteriskSite.Carrier(
                trunk.name(),
                trunk.address().substring(0, colon),
                Integer.parseInt(trunk.address().substring(colon + 1)));
    }

    private static List<AsteriskSite.Phone> phones(DialerConfig config) {
        try (PostgresTables tables = PostgresTables.open(config.database(), Clocks.WALL)) {
            return new PostgresLines(tables.database())
                    .all().stream()
                            .map(line ->
                                    new AsteriskSite.Phone(
                                            line.number(),
                                            line.kind(),
                                            line.secret(),
                                            Optional.empty()))
                            .toList();
        }
    }
}
