package org.rightparty.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.fakes.ConsoleFixture;
import org.rightparty.console.office.CallDesk;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.PhoneId;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// What `POST /api/calls` and `POST /api/callbacks` take and answer.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallRoutesTest {
    private static final String CALL = "{\"campaign\":1,\"account\":4711,\"phone\":12}";
    private static final String CALLBACK =
            "{\"account\":4711,\"phone\":12,\"at\":\"2026-11-20T17:00:00Z\","
                    + "\"zone\":\"America/New_York\",\"askedByConsumer\":true}";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Desk desk = new Desk();
    private final ConsoleFixture console = ConsoleFixture.with(new CallRoutes(desk));
    private final Map<String, ConsoleClient> clients = new HashMap<>();

    /// Notes what it is asked and answers what the test wants.
    private final class Desk implements CallDesk {
        private Answer answer = new Answer.Accepted();

        @Override
        public Answer call(CampaignId campaign, AccountId account, PhoneId phone, AgentId by) {
            asked.add("call %s %s %s by %s".formatted(campaign, account, phone, by));
            return answer;
        }

        @Override
        public Answer callBack(CallBack wanted, AgentId by) {
            asked.add("callback %s by %s".formatted(wanted, by));
            return answer;
        }
    }

    @BeforeEach
    void nothing_asked() {
        asked.clear();
        desk.answer = new Answer.Accepted();
    }

    @AfterAll
    void stop() {
        console.close();
    }

    private HttpResponse<String> post(String login, String path, String body) {
        return clients.computeIfAbsent(login, name -> ConsoleClient.of(console.port(), name))
                .post(path, body);
    }

    @Test
    void a_call_that_is_being_dialed_is_answered_with_nothing_to_read() {
        HttpResponse<String> answer = post("supervisor", "/api/calls", CALL);
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(asked)
                .containsExactly(
                        "call %s %s %s by %s"
                                .formatted(
                                        new CampaignId(1),
                                        new AccountId(4711),
                                        new PhoneId(12),
                                        new AgentId(21)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /api/calls     | FREQ_FED_7IN7 | Seven calls in seven days.
                    /api/calls     | NO_AGENT      | No agent came free in time.
                    /api/calls     | UNKNOWN       | There is no such account.
                    /api/callbacks | CALLBACK_TIME | Choose a time within the next 90 days.
                    """)
    void a_refusal_is_told_by_code_and_sentence(String path, String code, String sentence) {
        desk.answer = Answer.Declined.because(code, sentence);
        String body = path.equals("/api/calls") ? CALL : CALLBACK;
        HttpResponse<String> answer = post("supervisor", path, body);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(ConsoleClient.json(answer).get("code").asText()).isEqualTo(code);
        assertThat(ConsoleClient.json(answer).get("sentence").asText()).isEqualTo(sentence);
    }

    @Test
    void a_callback_keeps_the_instant_the_consumers_clock_and_who_asked() {
        assertThat(post("officer", "/api/callbacks", CALLBACK).statusCode()).isEqualTo(204);
        CallDesk.CallBack wanted =
                new CallDesk.CallBack(
                        new AccountId(4711),
                        new PhoneId(12),
                        Instant.parse("2026-11-20T17:00:00Z"),
                        ZoneId.of("America/New_York"),
                        true);
        assertThat(asked).containsExactly("callback %s by %s".formatted(wanted, new AgentId(31)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    /api/calls     | ``
                    /api/calls     | []
                    /api/calls     | null
                    /api/calls     | {"campaign":1,"account":4711}
                    /api/calls     | {"campaign":1,"account":4711,"phone":null}
                    /api/calls     | {"campaign":1,"account":"A","phone":12}
                    /api/calls     | {"campaign":1,"account":4711.5,"phone":12}
                    /api/calls     | {"campaign":1,"account":4711,"phone":12,"force":true}
                    /api/calls     | {"campaign":0,"account":4711,"phone":12}
                    /api/calls     | {"campaign":1,"account":-1,"phone":12}
                    /api/callbacks | {"account":4711,"phone":12}
                    """)
    void what_is_no_such_order_is_malformed_and_reaches_nobody(String path, String body) {
        HttpResponse<String> answer = post("supervisor", path, body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(ConsoleClient.json(answer).get("code").asText()).isEqualTo("MALFORMED");
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, Amerika/Neustadt",
        "America/New_York, ''",
        "2026-11-20T17:00:00Z, tomorrow",
        "2026-11-20T17:00:00Z, 2026-11-20",
        "true, 7.5",
        "4711, 0"
    })
    void a_callback_with_a_wrong_field_is_malformed(String right, String wrong) {
        HttpResponse<String> answer =
                post("supervisor", "/api/callbacks", CALLBACK.replace(right, wrong));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/calls,     agent,      403",
        "/api/calls,     officer,    403",
        "/api/calls,     admin,      403",
        "/api/calls,     supervisor, 204",
        "/api/callbacks, agent,      403",
        "/api/callbacks, officer,    204",
        "/api/callbacks, admin,      403",
        "/api/callbacks, supervisor, 204"
    })
    void only_some_may_ask(String path, String login, int code) {
        String body = path.equals("/api/calls") ? CALL : CALLBACK;
        assertThat(post(login, path, body).statusCode()).isEqualTo(code);
        assertThat(asked).hasSize(code == 204 ? 1 : 0);
    }

    @Test
    void a_body_longer_than_its_route_allows_is_not_read() {
        String body = CALL.replace("}", ",\"more\":\"" + "x".repeat(2_000) + "\"}");
        assertThat(post("supervisor", "/api/calls", body).statusCode()).isEqualTo(413);
        assertThat(asked).isEmpty();
    }
}
