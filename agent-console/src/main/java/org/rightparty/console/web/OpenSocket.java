package org.rightparty.console.web;

import org.rightparty.console.people.Sessions.Held;

/// A socket that must close when its session ends.
interface OpenSocket {
    Held held();

    /// Tells the page why and closes. May be called from any thread.
    void close(String reason);
}
