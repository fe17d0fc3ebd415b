package org.rightparty.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The list of third-party libraries against what the program and its page are built from.
class ThirdPartyTest {
    private static final Path LIST = Path.of("../docs/third-party.md");
    private static final Path LOCK = Path.of("../agent-console/ui/package-lock.json");
    private static final Pattern ROW =
            Pattern.compile("^\\| (?<name>[^ |]+) \\| (?<version>[^ |]+) \\| [^|]+\\|$");
    private static final String INSTALLED = "node_modules/";

    /// What tests and benchmarks alone need, by the beginning of the file's name.
    private static final Set<String> TOOLS =
            Set.of(
                    "apiguardian-api",
                    "archunit",
                    "assertj-core",
                    "awaitility",
                    "byte-buddy",
                    "commons-math3",
                    "dequeutilites",
                    "driver",
                    "hamcrest",
                    "java-json-canonicalization",
                    "jmh-",
                    "jopt-simple",
                    "junit-",
                    "opentest4j",
                    "playwright",
                    "surefire",
                    "common-java5");

    /// A newer one comes with the browser's driver, in tests alone.
    private static final String NEWER_IN_TESTS = "gson-";

    @Test
    void lists_each_library_of_the_class_path_in_its_version() throws IOException {
        Set<String> listed =
                rows().filter(row -> row.group("name").contains(":"))
                        .map(row ->
                                row.group("name").replaceFirst(".*:", "")
                                        + "-"
                                        + row.group("version")
                                        + ".jar")
                        .filter(jar -> !jar.startsWith(NEWER_IN_TESTS))
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> used =
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(path -> Path.of(path).getFileName().toString())
                        .filter(name -> name.endsWith(".jar") && !isOurs(name))
                        .filter(jar -> !jar.startsWith(NEWER_IN_TESTS))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(used).containsAll(listed);
        assertThat(used.stream().filter(jar -> !isTool(jar))).isSubsetOf(listed);
    }

    private static boolean isOurs(String jar) {
        return Stream.of("schema-", "compliance-", "agent-console-", "dialer-")
                .anyMatch(jar::startsWith);
    }

    private static boolean isTool(String jar) {
        return TOOLS.stream().anyMatch(jar::startsWith);
    }

    @Test
    void lists_each_package_of_the_page_in_its_version() throws IOException {
        JsonNode packages = new ObjectMapper().readTree(LOCK.toFile()).path("packages");
        Set<String> used = new TreeSet<>();
        packages.properties()
                .forEach(entry -> {
                    String path = entry.getKey();
                    JsonNode about = entry.getValue();
                    if (!path.isEmpty() && !about.path("dev").asBoolean()) {
                        String name =
                                path.substring(path.lastIndexOf(INSTALLED) + INSTALLED.length());
                        used.add(name + " " + about.path("version").asText());
                    }
                });
        Set<String> listed =
                rows().filter(row -> !row.group("name").contains(":"))
                        .map(row -> row.group("name") + " " + row.group("version"))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).isNotEmpty().isSubsetOf(used);
        assertThat(used.stream().filter(name -> !isOptional(packages, name))).isSubsetOf(listed);
    }

    /// For another system than this one.
    private static boolean isOptional(JsonNode packages, String name) {
        return packages.path(INSTALLED + name.replaceFirst(" .*", "")).path("optional").asBoolean();
    }

    private static Stream<Matcher> rows() throws IOException {
        return Files.readAllLines(LIST).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .filter(row -> !row.group("name").equals("library"));
    }
}
