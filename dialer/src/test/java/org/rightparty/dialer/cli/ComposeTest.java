package org.rightparty.dialer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What `docker-compose.yml` says of Asterisk against what the program writes with the environment
/// and the command that stand there.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ComposeTest {
    private static final Path COMPOSE = Path.of("../docker-compose.yml");
    private static final Path DOCKER = Path.of("src/main/docker");
    private static final Pattern VARIABLE =
            Pattern.compile("^ +(RIGHTPARTY_[A-Z_]+): (.*)$", Pattern.MULTILINE);
    private static final Pattern ASKED = Pattern.compile("\\$\\{[A-Z_]+:(?:-([^}]*)|\\?[^}]*)}");

    private String compose = "";
    private Path rendered = Path.of("");

    @BeforeAll
    void render(@TempDir Path directory) throws Exception {
        compose = Files.readString(COMPOSE);
        rendered = directory.resolve("rendered");
        Process process = program(directory);
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(directory.resolve("log"))).isZero();
    }

    /// The embedded database stands in for the one of the composition.
    private Process program(Path directory) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.rightparty.dialer.Main",
                        "asterisk-config",
                        "--config",
                        DOCKER.resolve("floor.conf").toString(),
                        "--data",
                        directory.resolve("data").toString(),
                        rendered.toString());
        environment()
                .forEach((name, value) -> {
                    if (!name.startsWith("RIGHTPARTY_DATABASE")) {
                        builder.environment().put(name, value);
                    }
                });
        return builder.redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        Matcher variables = VARIABLE.matcher(compose);
        while (variables.find()) {
            String value = variables.group(2).replace("\"", "");
            Matcher asked = ASKED.matcher(value);
            String given =
                    asked.replaceAll(a -> a.group(1) == null ? "secret-of-the-test" : a.group(1));
            environment.put(variables.group(1), given);
        }
        return environment;
    }

    private String file(String name) throws IOException {
        return Files.readString(rendered.resolve(name));
    }

    /// By the composer itself, where there is one: as a plugin of docker, or by itself.
    @Test
    void the_composer_takes_it() throws Exception {
        Optional<List<String>> composer =
                Stream.of(List.of("docker", "compose"), List.of("docker-compose"))
                        .filter(command -> said(command, "version").isPresent())
                        .findFirst();
        assumeTrue(composer.isPresent(), "no docker compose here");
        Optional<String> resolved =
                said(composer.orElseThrow(), "-f", COMPOSE.toAbsolutePath().toString(), "config");
        assertThat(resolved)
                .hasValueSatisfying(text ->
                        assertThat(text)
                                .contains("secret-of-the-test")
                                .contains("postgres:", "asterisk:", "rightparty:")
                                .contains("prometheus:", "grafana:"));
    }

    /// Empty when it is not there or fails.
    private static Optional<String> said(List<String> command, String... more) {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(words);
        Stream.of("DATABASE_PASSWORD", "ASTERISK_SECRET", "GRAFANA_PASSWORD")
                .forEach(name -> builder.environment().put(name, "secret-of-the-test"));
        try {
            Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String text = new String(process.getInputStream().readAllBytes(), UTF_8);
            return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Test
    void every_image_is_of_a_version_that_is_named() {
        Matcher images = Pattern.compile("^ +image: (\\S+)$", Pattern.MULTILINE).matcher(compose);
        assertThat(images.results().map(image -> image.group(1)))
                .isNotEmpty()
                .allMatch(image -> image.matches(".+:v?[0-9][0-9.]*"));
    }

    @Test
    void rightparty_may_reach_the_manager_interface_from_its_own_container() throws IOException {
        String subnet = found("subnet: ([0-9./]+)");
        assertThat(file("manager.conf"))
                .contains("bindaddr = 0.0.0.0\n", "permit = " + subnet + "\n", "port = 5038\n")
                .doesNotContain("127.0.0.1");
        assertThat(environment()).containsEntry("RIGHTPARTY_ASTERISK_HOST", "asterisk");
        assertThat(found("ipv4_address: ([0-9.]+)"))
                .isEqualTo(environment().get("RIGHTPARTY_ASTERISK_PRIVATE_ADDRESS"))
                .startsWith(subnet.substring(0, subnet.lastIndexOf('.')));
    }

    @Test
    void the_ports_for_sound_and_signalling_are_published_as_they_are_used() throws IOException {
        String published = found("\"([0-9-]+):[0-9-]+/udp\"\\n +- \"127");
        assertThat(compose).contains("\"" + published + ":" + published + "/udp\"");
        String[] ends = published.split("-");
        assertThat(file("rtp.conf"))
                .contains("rtpstart = " + ends[0] + "\n", "rtpend = " + ends[1] + "\n");
        assertThat(compose).contains("\"5060:5060/udp\"", ":8088:8088\"");
        assertThat(file("pjsip.conf"))
                .contains("bind = 0.0.0.0:5060\n", "external_media_address = 127.0.0.1\n");
        assertThat(file("http.conf")).contains("bindaddr = 0.0.0.0\n", "bindport = 8088\n");
    }

    @Test
    void the_files_lie_where_asterisk_is_told_to_look() throws IOException {
        String mounted = found("asterisk-files:(/[a-z/-]+):ro");
        assertThat(file("asterisk.conf"))
                .contains("astetcdir => " + mounted + "\n")
                .contains("astspooldir => /var/spool/asterisk\n");
        assertThat(compose)
                .contains("- asterisk-files:" + mounted + "\n", "\"" + mounted + "\"]")
                .contains("recordings:/var/spool/asterisk/monitor\n");
        assertThat(Files.readString(DOCKER.resolve("asterisk.Dockerfile")))
                .contains("-C " + mounted + "/asterisk.conf")
                .contains("umask 002");
    }

    @Test
    void asterisk_may_read_what_rightparty_wrote() throws IOException {
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(rendered.resolve("manager.conf"))))
                .isEqualTo("rw-r-----");
        String ours = Files.readString(DOCKER.resolve("Dockerfile"));
        String theirs = Files.readString(DOCKER.resolve("asterisk.Dockerfile"));
        assertThat(List.of(ours, theirs))
                .allSatisfy(image ->
                        assertThat(image)
                                .contains("groupadd --gid 5080 telephony")
                                .contains(
                                        "install -d -m 2775 -g telephony /etc/asterisk-rendered"));
        assertThat(ours).contains("--gid telephony rightparty");
        assertThat(theirs).contains("--groups telephony asterisk");
    }

    /// Whoever scrapes stands in the network of the composition and has no log-in.
    @Test
    void prometheus_may_read_the_metrics() throws IOException {
        String subnet = found("subnet: ([0-9./]+)");
        assertThat(environment()).containsEntry("RIGHTPARTY_HTTP_METRICS_FROM", subnet);
        assertThat(Files.readString(DOCKER.resolve("prometheus.yml")))
                .contains("metrics_path: /metrics", "rightparty:8080");
    }

    @Test
    void keys_and_data_stay_out_of_the_image() throws IOException {
        assertThat(Files.readAllLines(COMPOSE.resolveSibling(".dockerignore")))
                .contains(".git", ".env", "data", "**/target", "**/node_modules");
        assertThat(Files.readAllLines(COMPOSE.resolveSibling(".gitignore"))).contains(".env");
    }

    @Test
    void every_setting_it_gives_is_one_of_the_programs() throws IOException {
        String known = Files.readString(Path.of("src/main/resources/rightparty.conf"));
        assertThat(environment().keySet())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(known).contains("${?" + name + "}"));
        assertThat(compose).contains("run --rm rightparty user add LOGIN --role admin");
    }

    private String found(String regex) {
        Matcher matcher = Pattern.compile(regex).matcher(compose);
        assertThat(matcher.find()).as(regex).isTrue();
        return String.valueOf(matcher.group(1));
    }
}
