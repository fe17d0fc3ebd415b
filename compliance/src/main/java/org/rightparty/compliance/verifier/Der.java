package org.rightparty.compliance.verifier;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A value in ASN.1's distinguished encoding (ITU-T X.690): as much of it as time-stamp tokens
/// need.
///
/// @param tag the identifier octet
/// @param encoded the whole value with tag and length
/// @param content where the content begins in it
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Der(int tag, byte[] encoded, int content) {
    static final int INTEGER = 0x02;
    static final int OCTETS = 0x04;
    static final int OID = 0x06;
    static final int TIME = 0x18;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;

    /// Context tag [0], constructed.
    static final int CONTEXT_0 = 0xa0;

    /// Context tag [0], primitive.
    static final int IMPLICIT_0 = 0x80;

    private static final int LONG_FORM = 0x80;
    private static final int LENGTH_BYTES_MAX = 3;

    /// @throws IllegalArgumentException when the bytes are not exactly one value
    static Der parse(byte[] bytes) {
        Der value = read(bytes, 0, bytes.length);
        if (value.encoded.length != bytes.length) {
            throw new IllegalArgumentException("bytes follow the value");
        }
        return value;
    }

    private static Der read(byte[] bytes, int from, int end) {
        if (end - from < 2) {
            throw new IllegalArgumentException("a value ends too early");
        }
        int length = bytes[from + 1] & 0xff;
        int content = from + 2;
        if (length >= LONG_FORM) {
            int many = length - LONG_FORM;
            if (many < 1 || many > LENGTH_BYTES_MAX || content + many > end) {
                throw new IllegalArgumentException("a length that is not DER");
            }
            length =
                    new BigInteger(1, Arrays.copyOfRange(bytes, content, content + many))
                            .intValue();
            content += many;
        }
        if (length > end - content) {
            throw new IllegalArgumentException("a value longer than its place");
        }
        return new Der(
                bytes[from] & 0xff,
                Arrays.copyOfRange(bytes, from, content + length),
                content - from);
    }

    List<Der> children() {
        List<Der> children = new ArrayList<>();
        int at = content;
        while (at < encoded.length) {
            Der child = read(encoded, at, encoded.length);
            children.add(child);
            at += child.encoded.length;
        }
        return children;
    }

    /// The child of that number.
    Der child(int number) {
        List<Der> children = children();
        if (number >= children.size()) {
            throw new IllegalArgumentException("a part is missing");
        }
        return children.get(number);
    }

    Der is(int wanted) {
        if (tag != wanted) {
            throw new IllegalArgumentException("a part of another kind: " + tag);
        }
        return this;
    }

    byte[] bytes() {
        return Arrays.copyOfRange(encoded, content, encoded.length);
    }

    /// An object identifier with dots.
    String oid() {
        is(OID);
        List<String> arcs = new ArrayList<>();
        long arc = 0;
        for (byte b : bytes()) {
            arc = (arc << 7) | (b & 0x7f);
            if (b >= 0) {
                if (arcs.isEmpty()) {
                    long first = Math.min(arc / 40, 2);
                    arcs.add(Long.toString(first));
                    arc -= first * 40;
                }
                arcs.add(Long.toString(arc));
                arc = 0;
            }
        }
        return String.join(".", arcs);
    }
}
