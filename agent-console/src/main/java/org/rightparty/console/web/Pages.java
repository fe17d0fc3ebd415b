package org.rightparty.console.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/// The files of the user interface, from the class path under `/webroot`, kept in memory once read.
final class Pages {
    private static final Pattern FILE = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+");
    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("html", "text/html; charset=utf-8"),
                    Map.entry("js", "text/javascript; charset=utf-8"),
                    Map.entry("css", "text/css; charset=utf-8"),
                    Map.entry("json", "application/json"),
                    Map.entry("webmanifest", "application/manifest+json"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("png", "image/png"),
                    Map.entry("ico", "image/x-icon"),
                    Map.entry("woff2", "font/woff2"),
                    Map.entry("mp3", "audio/mpeg"),
                    Map.entry("wav", "audio/wav"));

    private final Map<String, Page> known = new ConcurrentHashMap<>();

    /// One file, as it came and compressed.
    ///
    /// @param forever whether its name changes with its content
    record Page(String type, Buffer plain, Buffer gzip, String etag, boolean forever) {}

    /// The file at `path`; a path that names no file is a place inside the one page. Empty when
    /// there is no such file. Blocks.
    Optional<Page> find(String path) {
        boolean place = path.lastIndexOf('.') <= path.lastIndexOf('/');
        String file = place ? "/index.html" : path;
        if (!FILE.matcher(file).matches()) {
            return Optional.empty();
        }
        Page page = known.get(file);
        if (page != null) {
            return Optional.of(page);
        }
        Optional<Page> read = read(file);
        read.ifPresent(p -> known.put(file, p));
        return read;
    }

    private static Optional<Page> read(String file) {
        String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
        try (InputStream in = Pages.class.getResourceAsStream("/webroot" + file)) {
            if (type == null || in == null) {
                return Optional.empty();
            } else {
                byte[] plain = in.readAllBytes();
                String etag = "\"" + HexFormat.of().formatHex(Tokens.sha256(plain), 0, 12) + "\"";
                boolean forever = file.startsWith("/assets/");
                return Optional.of(
                        new Page(
                                type,
                                Buffer.buffer(plain),
                                Buffer.buffer(gzip(plain)),
                                etag,
                                forever));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    /// Headers that keep the page to itself (OWASP secure headers).
    ///
    /// @param phoneUrl where the softphone connects; empty when there is none
    static void secure(HttpServerResponse response, boolean https, String phoneUrl) {
        response.putHeader("Content-Security-Policy", policy(phoneUrl))
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                .putHeader("Permissions-Policy", "microphone=(self), camera=(), geolocation=()");
        if (https) {
            response.putHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }

    private static String policy(String phoneUrl) {
        return "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                + " img-src 'self' data:; font-src 'self'; media-src 'self' blob:;"
                + " manifest-src 'self'; connect-src 'self' "
                + phoneUrl
                + "; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }
}
