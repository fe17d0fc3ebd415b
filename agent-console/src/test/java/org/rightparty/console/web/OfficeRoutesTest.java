package org.rightparty.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.compliance.holds.HoldOrder;
import org.rightparty.console.fakes.ConsoleFixture;
import org.rightparty.console.fakes.FakeHolds;
import org.rightparty.console.fakes.FakeOffice;

import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// What is entered when somebody looks at a person, and by whom what stands against calls was set.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficeRoutesTest {
    private final List<String> looks = new CopyOnWriteArrayList<>();
    private final FakeHolds holds = new FakeHolds();
    private final ConsoleFixture console =
            ConsoleFixture.with(
                    new OfficeRoutes(
                            new FakeOffice(),
                            holds,
                            (by, kind, consumer, detail, _) ->
                                    looks.add(
                                            "%s %s %s %s"
                                                    .formatted(
                                                            by,
                                                            kind,
                                                            consumer.map(Object::toString)
                                                                    .orElse("nobody"),
                                                            sorted(detail))),
                            InstantSource.system()));

    private static Map<String, Object> sorted(Map<String, Object> detail) {
        return new TreeMap<>(detail);
    }

    @BeforeEach
    void nobody_looked() {
        looks.clear();
        console.looks.clear();
    }

    @AfterAll
    void stop() {
        console.close();
    }

    private HttpResponse<String> ask(String login, String path, String body) {
        return ConsoleClient.of(console.port(), login).post("/api/" + path, body);
    }

    /// Whoever it is, and agents about accounts that are not on their screens too.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    compliance/explain          | {"account":40}  | person.explained 38 {account=40}
                    compliance/holds/standing   | {"account":40}  | holds.viewed 38 {account=40}
                    compliance/explain-decision | {"decision":71} | decision.viewed 38 {decision=71}
                    """)
    void each_look_at_a_person_is_entered(String path, String body, String entered) {
        assertThat(ask("officer", path, body).statusCode()).isEqualTo(200);
        assertThat(looks).containsExactly("31 " + entered);
        if (!path.endsWith("decision")) {
            assertThat(ask("agent", path, body).statusCode()).isEqualTo(200);
            assertThat(looks).containsExactly("31 " + entered, "12 " + entered);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    compliance/holds/standing   | {"account":404}
                    compliance/explain-decision | {"decision":404}
                    """)
    void what_is_not_there_is_no_look(String path, String body) {
        assertThat(ask("officer", path, body).statusCode()).isEqualTo(404);
        assertThat(looks).isEmpty();
    }

    @Test
    void the_accounts_behind_a_reason_come_by_fifty_and_are_entered() {
        String body = "{\"campaign\":1,\"reason\":\"CLOSED\",\"after\":%d}";
        HttpResponse<String> first =
                ask("officer", "compliance/why-not/accounts", body.formatted(0));
        assertThat(first.body()).startsWith("{\"accounts\":[701,").endsWith("750],\"more\":true}");
        HttpResponse<String> next =
                ask("officer", "compliance/why-not/accounts", body.formatted(757));
        assertThat(next.body()).isEqualTo("{\"accounts\":[758,759,760],\"more\":false}");
        assertThat(looks)
                .last()
                .isEqualTo(
                        "31 accounts.listed nobody"
                                + " {accounts=[758, 759, 760], campaign=1, reason=CLOSED}");
    }

    @Test
    void a_search_is_entered_with_whom_it_found_and_not_with_what_was_typed() {
        assertThat(ask("agent", "search", "{\"q\":\"delgado\"}").statusCode()).isEqualTo(200);
        assertThat(console.looks).containsExactly("12 persons.searched {consumers=[501], found=1}");
    }

    @ParameterizedTest
    @CsvSource({
        "officer,    true,  OFFICER",
        "supervisor, true,  SUPERVISOR",
        "agent,      true,  AGENT",
        "officer,    false, API",
        "agent,      ,      API"
    })
    void what_is_set_says_who_set_it_and_whether_a_program_did(
            String login, @Nullable String onPage, HoldOrder.Source source) {
        String field = onPage == null ? "" : ",\"onPage\":" + onPage;
        HttpResponse<String> set =
                ask(
                        login,
                        "compliance/holds",
                        """
                        {"bar":"CEASE","account":40,"evidence":"letter","days":[]%s}\
                        """
                                .formatted(field));
        assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
        assertThat(holds.orders().getLast().source()).isEqualTo(source);
    }
}
