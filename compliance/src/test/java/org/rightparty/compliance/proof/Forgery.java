package org.rightparty.compliance.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// A proof file taken apart, for putting it together in another way.
final class Forgery {
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    Forgery(Path file) {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null) {
                files.put(entry.getName(), zip.readAllBytes());
                entry = zip.getNextEntry();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Forgery events(UnaryOperator<List<String>> change) {
        List<String> lines = new ArrayList<>(text("events.jsonl").lines().toList());
        return put("events.jsonl", String.join("\n", change.apply(lines)) + "\n");
    }

    Forgery change(String name, UnaryOperator<String> change) {
        return put(name, change.apply(text(name)));
    }

    Forgery put(String name, String text) {
        return put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Forgery put(String name, byte[] bytes) {
        files.put(name, bytes);
        return this;
    }

    Forgery remove(String name) {
        files.remove(name);
        return this;
    }

    byte[] bytes(String name) {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return bytes;
    }

    String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    List<String> names(String prefix) {
        return files.keySet().stream().filter(n -> n.startsWith(prefix)).sorted().toList();
    }

    Path write(Path directory) {
        try {
            Path file = Files.createTempFile(directory, "forged", ".zip");
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                for (Map.Entry<String, byte[]> each : files.entrySet()) {
                    zip.putNextEntry(new ZipEntry(each.getKey()));
                    zip.write(each.getValue());
                    zip.closeEntry();
                }
            }
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
