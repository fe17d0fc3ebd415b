package org.rightparty.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.console.fakes.ConsoleFixture;

import java.net.http.HttpResponse;

/// What the routes for administrators answer.
final class AdministrationRoutesTest {
    private static final String STAFF = "/api/administration/staff";
    private static final String SETTINGS = "/api/administration/campaigns/1/settings";

    private final ConsoleFixture console = new ConsoleFixture(0);
    private final ConsoleClient admin = ConsoleClient.of(console.port(), "admin");

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void the_sip_account_of_a_desk_phone_is_answered_to_whoever_gives_the_line() {
        HttpResponse<String> added = admin.post(STAFF, member("bo", ", \"phone\": \"DESK\""));
        assertThat(added.statusCode()).isEqualTo(200);
        JsonNode account = ConsoleClient.json(added);
        assertThat(account.get("login").asText()).isEqualTo("bo");
        assertThat(account.get("user").asText()).isEqualTo("desk2099");
        assertThat(account.get("secret").asText()).matches("[0-9a-f]{32}");
        assertThat(admin.get("/api/administration").body())
                .contains("\"phone\":\"DESK\"")
                .doesNotContain(account.get("secret").asText());
    }

    @Test
    void a_softphone_gets_its_secret_in_the_page_and_nobody_else_sees_it() {
        assertThat(admin.post(STAFF, member("bo", "")).statusCode()).isEqualTo(204);
        assertThat(admin.post(STAFF + "/12/line", "{\"phone\": \"BROWSER\"}").statusCode())
                .isEqualTo(204);
    }

    @Test
    void each_change_of_a_line_makes_a_new_secret() {
        assertThat(secret()).matches("[0-9a-f]{32}").isNotEqualTo(secret());
        assertThat(admin.post(STAFF + "/12/line", "{\"phone\": \"HORN\"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_settings_of_a_campaign_are_changed_and_shown() {
        String set = settings("+1 (202) 555-0150", 40);
        assertThat(admin.post(SETTINGS, set).statusCode()).isEqualTo(204);
        JsonNode campaign =
                ConsoleClient.json(admin.get("/api/administration")).at("/campaigns/0/settings");
        assertThat(campaign).hasToString(settings("+12025550150", 40));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2025550150   | 40 | 409 | Write the caller id as +1 and ten digits.
                    +19005550100 | 40 | 409 | a number that can be called back
                    +12025550150 | 61 | 409 | 15 to 60 seconds
                    """)
    void settings_that_cannot_be_are_told_with_the_mend(
            String callerId, int ringSeconds, int code, String says) {
        String before = admin.get("/api/administration").body();
        HttpResponse<String> refused = admin.post(SETTINGS, settings(callerId, ringSeconds));
        assertThat(refused.statusCode()).isEqualTo(code);
        assertThat(refused.body()).contains(says);
        assertThat(admin.get("/api/administration").body()).isEqualTo(before);
    }

    private static String settings(String callerId, int ringSeconds) {
        return ("{\"callerId\":\"%s\",\"ringSeconds\":%d,\"screening\":true,"
                        + "\"recording\":false,\"wrapUpSeconds\":90}")
                .formatted(callerId, ringSeconds);
    }

    private String secret() {
        HttpResponse<String> given = admin.post(STAFF + "/12/line", "{\"phone\": \"DESK\"}");
        JsonNode account = ConsoleClient.json(given);
        assertThat(account.get("user").asText()).isEqualTo("desk2012");
        return account.get("secret").asText();
    }

    private static String member(String login, String more) {
        return """
        {"login": "%s", "name": "B. Osei", "roles": ["AGENT"], "password": "a good password"%s}
        """
                .formatted(login, more);
    }
}
