package org.rightparty.console.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import java.util.regex.Pattern;

/// Wire records to JSON text and back. Strict: unknown and missing fields are errors.
final class WireJson {
    private static final int NESTING_MAX = 12;
    private static final int TEXT_CHARACTERS_MAX = 20_000;

    /// The one character that no table can hold, as JSON writes it; not a backslash before `u0000`.
    private static final Pattern NUL = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u0000");

    static final ObjectMapper MAPPER =
            JsonMapper.builder(factory())
                    .addModule(new JavaTimeModule())
                    .addModule(new Jdk8Module())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .build();

    private WireJson() {}

    static String write(Object wire) {
        try {
            return MAPPER.writeValueAsString(wire);
        } catch (JsonProcessingException failed) {
            throw new IllegalStateException("cannot write " + wire.getClass(), failed);
        }
    }

    /// @throws Malformed when the text is not such a record
    static <T> T read(String text, Class<T> type) {
        if (NUL.matcher(text).find()) {
            throw new Malformed("a character that cannot be kept");
        }
        try {
            T read = MAPPER.readValue(text, type);
            if (read == null) {
                throw new Malformed("null where " + type.getSimpleName() + " was expected");
            } else {
                return read;
            }
        } catch (JsonProcessingException failed) {
            throw new Malformed("not a " + type.getSimpleName());
        }
    }

    /// @throws Malformed when the text is not an object
    static ObjectNode object(String text) {
        return read(text, ObjectNode.class);
    }

    private static JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxNestingDepth(NESTING_MAX)
                                .maxStringLength(TEXT_CHARACTERS_MAX)
                                .build())
                .build();
    }

    /// The text is not what it should be. Holds nothing of the text, which may be personal.
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message, null, false, false);
        }
    }
}
