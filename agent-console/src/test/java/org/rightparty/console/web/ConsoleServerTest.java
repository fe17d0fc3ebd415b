package org.rightparty.console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.console.fakes.ConsoleFixture;
import org.rightparty.console.people.Sessions.Why;
import org.rightparty.vocabulary.Role;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.SecureRandom;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleServerTest {
    private final ConsoleFixture console = new ConsoleFixture(0);

    @BeforeAll
    void somebody_is_locked_out() {
        console.people.with(99, "L. Gone", "gone", hashOf("gone away"), Role.AGENT);
        console.people.deactivate("gone");
    }

    @AfterAll
    void stop() {
        console.close();
    }

    @Test
    void logs_in_and_says_who_it_is() {
        ConsoleClient client = new ConsoleClient(console.port());
        HttpResponse<String> answer = client.logIn("agent", ConsoleFixture.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("set-cookie").orElse(""))
                .startsWith("rightparty=")
                .contains("; HttpOnly", "; SameSite=Strict", "; Path=/")
                .doesNotContain("Secure");
        assertThat(ConsoleClient.json(client.get("/api/me")).at("/agent/name").asText())
                .isEqualTo("A. Kim");
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    login      | password               | code | name
                    agent      | wrong                  | 401  | WRONG_LOG_IN
                    nobody     | practice makes perfect | 401  | WRONG_LOG_IN
                    gone       | gone away              | 423  | INACTIVE
                    gone       | wrong                  | 401  | WRONG_LOG_IN
                    AGENT      | practice makes perfect | 200  | -
                    """)
    void lets_in_only_who_knows_the_password(String login, String password, int code, String name) {
        HttpResponse<String> answer = new ConsoleClient(console.port()).logIn(login, password);
        assertThat(answer.statusCode()).isEqualTo(code);
        if (code != 200) {
            assertThat(ConsoleClient.json(answer).get("code").asText()).isEqualTo(name);
            assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
        }
    }

    @Test
    void locks_a_login_after_five_wrong_passwords_even_for_the_right_one() {
        ConsoleClient client = new ConsoleClient(console.port());
        for (int i = 0; i < LogIns.TRIES_MAX; i++) {
            assertThat(client.logIn("officer", "guess " + i).statusCode()).isEqualTo(401);
        }
        assertThat(client.logIn("officer", ConsoleFixture.PASSWORD).statusCode()).isEqualTo(423);
        assertThat(console.sessions.refused())
                .anyMatch(r -> r.why() == Why.LOCKED && r.agent().isPresent());
    }

    @Test
    void refuses_a_change_without_the_csrf_token() {
        ConsoleClient client = ConsoleClient.of(console.port(), "agent");
        HttpResponse<String> answer =
                client.send(client.request("/api/log-out").POST(BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(ConsoleClient.json(answer).get("code").asText()).isEqualTo("CSRF");
        assertThat(client.get("/api/me").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"http://evil.example, 403", "null, 403", "same, 204"})
    void refuses_a_change_from_another_sites_page(String origin, int code) {
        ConsoleClient client = ConsoleClient.of(console.port(), "agent");
        String from = origin.equals("same") ? "http://127.0.0.1:" + console.port() : origin;
        HttpResponse<String> answer =
                client.send(
                        client.request("/api/log-out")
                                .header("X-CSRF-Token", client.csrf())
                                .header("Origin", from)
                                .POST(BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(code);
    }

    @Test
    void ends_the_session_at_log_out_and_closes_its_socket() {
        ConsoleClient client = ConsoleClient.of(console.port(), "agent");
        SocketClient socket = client.socket("/ws/desk?campaign=1");
        socket.next("desk");
        assertThat(client.post("/api/log-out", "").statusCode()).isEqualTo(204);
        assertThat(socket.next("dismissed").get("reason").asText()).contains("logged out");
        assertThat(socket.closeCode()).isEqualTo(4001);
        assertThat(client.get("/api/dispositions").statusCode()).isEqualTo(401);
        HttpResponse<String> nobody = client.get("/api/me");
        assertThat(nobody.statusCode()).isEqualTo(204);
        assertThat(nobody.body()).isEmpty();
    }

    @Test
    void answers_nonsense_with_words_and_not_with_what_went_wrong_inside() {
        ConsoleClient client = new ConsoleClient(console.port());
        HttpResponse<String> answer =
                client.send(client.request("/api/log-in").POST(BodyPublishers.ofString("{")));
        assertThat(answer.statusCode()).isEqualTo(400);
        HttpResponse<String> tooLong =
                client.send(
                        client.request("/api/log-in")
                                .POST(BodyPublishers.ofString("x".repeat(3_000))));
        assertThat(tooLong.statusCode()).isEqualTo(413);
        assertThat(client.get("/api/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void keeps_pages_to_themselves() {
        HttpResponse<String> answer = new ConsoleClient(console.port()).get("/health/live");
        assertThat(answer.headers().firstValue("content-security-policy").orElse(""))
                .contains("frame-ancestors 'none'", "script-src 'self';")
                .doesNotContain("unsafe-eval");
        assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
    }

    @Test
    void finds_accounts_without_showing_money() {
        ConsoleClient client = ConsoleClient.of(console.port(), "agent");
        String found = client.post("/api/search", "{\"q\":\"delgado\"}").body();
        assertThat(found).contains("Maria Delgado").doesNotContain("minorUnits", "Northbank");
        assertThat(client.post("/api/search", "{\"q\":\"de\"}").statusCode()).isEqualTo(400);
    }

    @Test
    void says_clearly_that_the_port_is_taken() {
        assertThatThrownBy(() -> new ConsoleFixture(console.port()))
                .isInstanceOf(ConsoleServer.CannotListen.class)
                .hasMessageContaining("127.0.0.1:" + console.port())
                .hasMessageContaining("Choose another port");
    }

    private static String hashOf(String password) {
        return new Passwords(new SecureRandom()).hash(password);
    }
}
