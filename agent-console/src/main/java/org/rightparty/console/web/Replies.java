package org.rightparty.console.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

import org.rightparty.database.DatabaseFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.RejectedExecutionException;

/// Sends answers, and turns failures into answers that tell the user what to do and nothing else.
final class Replies {
    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);

    private Replies() {}

    static void send(HttpServerResponse response, Reply reply) {
        if (response.ended() || response.closed()) {
            return;
        }
        switch (reply) {
            case Reply.Text t -> {
                t.headers().forEach(response::putHeader);
                response.setStatusCode(t.code()).putHeader("Content-Type", t.type()).end(t.body());
            }
            case Reply.Bytes b ->
                    response.putHeader("Content-Type", b.type())
                            .putHeader("Content-Disposition", attached(b.name()))
                            .end(Buffer.buffer(b.bytes()));
            case Reply.Passing p ->
                    response.putHeader("Content-Type", p.type())
                            .putHeader("Content-Disposition", attached(p.name()))
                            .sendFile(p.file().toString())
                            .onComplete(_ -> Thread.startVirtualThread(() -> delete(p.file())));
            case Reply.Download d ->
                    response.putHeader("Content-Type", d.type())
                            .putHeader("Content-Disposition", attached(d.name()))
                            .sendFile(d.file().toString());
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            LOG.warn("export.left why={}", failed.getClass().getName());
        }
    }

    private static String attached(String name) {
        return "attachment; filename=\"" + name + "\"";
    }

    static void fail(HttpServerResponse response, Throwable cause, String where) {
        send(response, reply(cause, where));
    }

    static void failed(RoutingContext context) {
        Throwable cause = context.failure();
        if (cause == null) {
            int code = context.statusCode();
            send(context.response(), Reply.refused(code, "REFUSED", "This cannot be done."));
        } else {
            fail(context.response(), cause, "http");
        }
    }

    private static Reply reply(Throwable cause, String where) {
        return switch (cause) {
            case WireJson.Malformed m ->
                    Reply.refused(400, "MALFORMED", "The page sent something wrong. Reload it.");
            case Intake.TooLong t -> Reply.refused(413, "TOO_LONG", "That is too long.");
            case RejectedExecutionException r ->
                    Reply.refused(503, "BUSY", "The server is busy. Try again in a moment.");
            case DatabaseFailure d -> {
                LOG.warn("http.database.failed route={} category={}", where, d.category());
                yield Reply.refused(
                        503, "DATABASE", "The database does not answer. Try again in a moment.");
            }
            default -> {
                LOG.error("http.failed route={}", where, cause);
                yield Reply.refused(500, "FAILED", "Something went wrong here. It has been noted.");
            }
        };
    }

    static void page(HttpServerRequest request, Pages.Page page) {
        HttpServerResponse response = request.response();
        response.putHeader("ETag", page.etag()).putHeader("Vary", "Accept-Encoding");
        response.putHeader(
                "Cache-Control",
                page.forever() ? "public, max-age=31536000, immutable" : "no-cache");
        String accepts = request.getHeader("Accept-Encoding");
        if (page.etag().equals(request.getHeader("If-None-Match"))) {
            response.setStatusCode(304).end();
        } else if (accepts != null && accepts.contains("gzip")) {
            response.putHeader("Content-Type", page.type())
                    .putHeader("Content-Encoding", "gzip")
                    .end(page.gzip());
        } else {
            response.putHeader("Content-Type", page.type()).end(page.plain());
        }
    }
}
