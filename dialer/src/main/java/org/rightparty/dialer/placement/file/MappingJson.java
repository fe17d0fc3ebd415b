package org.rightparty.dialer.placement.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rightparty.dialer.placement.AmountStyle;
import org.rightparty.dialer.placement.DatePattern;
import org.rightparty.dialer.placement.Fields;
import org.rightparty.dialer.placement.Mapping;
import org.rightparty.dialer.placement.Mapping.Column;
import org.rightparty.dialer.placement.Mapping.Conventions;
import org.rightparty.dialer.placement.Mapping.Format;
import org.rightparty.dialer.placement.Mapping.Layout;
import org.rightparty.dialer.placement.Mapping.Source;
import org.rightparty.dialer.placement.UnusableFile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A mapping as JSON, for people to write:
///
/// ```json
/// {
///   "format": "csv",
///   "delimiter": ";",
///   "charset": "windows-1252",
///   "columns": {"account_number": "Acct #", "balance": 7, "city": [31, 50]},
///   "dateFormats": ["M/d/yyyy"],
///   "amounts": "dollars",
///   "defaults": {"current_creditor": "First Example Bank"},
///   "translations": {"debt_type": {"01": "CARD", "02": "AUTO"}}
/// }
/// ```
///
/// A column is a header name, a position from 1, or first and last character of a fixed-width line.
/// Everything but `columns` may be left out; without `columns` the header names are matched.
/// `format` is `auto`, `csv`, `xlsx` or `fixed`; `amounts` is `dollars`, `decimal_comma` or
/// `minor_units`; `quote`, `sheet` and `header` (true or false) describe the file further.
public final class MappingJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> KEYS =
            Set.of(
                    "format",
                    "delimiter",
                    "quote",
                    "charset",
                    "sheet",
                    "header",
                    "columns",
                    "dateFormats",
                    "amounts",
                    "defaults",
                    "translations");

    private MappingJson() {}

    /// @throws UnusableFile naming the key that is wrong
    public static Mapping read(String text) {
        JsonNode root = tree(text);
        if (!root.isObject()) {
            throw UnusableFile.of("the mapping is not a JSON object", "begin it with {");
        }
        root.fieldNames().forEachRemaining(key -> requireKnown(key, KEYS));
        requireFields(root);
        try {
            return new Mapping(layout(root), columns(root.path("columns")), conventions(root));
        } catch (IllegalArgumentException wrong) {
            throw UnusableFile.of("the mapping is wrong: " + wrong.getMessage(), "correct it");
        }
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            var at = broken.getLocation();
            throw UnusableFile.of(
                    "the mapping is not JSON at line "
                            + at.getLineNr()
                            + ", column "
                            + at.getColumnNr(),
                    "look for a missing quote or comma");
        }
    }

    private static void requireKnown(String key, Set<String> known) {
        if (!known.contains(key)) {
            throw UnusableFile.of(
                    "the mapping has an unknown key: " + key,
                    "the keys are " + String.join(", ", known.stream().sorted().toList()));
        }
    }

    private static Layout layout(JsonNode root) {
        Layout usual = Layout.SNIFFED;
        Format format = choice(root, "format", Format.class, usual.format());
        return new Layout(
                format,
                root.path("delimiter").asText(usual.delimiter()).replace("\\t", "\t"),
                root.path("quote").asText(usual.quote()),
                root.path("charset").asText(usual.charset()),
                root.path("sheet").asText(usual.sheet()),
                root.path("header").asBoolean(format != Format.FIXED));
    }

    private static <E extends Enum<E>> E choice(
            JsonNode root, String key, Class<E> words, E otherwise) {
        String word = root.path(key).asText("").toUpperCase(Locale.ROOT);
        return word.isEmpty() ? otherwise : Enum.valueOf(words, word);
    }

    private static List<Column> columns(JsonNode node) {
        return node.properties().stream()
                .map(e -> new Column(e.getKey(), source(e.getValue())))
                .toList();
    }

    private static void requireFields(JsonNode root) {
        List<String> unknown =
                Stream.of("columns", "translations", "defaults")
                        .flatMap(part -> root.path(part).properties().stream())
                        .map(Map.Entry::getKey)
                        .filter(field -> Fields.named(field).isEmpty())
                        .distinct()
                        .toList();
        if (!unknown.isEmpty()) {
            throw UnusableFile.of(
                    (unknown.size() == 1
                                    ? "the mapping names an unknown field: "
                                    : "the mapping names unknown fields: ")
                            + String.join(", ", unknown),
                    "the fields are listed in docs/placement-files.md");
        }
    }

    private static Source source(JsonNode node) {
        if (node.isTextual()) {
            return new Source.Header(node.asText());
        } else if (node.isInt()) {
            return new Source.Position(node.asInt());
        } else if (node.isArray() && node.size() == 2) {
            return new Source.Span(node.get(0).asInt(), node.get(1).asInt());
        }
        throw UnusableFile.of(
                "the mapping has a column that is " + node,
                "use a header name, a position, or [first, last]");
    }

    private static Conventions conventions(JsonNode root) {
        List<DatePattern> dates = new ArrayList<>();
        root.path("dateFormats").forEach(format -> dates.add(new DatePattern(format.asText())));
        Map<String, Map<String, String>> translations = new HashMap<>();
        root.path("translations")
                .properties()
                .forEach(e -> translations.put(e.getKey(), texts(e.getValue())));
        Map<String, String> defaults = texts(root.path("defaults"));
        return new Conventions(
                dates.isEmpty() ? DatePattern.USUAL : dates,
                choice(root, "amounts", AmountStyle.class, AmountStyle.DOLLARS),
                defaults,
                translations);
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new HashMap<>();
        node.properties().forEach(e -> texts.put(e.getKey(), e.getValue().asText()));
        return texts;
    }

    /// The mapping as `read` takes it, indented.
    public static String write(Mapping mapping) {
        ObjectNode root = JSON.createObjectNode();
        Layout layout = mapping.layout();
        root.put("format", lower(layout.format()));
        putUnless(root, "delimiter", layout.delimiter(), "");
        putUnless(root, "quote", layout.quote(), "\"");
        putUnless(root, "charset", layout.charset(), "");
        putUnless(root, "sheet", layout.sheet(), "");
        root.put("header", layout.header());
        ObjectNode columns = root.putObject("columns");
        mapping.columns().forEach(column -> put(columns, column));
        putConventions(root, mapping.conventions());
        return root.toPrettyString();
    }

    private static void put(ObjectNode columns, Column column) {
        switch (column.source()) {
            case Source.Header(String name) -> columns.put(column.field(), name);
            case Source.Position(int number) -> columns.put(column.field(), number);
            case Source.Span(int from, int to) ->
                    columns.putArray(column.field()).add(from).add(to);
        }
    }

    private static void putConventions(ObjectNode root, Conventions conventions) {
        var dates = root.putArray("dateFormats");
        conventions.dates().forEach(date -> dates.add(date.text()));
        root.put("amounts", lower(conventions.amounts()));
        ObjectNode defaults = root.putObject("defaults");
        new TreeMap<>(conventions.defaults()).forEach(defaults::put);
        ObjectNode translations = root.putObject("translations");
        new TreeMap<>(conventions.translations())
                .forEach((field, codes) -> {
                    ObjectNode node = translations.putObject(field);
                    new TreeMap<>(codes).forEach(node::put);
                });
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static void putUnless(ObjectNode root, String key, String value, String usual) {
        if (!value.equals(usual)) {
            root.put(key, value);
        }
    }
}
