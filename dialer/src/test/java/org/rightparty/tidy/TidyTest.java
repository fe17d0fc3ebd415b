package org.rightparty.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How long things may get, and what may not stand in the text.
class TidyTest {
    private static final int FILE_LINES_MAX = 400;
    private static final int FUNCTION_LINES_MAX = 40;
    private static final int LINE_LENGTH_MAX = 100;
    private static final Pattern FUNCTION_START = Pattern.compile("^ +(?!\\}).*\\)[^;]* \\{$");
    private static final Pattern UNDONE = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");
    private static final Path ROOT = root();

    @Test
    void files_stay_readable_in_one_sitting() {
        assertThat(
                        faults((file, lines) ->
                                lines.size() > FILE_LINES_MAX
                                        ? List.of(file + ": " + lines.size() + " lines")
                                        : List.of()))
                .as("files over " + FILE_LINES_MAX + " lines have more than one reason to change")
                .isEmpty();
    }

    @Test
    void lines_fit_beside_each_other() {
        assertThat(faults(TidyTest::longLines))
                .as("lines over " + LINE_LENGTH_MAX + " characters cannot be read in a diff")
                .isEmpty();
    }

    @Test
    void functions_fit_on_a_screen() {
        assertThat(faults(TidyTest::longFunctions))
                .as("functions over " + FUNCTION_LINES_MAX + " lines do more than one thing")
                .isEmpty();
    }

    @Test
    void nothing_is_left_undone_in_the_text() {
        assertThat(faults(TidyTest::undone)).as("work left undone belongs in an issue").isEmpty();
    }

    private static List<String> longLines(Path file, List<String> lines) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.length() > LINE_LENGTH_MAX && !line.startsWith("import ")) {
                found.add(file + ":" + (i + 1));
            }
        }
        return found;
    }

    private static List<String> undone(Path file, List<String> lines) {
        if (file.endsWith("TidyTest.java")) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (UNDONE.matcher(lines.get(i)).find()) {
                found.add(file + ":" + (i + 1));
            }
        }
        return found;
    }

    /// A function begins where the parentheses of a line that ends in `) {` open, and ends at the
    /// first `}` of that indent.
    private static List<String> longFunctions(Path file, List<String> lines) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher start = FUNCTION_START.matcher(lines.get(i));
            if (!start.matches() || lines.get(i).strip().startsWith("}")) {
                continue;
            }
            int from = beginOf(lines, i);
            int end = endOf(lines, from, i);
            if (end - from > FUNCTION_LINES_MAX && !isType(lines.get(from))) {
                found.add(file + ":" + (from + 1) + ": " + (end - from) + " lines");
            }
        }
        return found;
    }

    /// The line on which the parentheses open that close on this one.
    private static int beginOf(List<String> lines, int close) {
        int open = 0;
        for (int i = close; i >= 0; i--) {
            String line = lines.get(i);
            open += (int) line.chars().filter(c -> c == '(').count();
            open -= (int) line.chars().filter(c -> c == ')').count();
            if (open >= 0) {
                return i;
            }
        }
        return close;
    }

    private static boolean isType(String line) {
        return line.matches(".*\\b(class|interface|enum|record)\\b.*");
    }

    private static int endOf(List<String> lines, int from, int start) {
        String line = lines.get(from);
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        for (int i = start + 1; i < lines.size(); i++) {
            if (lines.get(i).matches(indent + "\\}[;)]*")) {
                return i;
            }
        }
        return start;
    }

    @FunctionalInterface
    private interface Look {
        List<String> at(Path file, List<String> lines);
    }

    private static List<String> faults(Look look) {
        List<String> found = new ArrayList<>();
        for (String module : List.of("schema", "compliance", "agent-console", "dialer")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src"))) {
                files.filter(f -> f.toString().endsWith(".java"))
                        .forEach(f -> found.addAll(look.at(ROOT.relativize(f), read(f))));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return found;
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return here.endsWith("dialer") ? here.resolve("..").normalize() : here;
    }
}
