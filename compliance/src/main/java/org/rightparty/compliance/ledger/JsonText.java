package org.rightparty.compliance.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the JSON that `CanonicalJson` writes: objects, arrays, text, whole numbers, booleans.
///
/// It accepts other spellings of the same (spaces, another order, escapes), so that a reader can
/// say that a line is not in canonical form instead of that it is unreadable.
public final class JsonText {
    private static final int DEPTH_MAX = 32;
    private static final int ESCAPE_DIGITS = 4;
    private static final int HEX = 16;

    private final String text;
    private int at;
    private int depth;

    private JsonText(String text) {
        this.text = text;
    }

    /// @throws IllegalArgumentException when it is not an object of the kinds above
    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(String text) {
        JsonText reader = new JsonText(text);
        reader.space();
        if (reader.peek() != '{') {
            throw reader.wrong("no object");
        }
        Object value = reader.value();
        reader.space();
        if (reader.at != text.length()) {
            throw reader.wrong("something follows the object");
        }
        return (Map<String, Object>) value;
    }

    /// Whether `text` is exactly what `CanonicalJson` would have written.
    public static boolean isCanonical(String text) {
        try {
            return CanonicalJson.of(object(text)).equals(text);
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private Object value() {
        space();
        char c = peek();
        return switch (c) {
            case '{' -> nested(this::map);
            case '[' -> nested(this::list);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            default -> number();
        };
    }

    private Object nested(java.util.function.Supplier<Object> reader) {
        if (++depth > DEPTH_MAX) {
            throw wrong("too deep");
        }
        Object value = reader.get();
        depth--;
        return value;
    }

    private Map<String, Object> map() {
        Map<String, Object> map = new LinkedHashMap<>();
        at++;
        space();
        while (peek() != '}') {
            space();
            String key = string();
            space();
            expect(':');
            if (map.put(key, value()) != null) {
                throw wrong("a key twice");
            }
            space();
            if (peek() != '}') {
                expect(',');
            }
        }
        at++;
        return map;
    }

    private List<Object> list() {
        List<Object> list = new ArrayList<>();
        at++;
        space();
        while (peek() != ']') {
            list.add(value());
            space();
            if (peek() != ']') {
                expect(',');
                space();
            }
        }
        at++;
        return list;
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            string.append(c == '\\' ? escaped() : c);
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        char c = peek();
        at++;
        return switch (c) {
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case '"', '\\', '/' -> c;
            case 'u' -> unicode();
            default -> throw wrong("an unknown escape");
        };
    }

    private char unicode() {
        if (at + ESCAPE_DIGITS > text.length()) {
            throw wrong("an unfinished escape");
        }
        String digits = text.substring(at, at + ESCAPE_DIGITS);
        at += ESCAPE_DIGITS;
        return (char) Integer.parseInt(digits, HEX);
    }

    private Object word(String word, boolean value) {
        if (!text.startsWith(word, at)) {
            throw wrong("an unknown word");
        }
        at += word.length();
        return value;
    }

    private Long number() {
        int from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String number = text.substring(from, at);
        if (!number.matches("-?(0|[1-9][0-9]{0,17})")) {
            throw wrong("no whole number");
        }
        return Long.parseLong(number);
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong("it ends too early");
        }
        return text.charAt(at);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw wrong("no " + c);
        }
        at++;
    }

    private IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException("not JSON of the ledger: " + why + " at " + at);
    }
}
