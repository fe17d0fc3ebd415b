package org.rightparty.console.web;

import org.rightparty.console.people.Sessions;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// One checked request.
///
/// @param caller who asks; empty only on a route that needs no log-in
/// @param address where from, for limits
/// @param path the named parts of the path
/// @param query the first value of each query parameter
/// @param body empty unless the route takes text
/// @param file the body when the route takes a file
public record Request(
        Optional<Sessions.Held> caller,
        String address,
        Map<String, String> path,
        Map<String, String> query,
        String body,
        Optional<Path> file) {
    public Request {
        path = Map.copyOf(path);
        query = Map.copyOf(query);
    }

    /// Who asks.
    ///
    /// @throws IllegalStateException when nobody is logged in
    public Sessions.Held held() {
        return caller.orElseThrow(() -> new IllegalStateException("nobody is logged in"));
    }

    @Override
    public String toString() {
        return "Request[]";
    }
}
