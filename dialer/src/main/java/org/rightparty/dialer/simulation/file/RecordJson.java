package org.rightparty.dialer.simulation.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Records of numbers, texts, instants, lengths of time, enums, lists, maps, optionals and other
/// records as JSON, and back. For traces, which are read by the version that wrote them.
///
/// A record that stands for a sealed type says in `is` which one it is.
final class RecordJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String KIND = "is";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final ClassValue<Shape> SHAPES =
            new ClassValue<>() {
                @Override
                protected Shape computeValue(Class<?> record) {
                    return Shape.of(record);
                }
            };

    private RecordJson() {}

    static String write(Object value) {
        return node(value).toString();
    }

    static <T> T read(String line, Class<T> type) {
        try {
            return type.cast(value(JSON.readTree(line), type));
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new IllegalArgumentException("not a line of a trace", broken);
        }
    }

    private static JsonNode node(Object value) {
        return switch (value) {
            case Double d ->
                    Double.isFinite(d) ? NODES.numberNode(d) : NODES.textNode(d.toString());
            case Long l -> NODES.numberNode(l);
            case Integer i -> NODES.numberNode(i);
            case Boolean b -> NODES.booleanNode(b);
            case String s -> NODES.textNode(s);
            case Instant i -> NODES.textNode(i.toString());
            case Duration d -> NODES.numberNode(d.toNanos());
            case Enum<?> e -> NODES.textNode(e.name());
            case Optional<?> o -> o.<JsonNode>map(RecordJson::node).orElseGet(NODES::nullNode);
            case List<?> l -> {
                ArrayNode array = NODES.arrayNode();
                l.forEach(each -> array.add(node(each)));
                yield array;
            }
            case Map<?, ?> m -> {
                ObjectNode object = NODES.objectNode();
                m.forEach((key, each) -> object.set(key.toString(), node(each)));
                yield object;
            }
            case Record r -> record(r);
            default -> throw new IllegalArgumentException("no trace of " + value.getClass());
        };
    }

    private static JsonNode record(Record record) {
        ObjectNode object = NODES.objectNode();
        Shape shape = SHAPES.get(record.getClass());
        if (shape.isOneOfMany()) {
            object.put(KIND, record.getClass().getSimpleName());
        }
        for (RecordComponent part : shape.parts()) {
            try {
                object.set(part.getName(), node(part.getAccessor().invoke(record)));
            } catch (ReflectiveOperationException hidden) {
                throw new IllegalStateException("a record hides " + part.getName(), hidden);
            }
        }
        return object;
    }

    private static Object value(JsonNode node, Type type) {
        if (type instanceof ParameterizedType p) {
            return generic(node, p);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == double.class || plain == Double.class) {
            return node.isTextual() ? Double.parseDouble(node.textValue()) : node.doubleValue();
        } else if (plain == long.class) {
            return node.longValue();
        } else if (plain == int.class) {
            return node.intValue();
        } else if (plain == boolean.class) {
            return node.booleanValue();
        } else if (plain == String.class) {
            return node.textValue();
        } else if (plain == Instant.class) {
            return Instant.parse(node.textValue());
        } else if (plain == Duration.class) {
            return Duration.ofNanos(node.longValue());
        } else {
            return plain.isEnum() ? constant(node, plain) : record(node, plain);
        }
    }

    private static Object constant(JsonNode node, Class<?> type) {
        for (Object each : type.getEnumConstants()) {
            if (((Enum<?>) each).name().equals(node.textValue())) {
                return each;
            }
        }
        throw new IllegalArgumentException("no " + type.getSimpleName() + " " + node);
    }

    private static Object generic(JsonNode node, ParameterizedType type) {
        Type[] of = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class) {
            return node.isNull() ? Optional.empty() : Optional.of(value(node, of[0]));
        } else if (type.getRawType() == Map.class) {
            Map<String, Object> map = new TreeMap<>();
            node.properties().forEach(e -> map.put(e.getKey(), value(e.getValue(), of[1])));
            return map;
        } else {
            List<Object> list = new ArrayList<>();
            node.forEach(each -> list.add(value(each, of[0])));
            return list;
        }
    }

    private static Object record(JsonNode node, Class<?> type) {
        Class<?> kind = type.isSealed() ? kind(node, type) : type;
        Shape shape = SHAPES.get(kind);
        Object[] values = new Object[shape.parts().size()];
        for (int i = 0; i < values.length; i++) {
            RecordComponent part = shape.parts().get(i);
            values[i] = part(node, part);
        }
        try {
            return shape.maker().newInstance(values);
        } catch (InvocationTargetException impossible) {
            throw new IllegalArgumentException("no " + kind.getSimpleName(), impossible);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException("cannot make " + kind.getSimpleName(), hidden);
        }
    }

    /// What is optional may be left out.
    private static Object part(JsonNode node, RecordComponent part) {
        JsonNode given = node.path(part.getName());
        if (given.isMissingNode() && part.getType() == Optional.class) {
            return Optional.empty();
        } else if (given.isMissingNode()) {
            throw new IllegalArgumentException("no " + part.getName() + " in " + node);
        }
        return value(given, part.getGenericType());
    }

    /// What a record is made of, looked up once.
    private record Shape(List<RecordComponent> parts, Constructor<?> maker, boolean isOneOfMany) {
        static Shape of(Class<?> record) {
            RecordComponent[] parts = record.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                return new Shape(
                        List.of(parts),
                        record.getConstructor(types),
                        Arrays.stream(record.getInterfaces()).anyMatch(Class::isSealed));
            } catch (ReflectiveOperationException hidden) {
                throw new IllegalStateException("cannot make " + record.getSimpleName(), hidden);
            }
        }
    }

    private static Class<?> kind(JsonNode node, Class<?> sealed) {
        for (Class<?> each : sealed.getPermittedSubclasses()) {
            if (each.getSimpleName().equals(node.path(KIND).asText())) {
                return each;
            }
        }
        throw new IllegalArgumentException("no " + sealed.getSimpleName() + " " + node);
    }
}
