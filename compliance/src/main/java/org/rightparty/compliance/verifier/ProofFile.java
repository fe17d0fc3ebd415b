package org.rightparty.compliance.verifier;

import org.rightparty.compliance.ledger.JsonText;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The ZIP of an export, read piece by piece: no part of it is ever held whole but the small ones.
final class ProofFile implements Closeable {
    private static final int TEXT_BYTES_MAX = 1 << 20;

    private final ZipFile zip;

    ProofFile(Path file) throws IOException {
        this.zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        Set<String> names = new HashSet<>();
        zip.stream()
                .forEach(entry -> {
                    if (!names.add(entry.getName())) {
                        throw new Refused("the file holds " + entry.getName() + " twice");
                    }
                });
    }

    /// What is done with each line; the number counts from 1.
    @FunctionalInterface
    interface LineCheck {
        void check(long number, String line);
    }

    /// Lines that are read one at a time.
    static final class Lines implements Closeable {
        private final InputStream stream;

        Lines(InputStream stream) {
            this.stream = new BufferedInputStream(stream, 1 << 16);
        }

        /// The next line without its line feed; empty at the end.
        Optional<String> next() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int b = stream.read();
            if (b < 0) {
                return Optional.empty();
            }
            while (b >= 0 && b != '\n') {
                line.write(b);
                if (line.size() > TEXT_BYTES_MAX) {
                    throw new Refused("a line is longer than a megabyte");
                }
                b = stream.read();
            }
            return Optional.of(line.toString(StandardCharsets.UTF_8));
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }

    /// Names that begin so, in order.
    List<String> names(String prefix) {
        return zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith(prefix) && !name.endsWith("/"))
                .sorted()
                .toList();
    }

    byte[] bytes(String name) throws IOException {
        try (InputStream stream = zip.getInputStream(entry(name))) {
            byte[] bytes = stream.readNBytes(TEXT_BYTES_MAX + 1);
            if (bytes.length > TEXT_BYTES_MAX) {
                throw new Refused(name + " is longer than a megabyte");
            }
            return bytes;
        }
    }

    String text(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    Map<String, Object> object(String name) throws IOException {
        try {
            return JsonText.object(text(name));
        } catch (IllegalArgumentException unreadable) {
            throw new Refused(name + " cannot be read: " + unreadable.getMessage());
        }
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    Lines lines(String name) throws IOException {
        return has(name)
                ? new Lines(zip.getInputStream(entry(name)))
                : new Lines(InputStream.nullInputStream());
    }

    private ZipEntry entry(String name) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new Refused("the file lacks " + name);
        }
        return entry;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
