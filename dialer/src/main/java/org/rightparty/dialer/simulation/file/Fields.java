package org.rightparty.dialer.simulation.file;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// One JSON object, read field by field; what was not asked for in the end is refused.
final class Fields {
    private final JsonNode node;
    private final String path;
    private final Set<String> known = new LinkedHashSet<>();

    Fields(JsonNode node, String path) {
        this.node = node;
        this.path = path;
        if (!node.isObject()) {
            throw new UnusableScenario(path, "is not an object", "begin it with {");
        }
    }

    String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private JsonNode get(String name) {
        known.add(name);
        return node.path(name);
    }

    boolean has(String name) {
        known.add(name);
        return node.hasNonNull(name);
    }

    UnusableScenario missing(String name) {
        return new UnusableScenario(path(name), "is missing", "add it");
    }

    double number(String name) {
        if (!has(name)) {
            throw missing(name);
        }
        return number(get(name), path(name));
    }

    static double number(JsonNode value, String path) {
        if (!value.isNumber() || value.doubleValue() < 0) {
            throw new UnusableScenario(path, "is not a number of 0 or more", "write one");
        }
        return value.doubleValue();
    }

    double number(String name, double otherwise) {
        return has(name) ? number(name) : otherwise;
    }

    /// A number above 0.
    double positive(String name) {
        double value = number(name);
        if (value == 0) {
            throw new UnusableScenario(path(name), "is 0", "write a number above 0");
        }
        return value;
    }

    double share(String name) {
        double value = number(name);
        if (value > 1) {
            throw new UnusableScenario(
                    path(name), "is more than 1", "write a share, 0.15 for 15 %");
        }
        return value;
    }

    double share(String name, double otherwise) {
        return has(name) ? share(name) : otherwise;
    }

    int whole(String name, int otherwise) {
        double value = number(name, otherwise);
        if (value != Math.rint(value) || value > Integer.MAX_VALUE) {
            throw new UnusableScenario(path(name), "is not a whole number", "write one");
        }
        return (int) value;
    }

    int whole(String name) {
        if (!has(name)) {
            throw missing(name);
        }
        return whole(name, 0);
    }

    /// A whole number from 1 on.
    int count(String name, int otherwise) {
        int value = whole(name, otherwise);
        if (value == 0) {
            throw new UnusableScenario(path(name), "is 0", "write 1 or more");
        }
        return value;
    }

    String text(String name, String otherwise) {
        if (has(name) && !get(name).isTextual()) {
            throw new UnusableScenario(path(name), "is not a text", "put it in quotes");
        }
        return get(name).asText(otherwise);
    }

    boolean flag(String name, boolean otherwise) {
        if (has(name) && !get(name).isBoolean()) {
            throw new UnusableScenario(path(name), "is neither true nor false", "write one");
        }
        return get(name).asBoolean(otherwise);
    }

    <T> T object(String name, Function<Fields, T> reader) {
        return optional(name, reader).orElseThrow(() -> missing(name));
    }

    <T> Optional<T> optional(String name, Function<Fields, T> reader) {
        if (!has(name)) {
            return Optional.empty();
        }
        Fields fields = new Fields(get(name), path(name));
        T value = reader.apply(fields);
        fields.done();
        return Optional.of(value);
    }

    <T> List<T> list(String name, Function<Fields, T> reader) {
        List<T> values = new ArrayList<>();
        int place = 0;
        for (JsonNode each : array(name)) {
            Fields fields = new Fields(each, path(name) + "[" + place++ + "]");
            values.add(reader.apply(fields));
            fields.done();
        }
        return values;
    }

    List<Double> numbers(String name) {
        List<Double> values = new ArrayList<>();
        for (JsonNode each : array(name)) {
            values.add(number(each, path(name) + "[" + values.size() + "]"));
        }
        return values;
    }

    /// Any value, with its path.
    <T> T value(String name, java.util.function.BiFunction<JsonNode, String, T> reader) {
        if (!has(name)) {
            throw missing(name);
        }
        return reader.apply(get(name), path(name));
    }

    private JsonNode array(String name) {
        if (has(name) && !get(name).isArray()) {
            throw new UnusableScenario(path(name), "is not a list", "put it in [ and ]");
        }
        return get(name);
    }

    /// Refuses every field that nobody asked for.
    void done() {
        node.fieldNames()
                .forEachRemaining(name -> {
                    if (!known.contains(name)) {
                        throw new UnusableScenario(
                                path(name),
                                "is not known",
                                "leave it out, or use one of " + String.join(", ", known));
                    }
                });
    }
}
