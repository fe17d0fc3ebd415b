package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.dialer.DialerConfig;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The options that every command which touches an installation shares.
final class SettingsOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings that differ from the defaults (HOCON).")
    private @Nullable Path config;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the embedded database and our own files live (default: data).")
    private @Nullable Path data;

    DialerConfig read() {
        return read(Map.of());
    }

    /// @param overrides dotted keys without the prefix, from further options
    DialerConfig read(Map<String, Object> overrides) {
        Map<String, Object> all = new HashMap<>(overrides);
        if (data != null) {
            all.put("directory", data.toString());
        }
        return DialerConfig.read(Optional.ofNullable(config), all);
    }
}
