package org.rightparty.compliance.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.rightparty.compliance.ledger.CanonicalJson;
import org.rightparty.compliance.rules.ContactKind;
import org.rightparty.compliance.rules.ContactResult;
import org.rightparty.compliance.rules.Counter;
import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.Rulebook;
import org.rightparty.compliance.rules.Sha256;
import org.rightparty.compliance.rules.Voice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads a rulebook from its JSON. Strict: a word that it does not know is an error, for a rule
/// that is read half would be half a rule.
public final class RulebookReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RulebookReader() {}

    /// The book as its file says, in force from the day the file names.
    ///
    /// @throws IllegalArgumentException when it is not a rulebook
    public static Rulebook read(String json) {
        JsonNode book = parse(json);
        return read(json, Instant.parse(text(book, "effective_from")), Optional.empty());
    }

    /// The book with other days in its calendars; a calendar that is not named has none.
    public static Rulebook read(String json, Map<String, List<LocalDate>> calendars) {
        JsonNode book = parse(json);
        Map<String, List<LocalDate>> days = new HashMap<>(holidays(book.path("holidays")));
        days.replaceAll((name, _) -> calendars.getOrDefault(name, List.of()));
        return read(
                book,
                sha256(json),
                days,
                Instant.parse(text(book, "effective_from")),
                Optional.empty());
    }

    static Rulebook read(String json, Instant from, Optional<Instant> to) {
        JsonNode book = parse(json);
        return read(book, sha256(json), holidays(book.path("holidays")), from, to);
    }

    private static Rulebook read(
            JsonNode book,
            String sha256,
            Map<String, List<LocalDate>> holidays,
            Instant from,
            Optional<Instant> to) {
        Shared shared = new Shared(counters(book.path("counters")), holidays);
        List<Rule> rules = new ArrayList<>();
        for (JsonNode row : book.path("rules")) {
            rules.add(RuleReader.read(row, shared));
        }
        return new Rulebook(text(book, "name"), text(book, "version"), sha256, from, to, rules);
    }

    /// What the rows of one book share.
    record Shared(Map<String, Counter> counters, Map<String, List<LocalDate>> holidays) {}

    /// Hash of the canonical content, so that neither spaces nor the order of keys matter.
    static String sha256(String json) {
        return Sha256.hex(CanonicalJson.of(map(parse(json))).getBytes(StandardCharsets.UTF_8));
    }

    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("a rulebook's " + field + " must be text");
        }
        return value.textValue();
    }

    private static Map<String, Counter> counters(JsonNode node) {
        Map<String, Counter> counters = new HashMap<>();
        node.properties()
                .forEach(entry ->
                        counters.put(
                                entry.getKey(),
                                new Counter(
                                        entry.getKey(),
                                        RuleReader.words(
                                                entry.getValue().path("kinds"), ContactKind.class),
                                        RuleReader.words(
                                                entry.getValue().path("results"),
                                                ContactResult.class),
                                        RuleReader.words(
                                                entry.getValue().path("voices"), Voice.class))));
        return counters;
    }

    private static Map<String, List<LocalDate>> holidays(JsonNode node) {
        return node.properties().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                entry ->
                                        RuleReader.texts(entry.getValue().path("dates")).stream()
                                                .map(LocalDate::parse)
                                                .toList()));
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("a rulebook is not JSON", broken);
        }
    }

    private static Map<String, Object> map(JsonNode node) {
        Map<String, Object> map = new HashMap<>();
        node.properties().forEach(entry -> map.put(entry.getKey(), value(entry.getValue())));
        return map;
    }

    private static Object value(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> node.textValue();
            case BOOLEAN -> node.booleanValue();
            case OBJECT -> map(node);
            case ARRAY -> RuleReader.elements(node).map(RulebookReader::value).toList();
            case NUMBER -> node.longValue();
            case BINARY, MISSING, NULL, POJO ->
                    throw new IllegalArgumentException("a rulebook holds no " + node.getNodeType());
        };
    }
}
