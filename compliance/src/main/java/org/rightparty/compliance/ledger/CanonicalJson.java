package org.rightparty.compliance.ledger;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// JSON in its one canonical form (RFC 8785), of text, whole numbers, booleans, lists and maps: the
/// form in which entries are hashed, so that everybody computes the same hash.
///
/// Fractions are not accepted, nor whole numbers that a double cannot hold (RFC 8785 section
/// 3.2.2.3).
public final class CanonicalJson {
    private static final long EXACT_MAX = (1L << 53) - 1;
    private static final int FIRST_PRINTABLE = 0x20;

    private final StringBuilder text = new StringBuilder();

    private CanonicalJson() {}

    /// @throws IllegalArgumentException when the value has a part of any other type
    public static String of(Map<String, ?> value) {
        CanonicalJson json = new CanonicalJson();
        json.map(value);
        return json.text.toString();
    }

    private void value(Object value) {
        if (value instanceof String s) {
            string(s);
        } else if (value instanceof Long || value instanceof Integer) {
            number(((Number) value).longValue());
        } else if (value instanceof Boolean) {
            text.append(value);
        } else if (value instanceof List<?> list) {
            list(list);
        } else if (value instanceof Map<?, ?> map) {
            map(map);
        } else {
            throw new IllegalArgumentException(
                    "not kept in the ledger: a " + value.getClass().getSimpleName());
        }
    }

    /// Keys by UTF-16 code units, which is how Java compares text (RFC 8785 section 3.2.3).
    private void map(Map<?, ?> map) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, each) -> sorted.put((String) key, each));
        text.append('{');
        String comma = "";
        for (Map.Entry<String, Object> entry : sorted.entrySet()) {
            text.append(comma);
            string(entry.getKey());
            text.append(':');
            value(entry.getValue());
            comma = ",";
        }
        text.append('}');
    }

    private void list(List<?> list) {
        text.append('[');
        String comma = "";
        for (Object each : list) {
            text.append(comma);
            value(each);
            comma = ",";
        }
        text.append(']');
    }

    private void number(long number) {
        if (number > EXACT_MAX || number < -EXACT_MAX) {
            throw new IllegalArgumentException("too large to be exact in JSON: " + number);
        }
        text.append(number);
    }

    private void string(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            character(string.charAt(i));
        }
        text.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\b' -> text.append("\\b");
            case '\t' -> text.append("\\t");
            case '\n' -> text.append("\\n");
            case '\f' -> text.append("\\f");
            case '\r' -> text.append("\\r");
            default -> {
                if (c < FIRST_PRINTABLE) {
                    text.append("\\u%04x".formatted((int) c));
                } else {
                    text.append(c);
                }
            }
        }
    }
}
