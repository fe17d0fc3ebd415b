package org.rightparty.dialer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What the help of every command owes its reader.
final class CommandHelpTest {
    /// Carried out by the launcher, or picocli's own.
    private static final Set<String> NOT_OURS = Set.of("test", "bench", "help");

    private static List<CommandSpec> commands() {
        List<CommandSpec> all = new ArrayList<>();
        collect(Main.commands(), all);
        assertThat(all).hasSizeGreaterThan(30);
        return all;
    }

    private static void collect(CommandLine command, List<CommandSpec> all) {
        all.add(command.getCommandSpec());
        command.getSubcommands().values().forEach(each -> collect(each, all));
    }

    private static Stream<CommandSpec> ours() {
        return commands().stream().filter(command -> !NOT_OURS.contains(command.name()));
    }

    /// The list of commands shows the first line alone.
    @Test
    void the_first_line_of_a_description_is_a_whole_sentence() {
        assertThat(ours())
                .allSatisfy(command ->
                        assertThat(command.usageMessage().description()[0])
                                .as(command.qualifiedName())
                                .endsWith("."));
    }

    @Test
    void every_command_has_help_and_every_group_the_command_help() {
        assertThat(ours())
                .allSatisfy(command -> {
                    assertThat(command.findOption("--help"))
                            .as(command.qualifiedName())
                            .isNotNull();
                    if (!command.subcommands().isEmpty()) {
                        assertThat(command.subcommands())
                                .as(command.qualifiedName())
                                .containsKey("help");
                    }
                });
    }

    @Test
    void every_option_and_argument_says_what_it_takes_and_what_for() {
        assertThat(ours())
                .allSatisfy(command ->
                        assertThat(command.args()).allSatisfy(arg -> says(command, arg)));
    }

    private static void says(CommandSpec command, ArgSpec arg) {
        String name =
                command.qualifiedName()
                        + " "
                        + (arg instanceof OptionSpec option
                                ? option.longestName()
                                : arg.paramLabel());
        assertThat(arg.description()).as(name).isNotEmpty();
        if (arg.arity().max() > 0) {
            assertThat(arg.paramLabel()).as(name).matches("[A-Z]+");
        }
    }
}
