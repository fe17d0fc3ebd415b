package org.rightparty.dialer.robot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// An agent who logs in, brings up the line, goes ready, verifies, talks, hangs up, records a
/// disposition, and comes back after every lost socket, as a person with a page would.
public final class AgentRobot implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PING_EVERY = Duration.ofSeconds(5);
    private static final int LOOK_MILLIS = 50;
    private static final Duration RETRY_AFTER = Duration.ofMillis(500);

    private final URI base;
    private final String login;
    private final String password;
    private final Habits habits;
    private final Declined seen;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final Thread thread;
    private final Set<String> reasons = ConcurrentHashMap.newKeySet();
    private final Set<String> noCalls = ConcurrentHashMap.newKeySet();
    private volatile boolean working = true;
    private long asks;
    private long shownAttempt;
    private long talkedAttempt;
    private long wrappedAttempt;
    private Instant actAfter = Instant.EPOCH;
    private String lastAct = "";

    /// Told of everything that was declined, for a test's report.
    @FunctionalInterface
    public interface Declined {
        void declined(String login, String code, String sentence);
    }

    /// How an agent works. Asked once for each conversation.
    public interface Habits {
        Duration talk();

        /// From the end of the talk to the disposition.
        Duration wrapUp();

        /// Whether the agent verifies who it is, and so gets a promise.
        boolean verifies();

        /// Verifies, always talks so long, and writes it up at once.
        static Habits always(Duration talk) {
            return new Habits() {
                @Override
                public Duration talk() {
                    return talk;
                }

                @Override
                public Duration wrapUp() {
                    return Duration.ZERO;
                }

                @Override
                public boolean verifies() {
                    return true;
                }
            };
        }
    }

    public AgentRobot(URI base, String login, String password, Duration talk, Declined seen) {
        this(base, login, password, Habits.always(talk), seen);
    }

    public AgentRobot(URI base, String login, String password, Habits habits, Declined seen) {
        this.base = base;
        this.login = login;
        this.password = password;
        this.habits = habits;
        this.seen = seen;
        this.thread = Thread.ofVirtual().name("robot-" + login).start(this::work);
    }

    /// Why calls were placed, as the screens said.
    public Set<String> reasons() {
        return Set.copyOf(reasons);
    }

    /// Why no calls came, as the desk said while the agent was ready.
    public Set<String> noCalls() {
        return Set.copyOf(noCalls);
    }

    @Override
    public void close() {
        working = false;
        thread.interrupt();
    }

    private void work() {
        while (working) {
            try {
                WebSocket socket = sitDown();
                attend(socket);
            } catch (IOException | CompletionException | IllegalStateException lost) {
                pause(RETRY_AFTER);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    /// What was asked over a socket that is lost may never have arrived, and is asked again.
    private WebSocket sitDown() throws IOException, InterruptedException {
        HttpResponse<String> in =
                post("/api/log-in", Map.of("login", login, "password", password), "");
        if (in.statusCode() != 200) {
            throw new IOException("log-in answered " + in.statusCode());
        }
        HttpResponse<String> me =
                http.send(
                        HttpRequest.newBuilder(base.resolve("/api/me")).build(),
                        HttpResponse.BodyHandlers.ofString());
        JsonNode campaigns = JSON.readTree(me.body());
        long campaign =
                campaigns.path("campaign").isNumber()
                        ? campaigns.path("campaign").asLong()
                        : campaigns.path("campaigns").path(0).path("id").asLong();
        frames.clear();
        lastAct = "";
        URI socket = URI.create("ws://" + base.getAuthority() + "/ws/desk?campaign=" + campaign);
        return http.newWebSocketBuilder()
                .header("Origin", base.toString())
                .buildAsync(socket, new Ears())
                .join();
    }

    private HttpResponse<String> post(String path, Map<String, ?> body, String csrf)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve(path))
                        .header("Content-Type", "application/json")
                        .header("Origin", base.toString())
                        .header("X-CSRF-Token", csrf)
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /// Reads frames until the socket is gone; acts on the newest desk when its time has come.
    private void attend(WebSocket socket) throws IOException, InterruptedException {
        Instant pingAt = Instant.now();
        @Nullable JsonNode desk = null;
        while (working && !socket.isInputClosed()) {
            if (Instant.now().isAfter(pingAt)) {
                send(socket, Map.of("kind", "ping"));
                pingAt = Instant.now().plus(PING_EVERY);
            }
            JsonNode frame = frames.poll(untilAct(), TimeUnit.MILLISECONDS);
            if (frame != null) {
                desk = heard(socket, frame, desk);
            }
            if (desk != null && Instant.now().isAfter(actAfter)) {
                act(socket, desk);
            }
        }
        socket.abort();
    }

    /// Milliseconds until there may be something to do.
    private long untilAct() {
        return Math.clamp(Duration.between(Instant.now(), actAfter).toMillis() + 1, 1, LOOK_MILLIS);
    }

    private @Nullable JsonNode heard(WebSocket socket, JsonNode frame, @Nullable JsonNode desk) {
        switch (frame.path("kind").asText()) {
            case "desk" -> {
                shown(socket, frame);
                return frame.path("desk");
            }
            case "answer" -> {
                if (!frame.path("accepted").asBoolean()) {
                    lastAct = "";
                    actAfter = Instant.now().plusMillis(300);
                    seen.declined(
                            login, frame.path("code").asText(), frame.path("sentence").asText());
                }
            }
            default -> {}
        }
        return desk;
    }

    private void shown(WebSocket socket, JsonNode frame) {
        JsonNode call = frame.path("desk").path("call");
        long attempt = call.path("attempt").asLong();
        if (frame.path("desk").path("noCalls").isTextual()) {
            noCalls.add(frame.path("desk").path("noCalls").asText());
        }
        if (call.path("screen").isObject()) {
            reasons.add(call.path("screen").path("dialed").path("why").asText());
        }
        if (attempt != 0
                && attempt != shownAttempt
                && call.path("screen").isObject()
                && call.path("answeredAt").isTextual()) {
            shownAttempt = attempt;
            send(
                    socket,
                    Map.of("kind", "shown", "seq", frame.path("seq").asLong(), "attempt", attempt));
        }
    }

    private void act(WebSocket socket, JsonNode desk) {
        String state = desk.path("state").path("kind").asText();
        long attempt = desk.path("call").path("attempt").asLong();
        switch (state) {
            case "notReady", "offline" -> {
                if (desk.path("line").asText().equals("DOWN")) {
                    once(
                            socket,
                            "line" + desk.path("revision").asLong(),
                            Map.of("kind", "callMyLine"));
                } else if (desk.path("line").asText().equals("UP")) {
                    once(
                            socket,
                            "ready" + desk.path("revision").asLong(),
                            Map.of("kind", "goReady"));
                }
            }
            case "talking" -> talk(socket, desk, attempt);
            case "wrappingUp" -> wrapUp(socket, desk, attempt);
            case "previewing" ->
                    once(socket, "dial" + desk.path("revision"), Map.of("kind", "dialPreview"));
            default -> {}
        }
    }

    private void talk(WebSocket socket, JsonNode desk, long attempt) {
        if (talkedAttempt != attempt) {
            talkedAttempt = attempt;
            if (desk.path("call").path("announce").asBoolean()) {
                once(
                        socket,
                        "announce" + attempt,
                        Map.of("kind", "announceRecording", "attempt", attempt));
            }
            if (habits.verifies()) {
                verify(socket, attempt);
            }
            actAfter = Instant.now().plus(habits.talk());
        } else {
            once(socket, "hangUp" + attempt, Map.of("kind", "hangUp"));
        }
    }

    private void verify(WebSocket socket, long attempt) {
        once(
                socket,
                "verify" + attempt,
                Map.of(
                        "kind",
                        "verifyIdentity",
                        "attempt",
                        attempt,
                        "proofs",
                        java.util.List.of("FULL_NAME", "DATE_OF_BIRTH")));
    }

    private void wrapUp(WebSocket socket, JsonNode desk, long attempt) {
        if (wrappedAttempt != attempt) {
            wrappedAttempt = attempt;
            actAfter = Instant.now().plus(habits.wrapUp());
        } else {
            dispose(socket, desk, attempt);
        }
    }

    private void dispose(WebSocket socket, JsonNode desk, long attempt) {
        boolean verified = desk.path("call").path("verified").asBoolean();
        Map<String, Object> wrapUp =
                new java.util.HashMap<>(
                        Map.of(
                                "attempt",
                                attempt,
                                "code",
                                verified ? "PROMISE" : "HUNG_UP",
                                "reason",
                                verified ? "JOB_LOSS" : "",
                                "note",
                                ""));
        wrapUp.put("promise", verified ? promise() : null);
        wrapUp.put("callback", null);
        once(socket, "dispose" + attempt, Map.of("kind", "dispose", "wrapUp", wrapUp));
    }

    private static Map<String, Object> promise() {
        return Map.of(
                "amount", Map.of("minorUnits", 100, "currency", "USD"),
                "dueOn", LocalDate.now(ZoneOffset.UTC).plusDays(7).toString(),
                "method", "CARD");
    }

    /// Asks once for each thing, however often the desk is sent.
    private void once(WebSocket socket, String act, Map<String, ?> intent) {
        if (!act.equals(lastAct)) {
            lastAct = act;
            send(socket, Map.of("kind", "ask", "ref", "r" + ++asks, "intent", intent));
        }
    }

    private void send(WebSocket socket, Map<String, ?> frame) {
        try {
            socket.sendText(JSON.writeValueAsString(frame), true).join();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Ears implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public java.util.concurrent.@Nullable CompletionStage<?> onText(
                WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                try {
                    frames.add(JSON.readTree(text.toString()));
                } catch (IOException unreadable) {
                    throw new IllegalStateException(unreadable);
                }
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}
