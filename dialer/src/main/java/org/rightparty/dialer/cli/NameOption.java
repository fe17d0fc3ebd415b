package org.rightparty.dialer.cli;

import picocli.CommandLine.Option;

/// In whose name a step in the life of a rulebook is taken.
final class NameOption {
    @Option(
            names = "--by",
            required = true,
            paramLabel = "WHO",
            description = "in whose name; who approves a draft is not who wrote it")
    private String name = "";

    String name() {
        return name;
    }
}
