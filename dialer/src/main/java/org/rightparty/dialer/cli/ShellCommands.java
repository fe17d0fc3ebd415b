package org.rightparty.dialer.cli;

import picocli.CommandLine.Command;

import java.util.concurrent.Callable;

/// Commands that the launcher carries out itself, listed here so that help names them.
final class ShellCommands {
    private ShellCommands() {}

    @Command(
            name = "test",
            description =
                    "Installs what the tests need, builds with every check and runs every test"
                            + " (by the launcher).")
    static final class Test implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new picocli.CommandLine.ExecutionException(
                    new picocli.CommandLine(this),
                    "tests are run by the launcher: ./rightparty test");
        }
    }

    @Command(
            name = "bench",
            subcommands = BenchPacingCommand.class,
            description = "Runs the benchmarks and prints their tables (by the launcher).")
    static final class Bench implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new picocli.CommandLine.ExecutionException(
                    new picocli.CommandLine(this),
                    "benchmarks are run by the launcher: ./rightparty bench");
        }
    }
}
