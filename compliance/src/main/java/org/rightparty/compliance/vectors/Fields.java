package org.rightparty.compliance.vectors;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// One object of a file, read strictly: what nobody asked for by name is refused at the end, with
/// its path, for a field that is ignored is a test that tests nothing.
final class Fields {
    private static final int COUNT_MAX = 1_000_000_000;

    private final JsonNode node;
    private final String path;
    private final Set<String> asked = new HashSet<>();

    Fields(JsonNode node, String path) {
        this.node = node;
        this.path = path;
        if (!node.isObject()) {
            throw new UnusableVector(path, "not an object", "write {...}");
        }
    }

    String path(String name) {
        return path + "." + name;
    }

    /// Refuses what was not asked for.
    void end() {
        for (String name : names()) {
            if (!asked.contains(name)) {
                throw new UnusableVector(
                        path(name),
                        "a field that is not known here",
                        "take it out or mend its name");
            }
        }
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /// For readers only; it says nothing to the engine.
    void ignore(String... names) {
        asked.addAll(Set.of(names));
    }

    boolean has(String name) {
        asked.add(name);
        return node.hasNonNull(name);
    }

    JsonNode raw(String name) {
        asked.add(name);
        return node.path(name);
    }

    String text(String name) {
        return optional(name).orElseThrow(() -> wrong(name, "missing, or not text"));
    }

    Optional<String> optional(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (!node.path(name).isTextual()) {
            throw wrong(name, "not text");
        }
        return Optional.of(node.path(name).textValue());
    }

    String text(String name, String otherwise) {
        return optional(name).orElse(otherwise);
    }

    boolean flag(String name) {
        if (has(name) && !node.path(name).isBoolean()) {
            throw wrong(name, "not true or false");
        }
        return node.path(name).booleanValue();
    }

    long number(String name, long otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        if (!node.path(name).isIntegralNumber() || !node.path(name).canConvertToLong()) {
            throw wrong(name, "not a whole number");
        }
        if (node.path(name).longValue() < 0) {
            throw wrong(name, "less than nothing");
        }
        return node.path(name).longValue();
    }

    long number(String name) {
        if (!has(name)) {
            throw wrong(name, "missing");
        }
        return number(name, 0);
    }

    int count(String name) {
        number(name);
        return count(name, 0);
    }

    /// A number of things or seconds.
    int count(String name, int otherwise) {
        long number = number(name, otherwise);
        if (number > COUNT_MAX) {
            throw wrong(name, "more than " + COUNT_MAX);
        }
        return (int) number;
    }

    Optional<Instant> instant(String name) {
        return parsed(name, Instant::parse, "not an instant like 2026-04-07T19:00:00Z");
    }

    /// A day, or the day of an instant as it is written.
    Optional<LocalDate> day(String name) {
        return parsed(
                name,
                text ->
                        text.contains("T")
                                ? OffsetDateTime.parse(text).toLocalDate()
                                : LocalDate.parse(text),
                "not a day like 2026-04-07, nor an instant with its zone");
    }

    <T> T required(String name, Optional<T> value) {
        return value.orElseThrow(() -> wrong(name, "missing"));
    }

    <T> Optional<T> parsed(String name, Function<String, T> parse, String otherwise) {
        try {
            return optional(name).map(parse);
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw wrong(name, otherwise);
        }
    }

    <E extends Enum<E>> Optional<E> word(String name, Class<E> type) {
        return parsed(
                name,
                text -> Enum.valueOf(type, text),
                "not one of " + List.of(type.getEnumConstants()));
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : elements(name)) {
            if (!each.isTextual()) {
                throw wrong(name, "holds what is not text");
            }
            texts.add(each.textValue());
        }
        return texts;
    }

    List<LocalDate> days(String name) {
        List<LocalDate> days = new ArrayList<>();
        for (String text : texts(name)) {
            try {
                days.add(LocalDate.parse(text));
            } catch (DateTimeException wrong) {
                throw wrong(name, "not a day: " + text);
            }
        }
        return days;
    }

    /// The objects of a list, each to be read to its end.
    <T> List<T> objects(String name, Function<Fields, T> each) {
        List<T> objects = new ArrayList<>();
        int index = 0;
        for (JsonNode element : elements(name)) {
            Fields fields = new Fields(element, path(name) + "[" + index++ + "]");
            objects.add(each.apply(fields));
            fields.end();
        }
        return objects;
    }

    Optional<Fields> object(String name) {
        return has(name) ? Optional.of(new Fields(node.path(name), path(name))) : Optional.empty();
    }

    private Iterable<JsonNode> elements(String name) {
        if (has(name) && !node.path(name).isArray()) {
            throw wrong(name, "not a list");
        }
        return node.path(name).isArray() ? node.path(name) : List.of();
    }

    UnusableVector wrong(String name, String what) {
        return new UnusableVector(path(name), what, "see the schema in docs/policy-tests.md");
    }
}
