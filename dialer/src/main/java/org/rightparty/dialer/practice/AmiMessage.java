package org.rightparty.dialer.practice;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One message of the manager interface: headers in their order, names repeated where they repeat.
record AmiMessage(List<Header> headers) {
    private static final int HEADERS_MAX = 500;
    private static final int LINE_CHARACTERS_MAX = 8_192;

    AmiMessage {
        headers = List.copyOf(headers);
    }

    record Header(String name, String value) {}

    /// The next message, or empty at the end of the stream. Blank lines before it are skipped.
    ///
    /// @throws IOException when the stream fails or a message passes every sensible size
    static Optional<AmiMessage> read(BufferedReader reader) throws IOException {
        List<Header> headers = new ArrayList<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.isEmpty() && !headers.isEmpty()) {
                return Optional.of(new AmiMessage(headers));
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.add(
                        new Header(
                                line.substring(0, colon).strip(),
                                line.substring(colon + 1).strip()));
            }
            if (headers.size() > HEADERS_MAX || line.length() > LINE_CHARACTERS_MAX) {
                throw new IOException("message too large");
            }
        }
        return Optional.empty();
    }

    /// The first value under `name`, letters' case aside; empty text when there is none.
    String get(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }

    List<String> all(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    /// As it goes over the wire, the closing blank line included.
    String text() {
        StringBuilder text = new StringBuilder(32 * headers.size());
        for (Header header : headers) {
            text.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        return text.append("\r\n").toString();
    }

    static Draft with(String name, String value) {
        return new Draft().add(name, value);
    }

    /// Headers one after the other.
    static final class Draft {
        private final List<Header> headers = new ArrayList<>(24);

        Draft add(String name, String value) {
            headers.add(new Header(name, value));
            return this;
        }

        Draft add(String name, long value) {
            return add(name, Long.toString(value));
        }

        /// Left out when the value is empty, as Asterisk leaves out what it was not told.
        Draft addUnlessEmpty(String name, String value) {
            return value.isEmpty() ? this : add(name, value);
        }

        Draft addAll(List<Header> further) {
            headers.addAll(further);
            return this;
        }

        AmiMessage build() {
            return new AmiMessage(headers);
        }
    }
}
