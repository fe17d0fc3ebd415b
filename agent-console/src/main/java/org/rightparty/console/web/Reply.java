package org.rightparty.console.web;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What a route answers.
public sealed interface Reply {
    /// A whole body.
    record Text(int code, String type, String body, Map<String, String> headers) implements Reply {
        public Text {
            headers = Map.copyOf(headers);
        }
    }

    /// A file to save, streamed.
    ///
    /// @param name what the browser calls it; letters, digits, dot, dash and underscore only
    record Download(String type, String name, Path file) implements Reply {
        public Download {
            if (!name.matches("[A-Za-z0-9._-]{1,120}")) {
                throw new IllegalArgumentException("not a plain file name");
            }
        }
    }

    /// A file to save, streamed, and deleted when it was sent.
    ///
    /// @param name what the browser calls it; letters, digits, dot, dash and underscore only
    record Passing(String type, String name, Path file) implements Reply {
        public Passing {
            if (!name.matches("[A-Za-z0-9._-]{1,120}")) {
                throw new IllegalArgumentException("not a plain file name");
            }
        }
    }

    /// A file to save, from memory.
    ///
    /// @param name what the browser calls it; letters, digits, dot, dash and underscore only
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Bytes(String type, String name, byte[] bytes) implements Reply {
        public Bytes {
            if (!name.matches("[A-Za-z0-9._-]{1,120}")) {
                throw new IllegalArgumentException("not a plain file name");
            }
        }
    }

    /// @param json the body as it goes out
    static Reply json(String json) {
        return new Text(200, "application/json", json, Map.of());
    }

    /// Done, and nothing to say.
    static Reply done() {
        return new Text(204, "application/json", "", Map.of());
    }

    /// @param code the HTTP status code
    static Reply refused(int code, String name, String sentence) {
        Wire.Refused body = new Wire.Refused(name, sentence, List.of());
        return new Text(code, "application/json", WireJson.write(body), Map.of());
    }

    static Reply wire(Object wire) {
        return json(WireJson.write(wire));
    }

    /// The same answer that also sets a header.
    default Reply with(String header, String value) {
        return switch (this) {
            case Text t -> {
                Map<String, String> more = new java.util.HashMap<>(t.headers());
                more.put(header, value);
                yield new Text(t.code(), t.type(), t.body(), more);
            }
            case Download _, Passing _, Bytes _ ->
                    throw new IllegalStateException("a download has its own headers");
        };
    }
}
