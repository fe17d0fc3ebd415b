package org.rightparty.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.console.fakes.ConsoleFixture;
import org.rightparty.console.fakes.FakeRetention;

import java.time.InstantSource;

/// Who is due is shown page by page, however many are held back.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RetentionRoutesTest {
    private final ConsoleFixture console =
            ConsoleFixture.with(
                    new RetentionRoutes(
                            new FakeRetention(401), (_, _, _, _, _) -> {}, InstantSource.system()));
    private final ConsoleClient officer = ConsoleClient.of(console.port(), "officer");

    @AfterAll
    void stop() {
        console.close();
    }

    @ParameterizedTest
    @CsvSource({"'', 17, 200, true", "?after=216, 217, 200, true", "?after=416, 417, 1, false"})
    void every_page_begins_behind_the_last_of_the_one_before(
            String query, long first, int many, boolean more) {
        JsonNode page = ConsoleClient.json(officer.get("/api/retention" + query));
        assertThat(page.at("/due/0/consumer").asLong()).isEqualTo(first);
        assertThat(page.get("due")).hasSize(many);
        assertThat(page.get("moreDue").asBoolean()).isEqualTo(more);
    }

    @Test
    void behind_the_last_there_is_nobody_and_a_word_is_no_number() {
        assertThat(ConsoleClient.json(officer.get("/api/retention?after=417")).get("due"))
                .isEmpty();
        assertThat(officer.get("/api/retention?after=anna").statusCode()).isEqualTo(400);
    }
}
