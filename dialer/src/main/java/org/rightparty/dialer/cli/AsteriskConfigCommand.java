package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.dialer.Clocks;
import org.rightparty.dialer.DialerConfig;
import org.rightparty.dialer.asterisk.AsteriskFiles;
import org.rightparty.dialer.asterisk.AsteriskSite;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Writes the configuration of the Asterisk that the settings name: trunks from the settings,
/// phones from the agents in the database.
@Command(
        name = "asterisk-config",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the configuration that Asterisk 22 needs into a directory.",
            "Trunks come from the settings, agents' phones from the database.",
            "Run it again after either changed, and reload Asterisk."
        })
public final class AsteriskConfigCommand implements Callable<Integer> {
    @Mixin private SettingsOptions settings = new SettingsOptions();

    @Parameters(index = "0", paramLabel = "DIR", description = "Directory to write into.")
    private @Nullable Path directory;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            defaultValue = "0.0.0.0",
            description =
                    "Where Asterisk listens for SIP and WebSockets (default: ${DEFAULT-VALUE}).")
    private String address = "0.0.0.0";

    @Option(
            names = "--etc",
            paramLabel = "PATH",
            defaultValue = "/etc/asterisk",
            description =
                    "Where the files will lie on the Asterisk host (default: ${DEFAULT-VALUE}).")
    private String etc = "/etc/asterisk";

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        DialerConfig config = settings.read(Map.of("telephone.kind", "asterisk"));
        if (!(config.phone() instanceof DialerConfig.Asterisk asterisk)) {
            throw new IllegalStateException("asked for asterisk, got " + config.phone());
        }
        Path target = Objects.requireNonNull(directory);
        AsteriskFiles.write(site(config, asterisk), target);
        Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .println("wrote the configuration of Asterisk into " + target);
        return 0;
    }

    private AsteriskSite site(DialerConfig config, DialerConfig.Asterisk asterisk) {
        return new AsteriskSite(
                paths(asterisk),
                "rightparty",
                address,
                AsteriskSite.Ports.usual(),
                asterisk.secret(),
                asterisk.trunks().stream().map(AsteriskConfigCommand::carrier).toList(),
                phones(config),
                Optional.empty());
    }

    private AsteriskSite.Paths paths(DialerConfig.Asterisk asterisk) {
        AsteriskSite.Paths debian = AsteriskSite.Paths.debian();
        String spool = asterisk.recordings().replaceFirst("/monitor$", "");
        return new AsteriskSite.Paths(
                etc,
                debian.lib(),
                spool,
                debian.run(),
                debian.log(),
                etc + "/sounds",
                debian.modules());
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
