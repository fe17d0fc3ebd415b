package org.rightparty.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.console.fakes.ConsoleFixture;
import org.rightparty.console.office.Unmasking;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.ConsumerId;

import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Who sees what of a person, and what is entered when somebody sees more.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnmaskRoutesTest {
    private static final ConsumerId PERSON = new ConsumerId(38);
    private final List<String> looks = new CopyOnWriteArrayList<>();
    private final Unmasking unmasking =
            consumer ->
                    consumer.equals(PERSON)
                            ? Optional.of(
                                    new Unmasking.Unmasked(
                                            Samples.screen().person().phones(),
                                            Optional.of(LocalDate.of(1984, 7, 19)),
                                            Optional.of("4321")))
                            : Optional.empty();
    private final ConsoleFixture console =
            ConsoleFixture.with(
                    new UnmaskRoutes(
                            unmasking,
                            (by, kind, consumer, detail, _) ->
                                    looks.add(line(by, kind, consumer) + " " + detail),
                            InstantSource.system()));

    private static String line(AgentId by, String kind, Optional<ConsumerId> consumer) {
        return "%s %s %s".formatted(by, kind, consumer.orElseThrow());
    }

    @BeforeEach
    void nobody_looked() {
        looks.clear();
    }

    @AfterAll
    void stop() {
        console.close();
    }

    private HttpResponse<String> unmask(String login, long consumer, String reason) {
        return ConsoleClient.of(console.port(), login)
                .post(
                        "/api/compliance/unmask",
                        "{\"consumer\":%d,\"reason\":\"%s\"}".formatted(consumer, reason));
    }

    @ParameterizedTest
    @CsvSource({"agent, true", "supervisor, false", "officer, false"})
    void only_whoever_dials_finds_numbers_whole(String login, boolean whole) {
        HttpResponse<String> found =
                ConsoleClient.of(console.port(), login).post("/api/search", "{\"q\":\"del\"}");
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body().contains("2125550142")).isEqualTo(whole);
        assertThat(found.body().contains("(•••) •••-0142")).isEqualTo(!whole);
    }

    @Test
    void a_look_at_what_is_masked_is_entered_with_its_reason() {
        HttpResponse<String> shown = unmask("officer", 38, "COMPLAINT");
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("+12125550142", "1984-07-19", "4321");
        assertThat(looks).containsExactly("31 person.unmasked 38 {reason=COMPLAINT}");
    }

    @ParameterizedTest
    @CsvSource({
        "officer,    38, CURIOSITY, 400",
        "officer,    0,  COMPLAINT, 400",
        "officer,    39, COMPLAINT, 404",
        "agent,      38, COMPLAINT, 403",
        "admin,      38, COMPLAINT, 403"
    })
    void nothing_is_shown_without_a_reason_a_person_and_a_role(
            String login, long consumer, String reason, int code) {
        HttpResponse<String> answer = unmask(login, consumer, reason);
        assertThat(answer.statusCode()).isEqualTo(code);
        assertThat(answer.body()).doesNotContain("2125550142");
        assertThat(looks).isEmpty();
    }
}
