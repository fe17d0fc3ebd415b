package org.rightparty.dialer.loop;

import org.rightparty.console.desk.DeskSnapshot.Transfer;
import org.rightparty.console.desk.ScreenPop;
import org.rightparty.vocabulary.AttemptId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The call in front of an agent, from the preview or the answer to the recorded disposition.
final class Front {
    Optional<AttemptId> attempt;
    Optional<Instant> answeredAt = Optional.empty();
    Optional<Long> answeredNanos = Optional.empty();
    Optional<Instant> conversedAt = Optional.empty();
    Optional<Instant> endedAt = Optional.empty();
    String hungUpBy = "";
    Optional<ScreenPop> screen = Optional.empty();

    /// When the first snapshot with the account went out; empty until then.
    Optional<Instant> pushedAt = Optional.empty();

    /// The call to somebody who is to take over; empty when none was asked for.
    Optional<Transfer> transfer = Optional.empty();

    Duties duties = new Duties(List.of());
    boolean recording;
    boolean recordingPaused;
    boolean verified;
    boolean screenAcknowledged;
    final List<String> proofs = new ArrayList<>();

    /// Identity was verified with these.
    void verifiedBy(List<String> proved) {
        verified = !proved.isEmpty();
        proofs.clear();
        proofs.addAll(proved);
    }

    Front(Optional<AttemptId> attempt) {
        this.attempt = attempt;
    }
}
