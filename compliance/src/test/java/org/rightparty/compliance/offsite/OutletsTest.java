package org.rightparty.compliance.offsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

final class OutletsTest {
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Outlet.Copy COPY =
            new Outlet.Copy(
                    7, 1_000, Instant.parse("2026-04-07T12:00:00Z"), "origin\n1000\nroot\n\nsig\n");

    @TempDir Path directory;

    @Test
    void a_directory_gets_a_file_for_each_checkpoint() throws IOException {
        Path place = directory.resolve("share");
        new DirectoryOutlet(place, EVERY).send(COPY);
        assertThat(place.resolve("000000000007.note")).hasContent(COPY.note());
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThatThrownBy(() -> new DirectoryOutlet(file.resolve("x"), EVERY).send(COPY))
                .isInstanceOf(OutletFailure.class)
                .hasMessage("the directory cannot be written");
    }

    @Test
    void a_bucket_gets_a_signed_put() throws IOException {
        ConcurrentHashMap<String, String> got = new ConcurrentHashMap<>();
        HttpServer server = bucket(got);
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            new BucketOutlet(place(url, "ledger"), EVERY).send(COPY);
            assertThat(got)
                    .containsEntry("request", "PUT /ledger/floor-1/000000000007.note")
                    .containsEntry("body", COPY.note());
            assertThat(got.get("signature")).startsWith("AWS4-HMAC-SHA256 Credential=user/");
            assertThatThrownBy(() -> new BucketOutlet(place(url, "other"), EVERY).send(COPY))
                    .isInstanceOf(OutletFailure.class)
                    .hasMessageContaining("403");
        } finally {
            server.stop(0);
        }
        String gone = "http://127.0.0.1:" + server.getAddress().getPort();
        assertThatThrownBy(() -> new BucketOutlet(place(gone, "ledger"), EVERY).send(COPY))
                .isInstanceOf(OutletFailure.class);
    }

    /// Keeps what it gets, and knows one bucket.
    private static HttpServer bucket(Map<String, String> got) throws IOException {
        InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        HttpServer server = HttpServer.create(loopback, 0);
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        got.put(
                                "request",
                                exchange.getRequestMethod() + " " + exchange.getRequestURI());
                        got.put(
                                "signature",
                                String.valueOf(
                                        exchange.getRequestHeaders().getFirst("Authorization")));
                        got.put(
                                "body",
                                new String(
                                        exchange.getRequestBody().readAllBytes(),
                                        StandardCharsets.UTF_8));
                        boolean known = exchange.getRequestURI().getPath().startsWith("/ledger/");
                        exchange.sendResponseHeaders(known ? 200 : 403, -1);
                    }
                });
        return server;
    }

    private static BucketOutlet.Place place(String url, String bucket) {
        return new BucketOutlet.Place(url, "eu-central-1", bucket, "floor-1/", "user", "secret");
    }

    @Test
    void a_mailbox_gets_the_checkpoint_as_an_attachment() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> mail = new CompletableFuture<>();
            Thread.startVirtualThread(() -> receive(server, mail));
            outlet(server.getLocalPort()).send(COPY);
            assertThat(mail.get())
                    .contains("Subject: Ledger checkpoint 7: 1000 entries")
                    .contains("filename=000000000007.note")
                    .contains("To: officer@example.com");
        }
    }

    @Test
    void a_mail_server_that_is_gone_is_a_failure() throws IOException {
        int port;
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }
        assertThatThrownBy(() -> outlet(port).send(COPY))
                .isInstanceOf(OutletFailure.class)
                .hasMessage("the mail was not accepted");
    }

    private static MailOutlet outlet(int port) {
        return new MailOutlet(
                new MailOutlet.Server("127.0.0.1", port, "", "", false),
                "ledger@example.com",
                "officer@example.com",
                EVERY);
    }

    /// As much of SMTP (RFC 5321) as one mail needs.
    private static void receive(ServerSocket server, CompletableFuture<String> mail) {
        try (Socket socket = server.accept();
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.UTF_8));
                Writer out =
                        new java.io.OutputStreamWriter(
                                socket.getOutputStream(), StandardCharsets.UTF_8)) {
            say(out, "220 test");
            StringBuilder text = new StringBuilder();
            String line = in.readLine();
            while (line != null && !line.startsWith("QUIT")) {
                say(out, line.startsWith("DATA") ? "354 go on" : "250 fine");
                if (line.startsWith("DATA")) {
                    for (line = in.readLine(); !".".equals(line); line = in.readLine()) {
                        text.append(line).append('\n');
                    }
                    say(out, "250 taken");
                    mail.complete(text.toString());
                }
                line = in.readLine();
            }
            say(out, "221 bye");
        } catch (IOException failed) {
            mail.completeExceptionally(failed);
        }
    }

    private static void say(Writer out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }
}
