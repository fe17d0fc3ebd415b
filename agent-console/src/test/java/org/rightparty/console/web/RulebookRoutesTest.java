package org.rightparty.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightparty.console.fakes.ConsoleFixture;
import org.rightparty.console.fakes.RulebookRoom;
import org.rightparty.vocabulary.Role;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/// What the routes of rulebooks take and answer, over the shipped books in real tables.
class RulebookRoutesTest {
    private static final String DRAFT = which(RulebookRoom.HOUSE, RulebookRoom.DRAFT);

    private final RulebookRoom books = new RulebookRoom();
    private final ConsoleFixture console = ConsoleFixture.with(new RulebookRoutes(books.desk));
    private final ConsoleClient officer = ConsoleClient.of(console.port(), "officer");

    @AfterEach
    void stop() {
        console.close();
        books.close();
    }

    private static String which(String name, String version) {
        return "{\"name\":\"%s\",\"version\":\"%s\"}".formatted(name, version);
    }

    /// The draft as the list shows it.
    private String shown() {
        for (JsonNode one : ConsoleClient.json(officer.get("/api/rulebooks"))) {
            if (one.get("version").asText().equals(RulebookRoom.DRAFT)) {
                return shown(RulebookRoom.HOUSE, one.get("sha256").asText());
            }
        }
        throw new IllegalStateException("there is no draft");
    }

    private static String shown(String name, String sha256) {
        return "{\"name\":\"%s\",\"version\":\"2026.9\",\"sha256\":\"%s\"}".formatted(name, sha256);
    }

    private HttpResponse<String> post(String step, String body) {
        return officer.post("/api/rulebooks/" + step, body);
    }

    private JsonNode done(String step, String body) {
        HttpResponse<String> answer = post(step, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return ConsoleClient.json(answer);
    }

    private void refused(HttpResponse<String> answer, int code, String name, String words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(code);
        assertThat(ConsoleClient.json(answer).get("code").asText()).isEqualTo(name);
        assertThat(ConsoleClient.json(answer).get("sentence").asText()).contains(words);
    }

    @Test
    void lists_every_version_of_every_book_with_where_it_stands() {
        JsonNode list = ConsoleClient.json(officer.get("/api/rulebooks"));
        List<String> names = new ArrayList<>();
        list.forEach(one -> names.add(one.get("name").asText()));
        assertThat(names).contains(RulebookRoom.HOUSE, "us-federal", "us-states");
        JsonNode first = list.get(0);
        assertThat(first.get("state").asText()).isEqualTo("IN_FORCE");
        assertThat(first.get("sha256").asText()).matches("[0-9a-f]{64}");
        assertThat(first.get("activeFrom").asText()).matches("20[0-9-]{8}T.*Z");
    }

    @Test
    void the_content_is_the_book_itself_in_force_when_no_version_is_named() {
        HttpResponse<String> named =
                post("content", which(RulebookRoom.HOUSE, RulebookRoom.IN_FORCE));
        assertThat(named.statusCode()).isEqualTo(200);
        assertThat(named.body())
                .startsWith("{\"content\":")
                .contains("\\\"rule_id\\\"", "\\\"version\\\" : \\\"2026.6\\\"");
        assertThat(post("content", "{\"name\":\"house-policy\",\"version\":null}").body())
                .isEqualTo(named.body());
        refused(post("content", DRAFT), 409, "RULEBOOK_REFUSED", "2026.9");
    }

    @Test
    void a_draft_goes_its_way_until_it_is_in_force_and_back() {
        JsonNode draft = done("draft", RulebookRoom.stricter());
        assertThat(draft.get("state").asText()).isEqualTo("DRAFT");
        assertThat(draft.get("author").asText()).isEqualTo("officer");
        JsonNode changes = done("diff", DRAFT);
        assertThat(changes).isNotEmpty();
        assertThat(changes.toString()).contains("CHANGED", "HOUSE-GAP", "\\\"n\\\":4");
        refused(post("approve", shown()), 409, "RULEBOOK_REFUSED", "");
        JsonNode trial = done("try", shown());
        assertThat(shown()).contains(trial.get("sha256").asText());
        assertThat(trial.at("/past/compared").asLong()).isZero();
        assertThat(trial.get("tomorrowFrom").asText()).isNotEmpty();
        refused(post("approve", shown()), 409, "RULEBOOK_REFUSED", "another");
        refused(post("activate", activate("null")), 409, "RULEBOOK_REFUSED", "approve");
        assertThat(another("approve", shown()).get("approver").asText()).isEqualTo("officer2");
        refused(
                post("activate", activate("\"2020-01-01T00:00:00Z\"")),
                409,
                "RULEBOOK_REFUSED",
                "");
        assertThat(done("activate", activate("null")).get("state").asText()).isEqualTo("IN_FORCE");
        assertThat(done("diff", DRAFT)).isEmpty();
        JsonNode before = done("roll-back", "{\"name\":\"house-policy\",\"version\":null}");
        assertThat(before.get("version").asText()).isEqualTo(RulebookRoom.IN_FORCE);
    }

    private static String activate(String at) {
        return "{\"name\":\"house-policy\",\"version\":\"2026.9\",\"at\":" + at + "}";
    }

    /// A step of a second officer.
    private JsonNode another(String step, String body) {
        console.people.with(32, "P. Second", "officer2", console.hash(), Role.OFFICER);
        HttpResponse<String> answer =
                ConsoleClient.of(console.port(), "officer2").post("/api/rulebooks/" + step, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return ConsoleClient.json(answer);
    }

    @Test
    void a_version_that_is_to_come_is_pending_until_then() {
        done("draft", RulebookRoom.stricter());
        done("try", shown());
        another("approve", shown());
        JsonNode pending = done("activate", activate("\"2099-01-01T05:00:00Z\""));
        assertThat(pending.get("state").asText()).isEqualTo("PENDING");
        assertThat(pending.get("activeFrom").asText()).isEqualTo("2099-01-01T05:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "CONTACT_HOURS"     | "TEA_TIME"         | type
                    "POLICY"            | "HEARSAY"          | "HEARSAY" is no strength
                    "count": "CALL_CONNECTED" | "count": "CALL_DREAMT" | CALL_DREAMT
                    """)
    void a_draft_that_is_no_rulebook_is_told_where_it_is_wrong(
            String right, String wrong, String field) {
        String broken = RulebookRoom.stricter().replace(right, wrong);
        refused(post("draft", broken), 400, "RULEBOOK_FAULT", field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "{\"name\":\"house-policy\"}"})
    void a_body_that_is_no_book_is_a_fault_and_not_a_failure(String body) {
        assertThat(post("draft", body).statusCode()).isEqualTo(400);
    }

    @Test
    void a_version_that_was_approved_is_never_drafted_again() {
        String same = RulebookRoom.stricter().replace("2026.9", RulebookRoom.IN_FORCE);
        refused(post("draft", same), 409, "RULEBOOK_REFUSED", "2026.6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"content", "diff", "try", "approve", "activate", "roll-back"})
    void a_book_that_is_not_there_is_refused_by_every_step(String step) {
        String body =
                switch (step) {
                    case "activate" -> activate("null").replace("house-policy", "no-such-book");
                    case "try", "approve" -> shown("no-such-book", "ab".repeat(32));
                    default -> which("no-such-book", "1");
                };
        refused(post(step, body), 409, "RULEBOOK_REFUSED", "no-such-book");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    content  | {}
                    diff     | {"name":"house-policy","version":null}
                    try      | {"name":"house-policy","version":"2026.9"}
                    approve  | {"name":"house-policy","version":"2026.9"}
                    activate | {"name":"house-policy","version":"2026.9","at":"soon"}
                    replay   | {"since":"yesterday"}
                    replay   | {}
                    """)
    void a_step_without_what_it_needs_is_malformed(String step, String body) {
        refused(post(step, body), 400, "MALFORMED", "");
    }

    /// Three hours after a call the house in force lets one be placed, and the draft does not.
    @Test
    void policy_tests_are_put_to_a_version_with_the_other_books() {
        done("draft", RulebookRoom.stricter());
        JsonNode tested = done("test?name=house-policy&version=2026.9", TESTS);
        assertThat(tested.get("line").asText()).isEqualTo("1 passed, 2 failed");
        assertThat(tested.at("/failures/0/id").asText()).isEqualTo("GAP-3H");
        assertThat(tested.at("/failures/0/actual").asText()).isEqualTo("DENY POLICY_MIN_GAP");
        assertThat(tested.at("/failures/0/rows/0").asText()).isEqualTo("HOUSE-GAP");
        assertThat(tested.at("/failures/1/refused").asBoolean()).isTrue();
        JsonNode before = done("test?name=house-policy&version=2026.6", TESTS);
        assertThat(before.get("line").asText()).isEqualTo("2 passed, 1 failed");
    }

    private static final String TESTS =
            """
            [{"id": "GAP-3H", "kind": "CALL_DECISION", "instant_utc": "2026-04-07T19:00:00Z",
              "jurisdictions": ["US", "US-NY"], "debt": {"id": "D1"},
              "number": {"line_type": "LANDLINE", "place": "HOME"},
              "location_evidence": [{"kind": "ADDRESS", "zones": ["America/New_York"]}],
              "history": [{"at": "2026-04-07T16:00:00Z", "type": "CALL_PLACED",
                "outcome": "RING_NO_ANSWER", "debts": ["D1"]}],
              "policy": {"as_written": true}, "expect": {"decision": "ALLOW"}},
             {"id": "IN-TIME", "kind": "CONNECT_TIME", "greeting_end_ms": 1000,
              "agent_bridge_ms": 3000, "expect": {"decision": "CONNECTED_IN_TIME"}},
             {"id": "ODD", "kind": "TEA_TIME"}]
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    test?name=house-policy&version=2026.6 | {}  | 400 | NO_POLICY_TESTS
                    test?name=house-policy&version=2026.6 | [   | 400 | NO_POLICY_TESTS
                    test?name=house-policy&version=1      | []  | 409 | RULEBOOK_REFUSED
                    test?name=house-policy                | []  | 400 | MALFORMED
                    """)
    void tests_of_no_version_or_of_no_kind_are_refused(
            String step, String body, int code, String name) {
        refused(post(step, body), code, name, "");
    }

    @Test
    void a_replay_of_nothing_differs_in_nothing() {
        JsonNode replayed = done("replay", "{\"since\":\"2026-01-01T00:00:00Z\"}");
        assertThat(replayed.get("decisions").asLong()).isZero();
        assertThat(replayed.get("different")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "supervisor", "admin"})
    void nobody_but_officers_sees_or_changes_a_book(String login) {
        ConsoleClient other = ConsoleClient.of(console.port(), login);
        assertThat(other.get("/api/rulebooks").statusCode()).isEqualTo(403);
        assertThat(other.post("/api/rulebooks/draft", RulebookRoom.stricter()).statusCode())
                .isEqualTo(403);
        assertThat(officer.get("/api/rulebooks").body()).doesNotContain("2026.9");
    }
}
