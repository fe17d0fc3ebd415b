package org.rightparty.console.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rightparty.console.fakes.ConsoleFixture;
import org.rightparty.console.web.Clocks;
import org.rightparty.console.web.ConsoleConfig;
import org.rightparty.console.web.Passwords;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.Role;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// From the answer to the page's word that the account is on the screen, for fifty desks that take
/// calls all the time. Client and server share the machine.
@Tag("bench")
class DeskBench {
    private static final int DESKS = 50;
    private static final int ROUNDS = 40;
    private static final long FIRST = 1_000;
    private static final Duration BETWEEN_CALLS = Duration.ofMillis(4);
    private static final Pattern POP =
            Pattern.compile("\"seq\":(\\d+).*\"call\":\\{\"attempt\":(\\d+)");

    @Test
    void answer_to_screen_of_fifty_desks() throws IOException, InterruptedException {
        try (ConsoleFixture console =
                new ConsoleFixture(
                        ConsoleConfig.onLoopback(0, ConsoleFixture.uploads()),
                        new Clocks(InstantSource.system(), System::nanoTime, new SecureRandom()))) {
            List<Page> pages = new ArrayList<>();
            String hash = new Passwords(new SecureRandom()).hash("bench");
            for (int i = 0; i < DESKS; i++) {
                console.people.with(FIRST + i, "B" + i, "bench" + i, hash, Role.AGENT);
                pages.add(Page.open(console.port(), "bench" + i));
            }
            long[] micros = new long[DESKS * ROUNDS];
            for (int i = 0; i < micros.length; i++) {
                AgentId agent = new AgentId(FIRST + i % DESKS);
                long answered = System.nanoTime();
                console.callFor(agent);
                LockSupport.parkNanos(BETWEEN_CALLS.toNanos());
                micros[i] = acknowledged(console, i) - answered;
            }
            print(Arrays.stream(micros).map(n -> n / 1_000).sorted().toArray());
            assertThat(pages).hasSize(DESKS);
        }
    }

    /// When the call with this number was acknowledged.
    private static long acknowledged(ConsoleFixture console, int number) {
        while (console.desks.shown().size() <= number) {
            LockSupport.parkNanos(50_000);
        }
        return console.desks.shown().get(number).nanos();
    }

    private static void print(long[] sorted) {
        System.out.printf(
                "| desks | calls | p50 us | p99 us | max us |%n| %d | %d | %d | %d | %d |%n",
                DESKS,
                sorted.length,
                sorted[sorted.length / 2],
                sorted[sorted.length * 99 / 100],
                sorted[sorted.length - 1]);
    }

    /// A page that acknowledges each account at once.
    private static final class Page implements WebSocket.Listener {
        private final StringBuilder part = new StringBuilder();
        private final CompletableFuture<Boolean> first = new CompletableFuture<>();

        static Page open(int port, String login) throws IOException, InterruptedException {
            HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
            String origin = "http://127.0.0.1:" + port;
            String body = "{\"login\":\"" + login + "\",\"password\":\"bench\"}";
            int code =
                    http.send(
                                    HttpRequest.newBuilder(URI.create(origin + "/api/log-in"))
                                            .POST(BodyPublishers.ofString(body))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode();
            assertThat(code).isEqualTo(200);
            Page page = new Page();
            http.newWebSocketBuilder()
                    .header("Origin", origin)
                    .buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws/desk?campaign=1"), page)
                    .join();
            page.first.join();
            return page;
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                acknowledge(from, part.toString());
                part.setLength(0);
                first.complete(true);
            }
            from.request(1);
            return null;
        }

        private static void acknowledge(WebSocket to, String frame) {
            Matcher pop = POP.matcher(frame);
            if (pop.find()) {
                String shown =
                        "{\"kind\":\"shown\",\"seq\":%s,\"attempt\":%s}"
                                .formatted(pop.group(1), pop.group(2));
                CompletableFuture<WebSocket> sent = to.sendText(shown, true);
                assertThat(sent).isNotNull();
            }
        }
    }
}
