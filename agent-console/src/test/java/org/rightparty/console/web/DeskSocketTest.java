package org.rightparty.console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightparty.console.agent.PauseReason;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.WrapUpRules;
import org.rightparty.console.fakes.ConsoleFixture;

import java.util.List;

class DeskSocketTest {
    private static final String DESK = "/ws/desk?campaign=1";
    private final ConsoleFixture console = new ConsoleFixture(0);
    private ConsoleClient client = new ConsoleClient(console.port());

    @BeforeEach
    void log_in() {
        client = ConsoleClient.of(console.port(), "agent");
    }

    @AfterEach
    void stop() {
        console.close();
    }

    @Test
    void sends_the_whole_desk_first() {
        JsonNode frame = client.socket(DESK).next();
        assertThat(frame.get("kind").asText()).isEqualTo("desk");
        assertThat(frame.get("seq").asLong()).isEqualTo(1);
        assertThat(frame.at("/desk/state/kind").asText()).isEqualTo("notReady");
    }

    @Test
    void answers_each_ask_by_its_mark() {
        SocketClient socket = client.socket(DESK);
        ask(socket, "a", new WireIntent.GoReady());
        JsonNode refused = socket.next("answer");
        assertThat(refused.get("ref").asText()).isEqualTo("a");
        assertThat(refused.get("accepted").asBoolean()).isFalse();
        assertThat(refused.get("code").asText()).isEqualTo("LINE_DOWN");
        ask(socket, "b", new WireIntent.CallMyLine());
        assertThat(socket.next("answer").get("accepted").asBoolean()).isTrue();
        ask(socket, "c", new WireIntent.GoReady());
        assertThat(socket.next("answer").get("ref").asText()).isEqualTo("c");
        ask(socket, "d", new WireIntent.Pause(PauseReason.BREAK));
        assertThat(socket.next("answer").get("accepted").asBoolean()).isTrue();
    }

    @Test
    void a_page_without_sound_is_not_ready_and_gets_ready_when_it_hears() {
        SocketClient socket = client.socket(DESK);
        socket.send(new Wire.LineReady(true));
        socket.send(new Wire.SoundArrives(false));
        ask(socket, "a", new WireIntent.GoReady());
        assertThat(socket.next("answer").get("code").asText()).isEqualTo("NO_SOUND");
        socket.send(new Wire.SoundArrives(true));
        ask(socket, "b", new WireIntent.GoReady());
        assertThat(socket.next("answer").get("accepted").asBoolean()).isTrue();
        socket.send(new Wire.SoundArrives(false));
        await().until(() ->
                socket.next("desk").at("/desk/state/reason").asText().equals("LINE_LOST"));
    }

    @Test
    void pops_the_account_and_measures_when_it_was_seen_once() {
        SocketClient socket = client.socket(DESK);
        socket.next("desk");
        console.callFor(ConsoleFixture.AGENT);
        JsonNode pop = socket.next("desk");
        long attempt = pop.at("/desk/call/attempt").asLong();
        assertThat(pop.at("/desk/call/screen/person/familyName").asText()).isEqualTo("Delgado");
        assertThat(pop.at("/desk/call/screen/debt").isNull()).isTrue();
        socket.send(new Wire.Shown(pop.get("seq").asLong() - 1, attempt));
        socket.send(new Wire.Shown(pop.get("seq").asLong(), attempt + 1));
        socket.send(new Wire.Shown(pop.get("seq").asLong(), attempt));
        socket.send(new Wire.Shown(pop.get("seq").asLong(), attempt));
        socket.send(new Wire.Ping());
        socket.next("pong");
        assertThat(console.desks.shown()).hasSize(1);
    }

    @Test
    void shows_the_debt_once_identity_is_verified() {
        SocketClient socket = client.socket(DESK);
        socket.next("desk");
        console.callFor(ConsoleFixture.AGENT);
        long attempt = socket.next("desk").at("/desk/call/attempt").asLong();
        ask(socket, "v", new WireIntent.VerifyIdentity(attempt, List.of("FULL_NAME")));
        JsonNode verified = socket.next("desk");
        assertThat(verified.at("/desk/call/screen/debt/balance/minorUnits").asLong())
                .isEqualTo(148_217);
    }

    @Test
    void gives_a_page_that_comes_back_the_desk_as_it_is_and_what_was_typed() {
        SocketClient first = client.socket(DESK);
        first.next("desk");
        console.callFor(ConsoleFixture.AGENT);
        long attempt = first.next("desk").at("/desk/call/attempt").asLong();
        first.send(draft(attempt, "half a n"));
        first.send(draft(attempt, "half a note"));
        first.send(new Wire.Ping());
        first.next("pong");
        first.abort();
        await().until(() -> stored(attempt).contains("half a note"));
        SocketClient second = client.socket(DESK);
        JsonNode desk = second.next();
        assertThat(desk.get("seq").asLong()).isEqualTo(1);
        assertThat(desk.at("/desk/state/kind").asText()).isEqualTo("talking");
        JsonNode draft = second.next("draft");
        assertThat(draft.get("attempt").asLong()).isEqualTo(attempt);
        assertThat(draft.at("/draft/note").asText()).isEqualTo("half a note");
    }

    @Test
    void keeps_no_draft_of_a_call_that_is_not_in_front_of_the_agent() {
        SocketClient socket = client.socket(DESK);
        socket.next("desk");
        socket.send(draft(77, "not mine"));
        socket.send(new Wire.Ping());
        socket.next("pong");
        assertThat(stored(77)).isEmpty();
    }

    @Test
    void dismisses_the_older_page_and_serves_the_newer() {
        SocketClient older = client.socket(DESK);
        older.next("desk");
        SocketClient newer = client.socket(DESK);
        newer.next("desk");
        assertThat(older.next("dismissed").get("reason").asText()).contains("another page");
        assertThat(older.closeCode()).isEqualTo(4001);
        console.callFor(ConsoleFixture.AGENT);
        assertThat(newer.next("desk").at("/desk/state/kind").asText()).isEqualTo("talking");
    }

    @ParameterizedTest
    @CsvSource({"NOT_LED_HERE, 1012", "DATABASE_AWAY, 1012", "NO_LINE, 4001"})
    void comes_back_by_itself_where_the_desk_may_open_in_a_moment(String code, int closed) {
        console.desks.declining(Answer.Declined.because(code, "Not now."));
        assertThat(client.socket(DESK).closeCode()).isEqualTo(closed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no json", "{\"kind\":\"dance\"}", "[]"})
    void closes_on_what_is_not_a_frame(String text) {
        SocketClient socket = client.socket(DESK);
        socket.next("desk");
        socket.send(text);
        assertThat(socket.closeCode()).isEqualTo(1008);
    }

    @Test
    void takes_the_longest_note_and_closes_on_a_frame_that_no_page_sends() {
        SocketClient socket = client.socket(DESK);
        socket.next("desk");
        console.callFor(ConsoleFixture.AGENT);
        long attempt = socket.next("desk").at("/desk/call/attempt").asLong();
        String note = "\\u001f".repeat(WrapUpRules.NOTE_CHARACTERS_MAX);
        socket.send(
                "{\"kind\":\"draft\",\"attempt\":%d,\"draft\":{\"note\":\"%s\"}}"
                        .formatted(attempt, note));
        socket.send(new Wire.Ping());
        socket.next("pong");
        assertThat(socket.isClosed()).isFalse();
        socket.send("{\"kind\":\"draft\",\"note\":\"%s\"}".formatted(note.repeat(2)));
        assertThat(socket.closeCode()).isIn(1006, 1008, 1009);
    }

    @Test
    void closes_on_a_page_that_talks_too_fast() {
        SocketClient socket = client.socket(DESK);
        socket.next("desk");
        for (int i = 0; i <= SocketWire.FRAMES_AT_ONCE_MAX + 20 && !socket.isClosed(); i++) {
            sendIfOpen(socket);
        }
        assertThat(socket.closeCode()).isEqualTo(1008);
    }

    @Test
    void hears_no_socket_from_another_sites_page_nor_without_a_session() {
        assertRefused(403, () -> client.socket(DESK, "http://evil.example"));
        assertRefused(401, () -> new ConsoleClient(console.port()).socket(DESK));
        assertRefused(400, () -> client.socket("/ws/desk"));
        assertRefused(404, () -> client.socket("/ws/other"));
    }

    private static void assertRefused(int code, Runnable opening) {
        assertThatThrownBy(opening::run)
                .isInstanceOfSatisfying(
                        SocketClient.Refused.class, r -> assertThat(r.code).isEqualTo(code));
    }

    private static void sendIfOpen(SocketClient socket) {
        try {
            socket.send(new Wire.Ping());
        } catch (java.util.concurrent.CompletionException closed) {
            assertThat(socket.closeCode()).isEqualTo(1008);
        }
    }

    private String stored(long attempt) {
        return console.drafts
                .find(ConsoleFixture.AGENT, new org.rightparty.vocabulary.AttemptId(attempt))
                .orElse("");
    }

    private static Wire.SaveDraft draft(long attempt, String note) {
        return new Wire.SaveDraft(attempt, WireJson.MAPPER.createObjectNode().put("note", note));
    }

    private static void ask(SocketClient socket, String ref, WireIntent intent) {
        socket.send(new Wire.Ask(ref, intent));
    }
}
