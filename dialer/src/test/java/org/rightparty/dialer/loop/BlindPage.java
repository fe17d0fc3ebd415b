package org.rightparty.dialer.loop;

import org.rightparty.console.desk.DeskSnapshot;
import org.rightparty.console.desk.Desks.Watcher;

import java.time.Instant;
import java.util.Optional;

/// A page that nobody looks at.
final class BlindPage implements Watcher {
    @Override
    public void changed(DeskSnapshot desk, Optional<Long> answeredNanos) {}

    @Override
    public boolean isThere() {
        return true;
    }

    @Override
    public void dismissed(String reason, Instant at) {}

    @Override
    public void letGo() {}
}
