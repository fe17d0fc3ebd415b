package org.rightparty.dialer.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

import org.slf4j.LoggerFactory;

/// Keeps what simulated loops would log away from the output: no operator acts on it.
final class Quiet {
    private Quiet() {}

    static void loops() {
        if (LoggerFactory.getLogger("org.rightparty.dialer.loop") instanceof Logger loops) {
            loops.setLevel(Level.OFF);
        }
    }
}
