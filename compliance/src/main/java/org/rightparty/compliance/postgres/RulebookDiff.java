package org.rightparty.compliance.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// What is different between two versions of a book, row by row and field by field.
public final class RulebookDiff {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RulebookDiff() {}

    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /// @param row the row's id, or the name of a part that the rows share
    /// @param field the field; empty when the whole row came or went
    /// @param before as JSON; empty when there was none
    /// @param after as JSON; empty when there is none
    public record Change(Kind kind, String row, String field, String before, String after) {}

    /// @throws IllegalArgumentException when either is not JSON
    public static List<Change> of(String before, String after) {
        JsonNode old = parse(before);
        JsonNode now = parse(after);
        List<Change> changes = new ArrayList<>();
        for (String part : List.of("about", "counters", "holidays")) {
            fields(part, old.path(part), now.path(part), changes);
        }
        Map<String, JsonNode> oldRows = rows(old);
        Map<String, JsonNode> nowRows = rows(now);
        oldRows.forEach((id, row) -> {
            JsonNode other = nowRows.get(id);
            if (other == null) {
                changes.add(new Change(Kind.REMOVED, id, "", row.toString(), ""));
            } else {
                fields(id, row, other, changes);
            }
        });
        nowRows.forEach((id, row) -> {
            if (!oldRows.containsKey(id)) {
                changes.add(new Change(Kind.ADDED, id, "", "", row.toString()));
            }
        });
        return changes;
    }

    private static void fields(String row, JsonNode old, JsonNode now, List<Change> changes) {
        if (!old.isObject() || !now.isObject()) {
            add(row, "", old, now, changes);
            return;
        }
        TreeSet<String> names = new TreeSet<>();
        old.fieldNames().forEachRemaining(names::add);
        now.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> add(row, name, old.path(name), now.path(name), changes));
    }

    private static void add(
            String row, String field, JsonNode old, JsonNode now, List<Change> changes) {
        if (!old.equals(now)) {
            changes.add(new Change(Kind.CHANGED, row, field, text(old), text(now)));
        }
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() ? "" : node.toString();
    }

    private static Map<String, JsonNode> rows(JsonNode book) {
        Map<String, JsonNode> rows = new LinkedHashMap<>();
        book.path("rules").forEach(row -> rows.put(row.path("rule_id").asText(), row));
        return rows;
    }

    private static JsonNode parse(String content) {
        try {
            return JSON.readTree(content);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("a rulebook is not JSON", broken);
        }
    }
}
