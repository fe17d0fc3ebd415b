package org.rightparty.console.web;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/// Which pages may speak to this server: its own, and those the house names.
///
/// @param scheme `http` or `https`, as browsers reach us
record Origins(String scheme, Set<String> further) {

    static Origins of(ConsoleConfig config) {
        return new Origins(config.https() ? "https" : "http", config.origins());
    }

    /// Whether a page of `origin` may speak to `host` (the `Host` header). Browsers always name the
    /// origin of a WebSocket and of a changing request.
    boolean allow(@Nullable String origin, @Nullable String host) {
        if (origin == null || host == null) {
            return false;
        } else {
            return origin.equals(scheme + "://" + host) || further.contains(origin);
        }
    }
}
