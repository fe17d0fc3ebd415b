package org.rightparty.dialer;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/// The launcher in a clone of its own, on machines that lack this or that: JDKs, Maven, Node and
/// the installer are scripts which say what they were called with.
final class LauncherTest {
    private static final Path LAUNCHER = Path.of("../rightparty");
    private static final Path INSTALLER = Path.of("src/test/real/install");

    @TempDir Path machine;
    private Path clone = Path.of("");
    private Path programs = Path.of("");
    private Path jdks = Path.of("");

    @BeforeEach
    void prepare() throws IOException {
        clone = Files.createDirectories(machine.resolve("clone"));
        programs = Files.createDirectories(machine.resolve("bin"));
        jdks = Files.createDirectories(machine.resolve("jdks"));
        Files.copy(LAUNCHER, clone.resolve("rightparty"));
        jdk("temurin-17-jdk", 17);
        jdk("temurin-25-jdk", 25);
        program(programs.resolve("node"), "echo v22.12.0");
        program(programs.resolve("npm"), "exit 0");
        program(programs.resolve("mvn"), "echo \"mvn with $JAVA_HOME: $*\"");
        installer(0, "");
    }

    private void jdk(String name, int version) throws IOException {
        Path bin = Files.createDirectories(jdks.resolve(name).resolve("bin"));
        program(bin.resolve("javac"), "exit 0");
        program(
                bin.resolve("java"),
                "echo '    java.specification.version = " + version + "'; echo \"ran $*\" >&2");
    }

    private void installer(int code, String lacking) throws IOException {
        Path real = Files.createDirectories(clone.resolve("dialer/src/test/real"));
        program(
                real.resolve("install"),
                "if [ \"${1:-}\" = lacking ]; then printf '%s' '"
                        + lacking
                        + "'; exit 0; fi; exit "
                        + code);
    }

    private static void program(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private record Said(int code, String text) {}

    private Said launch(String... words) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("sh", clone.resolve("rightparty").toString());
        builder.command().addAll(List.of(words));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("JAVA"));
        environment.put("JAVA_HOME", jdks.resolve("temurin-17-jdk").toString());
        environment.put("JDKS", jdks.toString());
        environment.put("HOME", machine.toString());
        environment.put("PATH", programs + ":/usr/bin:/bin");
        Process process = builder.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Said(process.waitFor(), text);
    }

    @Test
    void finds_a_jdk_25_beside_an_older_one_that_is_the_default() throws Exception {
        Said said = launch("test");
        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text())
                .contains("mvn with " + jdks.resolve("temurin-25-jdk") + ": ", "verify");
    }

    @Test
    void says_in_one_line_that_no_new_jdk_is_there() throws Exception {
        Files.delete(jdks.resolve("temurin-25-jdk/bin/javac"));
        Said said = launch("run");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text().lines())
                .containsExactly(
                        "rightparty: a JDK 25 or newer is needed and none was found; install one"
                                + " under "
                                + jdks
                                + " or set JAVA_HOME");
    }

    @ParameterizedTest
    @CsvSource({
        "v18.20.4, false",
        "v20.18.9, false",
        "v20.19.0, true",
        "v21.7.3, false",
        "v22.11.0, false",
        "v22.12.0, true",
        "v24.1.0, true"
    })
    void says_in_one_line_that_node_is_too_old(String version, boolean good) throws Exception {
        program(programs.resolve("node"), "echo " + version);
        Said said = launch("test");
        assertThat(said.code()).isEqualTo(good ? 0 : 1);
        if (!good) {
            assertThat(said.text().lines())
                    .containsExactly(
                            "rightparty: Node.js "
                                    + version
                                    + " is too old to build the pages: install Node.js 20.19, or"
                                    + " 22.12 or newer");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "',real', the tests against a real Asterisk did not run",
        "',browser', the tests in a real Chromium did not run",
        "',real,browser', the tests against a real Asterisk and a real Chromium did not run"
    })
    void what_cannot_be_installed_is_left_out_and_told_and_the_rest_runs(
            String lacking, String says) throws Exception {
        installer(3, lacking);
        Said said = launch("test");
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.text())
                .contains("verify -Dexcluded.test.groups=bench" + lacking, "rightparty: " + says)
                .contains("as root: sudo " + clone.resolve("rightparty") + " test;")
                .contains(clone.resolve("dialer/src/test/real/install") + " names what is lacking");
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    user | Debian | asterisk | code | says
                    1000 | true   | 1        | 3    | Asterisk 22; install it as root once: sudo
                    1000 | false  | 1        | 4    | Asterisk 22; this is no Debian system: provide
                    0    | false  | 1        | 4    | Asterisk 22; this is no Debian system: provide
                    0    | true   | 1        | 1    | apt-get could not install sip-tester chromium
                    1000 | true   | 0        | 3    | iproute2; install it as root once: sudo
                    """)
    void the_installer_says_what_is_lacking_and_how_to_get_it(
            int user, boolean debian, int asterisk, int code, String says) throws Exception {
        Path install = clone.resolve("dialer/src/test/real/install");
        Files.copy(INSTALLER, install, StandardCopyOption.REPLACE_EXISTING);
        program(install.resolveSibling("asterisk-up"), "exit " + asterisk);
        program(programs.resolve("id"), "echo " + user);
        program(programs.resolve("dirname"), "exec /usr/bin/dirname \"$@\"");
        if (debian) {
            program(programs.resolve("apt-get"), "exit 100");
        }
        ProcessBuilder builder = new ProcessBuilder("/bin/bash", install.toString());
        builder.environment().put("PATH", programs.toString());
        Process process = builder.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(text).isEqualTo(code);
        assertThat(text.lines()).hasSize(1);
        assertThat(text).contains(says);
        if (user > 0) {
            assertThat(text).startsWith("install: lacking: sip-tester, chromium, iproute2");
        }
    }

    @Test
    void a_test_that_fails_is_not_hidden_by_what_was_left_out() throws Exception {
        installer(3, ",real");
        program(programs.resolve("mvn"), "exit 7");
        assertThat(launch("test").code()).isEqualTo(7);
    }

    @Test
    void names_the_parts_that_it_builds_and_runs_the_program() throws Exception {
        program(
                programs.resolve("mvn"),
                """
                echo '[INFO] Building Rightparty schema 1.0-SNAPSHOT        [2/5]'
                echo '[INFO] Building jar: /somewhere/schema.jar'
                echo '[INFO] BUILD SUCCESS'
                """);
        Said said = launch("run", "--port", "8081");
        assertThat(said.text())
                .contains("rightparty: building", "rightparty:   Rightparty schema [2/5]")
                .contains("ran ", "-jar " + clone.resolve("dialer/target/rightparty.jar"))
                .contains("run --port 8081")
                .doesNotContain("Building jar");
    }

    @Test
    void a_build_that_fails_shows_its_errors_and_where_the_log_is() throws Exception {
        program(programs.resolve("mvn"), "echo '[ERROR] a class is broken'; exit 1");
        Said said = launch("run");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text())
                .contains("[ERROR] a class is broken")
                .contains("the whole log is " + clone.resolve("target/build.log"));
    }
}
