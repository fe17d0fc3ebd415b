package org.rightparty.dialer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.rightparty.database.Database;
import org.rightparty.database.DatabaseConfig;
import org.rightparty.dialer.asterisk.real.OwnCertificate;
import org.rightparty.dialer.asterisk.real.Programs;
import org.rightparty.dialer.asterisk.real.RealAsterisk;
import org.rightparty.dialer.asterisk.real.SippCarrier;
import org.rightparty.dialer.asterisk.real.SippDeskPhone;
import org.rightparty.dialer.cli.Commands;
import org.rightparty.dialer.robot.AgentRobot;
import org.rightparty.dialer.robot.KillablePostgres;
import org.rightparty.dialer.robot.RightpartyProcess;
import org.rightparty.dialer.robot.TestFloor;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A real Asterisk 22 with what `asterisk-config` writes, and telephones with what `user` shows.
@Tag("real")
class TelephonesByCommandTest {
    private static final Pattern SHOWN = Pattern.compile("SIP user (\\S+), secret (\\S+) ");
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final String SETTINGS =
            """
            rightparty {
              demo.load = false
              database { url = "${url}", user = postgres, password = postgres }
              telephone {
                kind = asterisk
                asterisk {
                  port = ${ami}, secret = "${secret}"
                  web-socket = "wss://localhost:${tls}/ws"
                  recordings = "${directory}/spool/monitor"
                  files {
                    etc = "${directory}/etc", modules = "${modules}", address = "127.0.0.1"
                    rtp-first = ${rtpFirst}, rtp-last = ${rtpLast}
                    tls-port = ${tls}
                    tls-certificate = "${directory}/etc/keys/site.pem"
                    tls-key = "${directory}/etc/keys/site.key"
                  }
                }
                trunks = [
                  { name = "practice", address = "${trunk}",
                    channels = 10, calls-per-second = 5, loopback = true }
                ]
              }
            }
            """;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private final SippCarrier carrier = SippCarrier.start();
    private final RealAsterisk asterisk = RealAsterisk.bare("command");
    private final int tlsPort = Programs.freeTcpPort();

    @BeforeEach
    void open() throws Exception {
        postgres = new KillablePostgres(directory.resolve("postgresql"));
        database =
                Database.open(
                        new DatabaseConfig.External(postgres.url(), "postgres", "postgres", 4));
        certificate = OwnCertificate.made(directory);
        Map<String, String> values = new HashMap<>(asterisk.settings(carrier));
        values.put("url", postgres.url());
        values.put("tls", Integer.toString(tlsPort));
        String text = SETTINGS;
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        Files.writeString(settings(), text);
        Files.writeString(directory.resolve("password"), TestFloor.PASSWORD + "\n");
    }

    private KillablePostgres postgres;
    private Database database;
    private OwnCertificate certificate;

    @AfterEach
    void close() {
        asterisk.close();
        carrier.close();
        database.close();
        postgres.close();
    }

    @Test
    void a_desk_phone_registers_with_what_the_command_showed_and_its_agent_talks_on_it()
            throws IOException {
        Matcher line = lineOfDee("user", "add", "dee", "--role", "agent", "--desk-phone");
        TestFloor floor = new TestFloor(database);
        floor.campaign("PROGRESSIVE", false, 20);
        configure();
        asterisk.start();
        try (SippDeskPhone phone = new SippDeskPhone(line.group(1))) {
            assertThat(phone.register("not-" + line.group(2), asterisk.sipPort())).isFalse();
            assertThat(phone.register(line.group(2), asterisk.sipPort())).isTrue();
            phone.attend();
            try (RightpartyProcess program = new RightpartyProcess(directory, settings());
                    AgentRobot _ =
                            new AgentRobot(
                                    program.address(),
                                    "dee",
                                    TestFloor.PASSWORD,
                                    Duration.ofSeconds(1),
                                    (who, code, sentence) -> {})) {
                await("a talk with its disposition")
                        .atMost(LONG)
                        .until(() -> floor.count("SELECT count(*) FROM disposition") > 0);
                assertThat(asterisk.console("core show channels concise").lines())
                        .filteredOn(channel -> channel.startsWith("PJSIP/" + line.group(1) + "-"))
                        .singleElement()
                        .asString()
                        .contains("!Up!ConfBridge!");
            }
        }
    }

    @Test
    void a_line_that_is_set_anew_takes_its_new_secret_and_the_old_one_no_longer()
            throws IOException {
        Matcher before = lineOfDee("user", "add", "dee", "--role", "agent", "--desk-phone");
        configure();
        asterisk.start();
        try (SippDeskPhone phone = new SippDeskPhone(before.group(1))) {
            assertThat(phone.register(before.group(2), asterisk.sipPort())).isTrue();
            Matcher after = lineOfDee("user", "set-line", "dee");
            assertThat(after.group(1)).isEqualTo(before.group(1));
            configure();
            asterisk.reload();
            assertThat(phone.register(before.group(2), asterisk.sipPort())).isFalse();
            assertThat(phone.register(after.group(2), asterisk.sipPort())).isTrue();
        }
    }

    @Test
    void softphones_speak_sip_over_wss_with_the_certificate_of_the_settings() throws Exception {
        configure();
        asterisk.start();
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (HttpClient client =
                HttpClient.newBuilder().sslContext(certificate.trusting()).build()) {
            WebSocket socket =
                    client.newWebSocketBuilder()
                            .subprotocols("sip")
                            .buildAsync(
                                    URI.create("wss://localhost:" + tlsPort + "/ws"),
                                    new Hearer(heard))
                            .get(10, TimeUnit.SECONDS);
            assertThat(socket.getSubprotocol()).isEqualTo("sip");
            socket.sendText(REGISTER.replace("\n", "\r\n"), true).get(5, TimeUnit.SECONDS);
            assertThat(heard.poll(5, TimeUnit.SECONDS)).startsWith("SIP/2.0 401 Unauthorized");
            socket.abort();
        }
    }

    private static final String REGISTER =
            """
            REGISTER sip:localhost SIP/2.0
            Via: SIP/2.0/WSS here.invalid;branch=z9hG4bKtest1
            Max-Forwards: 70
            From: <sip:web2001@localhost>;tag=test1
            To: <sip:web2001@localhost>
            Call-ID: test-1
            CSeq: 1 REGISTER
            Contact: <sip:web2001@here.invalid;transport=ws>;expires=60
            Content-Length: 0

            """;

    private record Hearer(BlockingQueue<String> heard) implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            heard.add(data.toString());
            return WebSocket.Listener.super.onText(socket, data, last);
        }
    }

    private Path settings() {
        return directory.resolve("floor.conf");
    }

    /// What the shell would show of the line.
    private Matcher lineOfDee(String... words) {
        String[] all = words;
        if (words[1].equals("add")) {
            all = Arrays.copyOf(words, words.length + 2);
            all[words.length] = "--password-file";
            all[words.length + 1] = directory.resolve("password").toString();
        }
        Matcher shown = SHOWN.matcher(command(all));
        assertThat(shown.find()).isTrue();
        return shown;
    }

    /// As the README says: writes the files and brings them to the Asterisk host, with the keys.
    private void configure() throws IOException {
        Path rendered = directory.resolve("asterisk");
        command("asterisk-config", rendered.toString());
        asterisk.configure(rendered);
        asterisk.add("keys/site.pem", certificate.certificate());
        asterisk.add("keys/site.key", certificate.key());
    }

    private String command(String... words) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        String[] all = Arrays.copyOf(words, words.length + 4);
        all[words.length] = "--config";
        all[words.length + 1] = settings().toString();
        all[words.length + 2] = "--data";
        all[words.length + 3] = directory.resolve("data").toString();
        int code =
                Commands.all(PlacementOffice::open, AdministrationOffice::open)
                        .setOut(out)
                        .setErr(out)
                        .execute(all);
        assertThat(code).as(text.toString()).isZero();
        return text.toString();
    }
}
