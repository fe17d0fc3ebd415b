package org.rightparty.dialer.cli;

import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Function;

/// How times and numbers are written on the command line. Whoever writes them otherwise is shown
/// the form.
final class WrittenForms {
    private WrittenForms() {}

    /// Call it when all subcommands are there.
    static CommandLine teach(CommandLine commands) {
        return commands.registerConverter(Instant.class, WrittenForms::instant)
                .registerConverter(Integer.class, text -> whole(text, Integer::valueOf))
                .registerConverter(int.class, text -> whole(text, Integer::valueOf))
                .registerConverter(Long.class, text -> whole(text, Long::valueOf))
                .registerConverter(long.class, text -> whole(text, Long::valueOf));
    }

    private static Instant instant(String written) {
        try {
            return Instant.parse(written);
        } catch (DateTimeException wrong) {
            throw new TypeConversionException(
                    "'" + written + "' is no time; write it as 2026-04-07T19:00:00Z");
        }
    }

    private static <T> T whole(String written, Function<String, T> read) {
        try {
            return read.apply(written);
        } catch (NumberFormatException wrong) {
            throw new TypeConversionException(
                    "'" + written + "' is no whole number; write it in digits alone, as 12");
        }
    }
}
