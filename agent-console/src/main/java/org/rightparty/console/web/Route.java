package org.rightparty.console.web;

/// One HTTP route: who may use it, what it takes and what it does. Other modules add theirs; the
/// server checks session, CSRF token, role and size before it calls `handling` on a virtual thread.
///
/// @param path as Vert.x Web writes it, `/api/imports/:id`
public record Route(Method method, String path, Access access, Takes takes, Handling handling) {
    public enum Method {
        GET,
        POST,
        PUT,
        DELETE;

        boolean changes() {
            return this != GET;
        }
    }

    /// What comes with the request.
    public sealed interface Takes {
        record Nothing() implements Takes {}

        /// A body kept in memory.
        record Text(int bytesMax) implements Takes {}

        /// A body kept in a file under [ConsoleConfig#uploads], which is deleted after the answer
        /// unless it was moved away.
        record File(long bytesMax) implements Takes {}
    }

    /// Answers a request. May block. What it throws becomes 500, a database failure 503.
    public interface Handling {
        Reply handle(Request request);
    }

    static Route get(String path, Access access, Handling handling) {
        return new Route(Method.GET, path, access, new Takes.Nothing(), handling);
    }

    static Route post(String path, Access access, int bytesMax, Handling handling) {
        return new Route(Method.POST, path, access, new Takes.Text(bytesMax), handling);
    }
}
