package org.rightparty.console.web;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Takes in the body of a request, up to its route's limit. Files may hold names and numbers of
/// consumers, so they lie in a directory of ours, are gone once the request is answered, and a
/// start clears what an earlier run of the program left.
final class Intake {
    private static final String PREFIX = "request-";

    private final Path directory;

    /// @param directory ours alone; made when missing
    Intake(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
            try (DirectoryStream<Path> left = Files.newDirectoryStream(directory, PREFIX + "*")) {
                for (Path file : left) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The body is longer than its route allows.
    static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super("body too long", null, false, false);
        }
    }

    /// A place for the body of a route that takes a file.
    Optional<Path> fileFor(Route.Takes takes) {
        return switch (takes) {
            case Route.Takes.Nothing n -> Optional.empty();
            case Route.Takes.Text t -> Optional.empty();
            case Route.Takes.File f -> Optional.of(temporary());
        };
    }

    private Path temporary() {
        try {
            return Files.createTempFile(directory, PREFIX, ".part");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Resumes the paused request, reads to the end and gives the text, which is empty when
    /// the body went into `file`.
    static Future<String> read(
            Vertx vertx, HttpServerRequest request, Route.Takes takes, Optional<Path> file) {
        return switch (takes) {
            case Route.Takes.Nothing n -> text(request, 0);
            case Route.Takes.Text t -> text(request, t.bytesMax());
            case Route.Takes.File f -> file(vertx, request, f.bytesMax(), file.orElseThrow());
        };
    }

    private static Future<String> text(HttpServerRequest request, int bytesMax) {
        Promise<String> done = Promise.promise();
        Buffer whole = Buffer.buffer();
        request.handler(part -> {
            if (whole.length() + part.length() > bytesMax) {
                done.tryFail(new TooLong());
            } else {
                whole.appendBuffer(part);
            }
        });
        request.exceptionHandler(done::tryFail);
        request.endHandler(end -> done.tryComplete(whole.toString()));
        request.resume();
        return done.future();
    }

    private static Future<String> file(
            Vertx vertx, HttpServerRequest request, long bytesMax, Path file) {
        return vertx.fileSystem()
                .open(file.toString(), new OpenOptions().setTruncateExisting(true))
                .compose(open -> pour(request, bytesMax, open));
    }

    private static Future<String> pour(HttpServerRequest request, long bytesMax, AsyncFile open) {
        Promise<String> done = Promise.promise();
        request.handler(part -> {
            if (request.bytesRead() > bytesMax) {
                done.tryFail(new TooLong());
            } else {
                open.write(part).onFailure(done::tryFail);
                waitWhileFull(request, open);
            }
        });
        request.exceptionHandler(done::tryFail);
        request.endHandler(end -> done.tryComplete(""));
        request.resume();
        return done.future().eventually(open::close);
    }

    private static void waitWhileFull(HttpServerRequest request, AsyncFile open) {
        if (open.writeQueueFull()) {
            request.pause();
            open.drainHandler(drained -> request.resume());
        }
    }
}
