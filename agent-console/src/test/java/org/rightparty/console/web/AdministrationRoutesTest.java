package org.rightparty.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rightparty.console.fakes.ConsoleFixture;

import java.net.http.HttpResponse;

/// What the routes for administrators answer.
final class AdministrationRoutesTest {
    private static final String STAFF = "/api/administration/staff";

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
