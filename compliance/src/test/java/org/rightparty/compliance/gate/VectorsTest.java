package org.rightparty.compliance.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rightparty.compliance.postgres.PostgresRulebooks;
import org.rightparty.compliance.postgres.RulebookReader;
import org.rightparty.compliance.rules.Rulebook;
import org.rightparty.compliance.rules.Rulebooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Decisions that others wrote down from the law, run against the rulebooks with every row switched
/// on and without the spacing of the house. A vector passes when the verdict matches and its reason
/// is among the refusals.
///
/// Vectors of other kinds (abandonment, recording, deadlines) are not the gate's. Vectors that name
/// no country test one row alone, so for them a book that is always open stands in for the federal
/// one.
final class VectorsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<JsonNode> ALL = all();

    /// Not covered yet, and why.
    private static final Map<String, String> NOT_COVERED =
            Map.of(
                    "S21", "no table of licences yet",
                    "T02", "no rule for the conservative reading of what an autodialer is",
                    "T05", "no mode for artificial voices: we place no such calls",
                    "T07", "no mode for recorded voices: we place no such calls",
                    "T08", "no mode for recorded voices: we place no such calls",
                    "T10", "no mode for recorded voices: we place no such calls",
                    "T13", "texts are not sent yet",
                    "I06", "no table of written notices yet");

    static Stream<Named<JsonNode>> decisions() {
        return ALL.stream()
                .filter(vector -> vector.path("kind").textValue().equals("CALL_DECISION"))
                .filter(vector -> !NOT_COVERED.containsKey(vector.path("id").textValue()))
                .map(vector ->
                        Named.of(
                                vector.path("id").textValue()
                                        + " "
                                        + vector.path("title").textValue(),
                                vector));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void decides_as_the_law_was_read(JsonNode vector) {
        VectorCase vectorCase = new VectorCase(vector);
        List<String> codes = vectorCase.someone().codes(books(vector), vectorCase.instant());
        String reason = vector.path("expect").path("reason").textValue();
        if (vector.path("expect").path("decision").textValue().equals("ALLOW")) {
            assertThat(codes).containsExactly("OK");
        } else {
            assertThat(codes).contains(reason);
        }
    }

    @Test
    void covers_all_but_a_few() {
        assertThat(decisions().count()).isEqualTo(145);
    }

    private static Rulebooks books(JsonNode vector) {
        List<Rulebook> books = new ArrayList<>();
        books.add(
                texts(vector.path("jurisdictions")).contains("US")
                        ? read(PostgresRulebooks.shipped("us-federal"), vector)
                        : alwaysOpen());
        books.add(read(PostgresRulebooks.shipped("us-states"), vector));
        books.add(read(Books.resource("/rulebooks/abroad.json"), vector));
        books.add(Books.withoutSpacing(read(PostgresRulebooks.shipped("house-policy"), vector)));
        return new Rulebooks(books);
    }

    private static Rulebook alwaysOpen() {
        return RulebookReader.read(
                """
                {"name": "always-open", "version": "1", "effective_from": "2020-01-01T00:00:00Z",
                 "rules": [{"rule_id": "OPEN", "type": "CONTACT_HOURS", "jurisdiction": "*",
                   "citation": "", "provenance": "HOUSE", "strength": "POLICY", "active": true,
                   "applies": {}, "exceptions": [],
                   "params": {"zone_basis": "CONSUMER_ALL", "windows": [{
                     "days": ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"],
                     "intervals": [["00:00", "24:00"]]}]},
                   "reason_code": "NEVER", "message_for_agent": ""}]}
                """);
    }

    /// The book with every row active and the vector's holidays in its calendars.
    private static Rulebook read(String json, JsonNode vector) {
        ObjectNode book = (ObjectNode) parse(json);
        book.path("rules").forEach(rule -> ((ObjectNode) rule).put("active", true));
        ObjectNode calendars = (ObjectNode) book.path("holidays");
        vector.path("holidays")
                .properties()
                .forEach(entry -> {
                    if (calendars.has(entry.getKey())) {
                        calendars.set(entry.getKey(), entry.getValue());
                    }
                });
        return RulebookReader.read(book.toString());
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::textValue).toList();
    }

    private static List<JsonNode> all() {
        return StreamSupport.stream(parse(Books.resource("/vectors.json")).spliterator(), false)
                .toList();
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
