package org.rightparty.dialer.loop;

import org.rightparty.console.desk.CallReason;
import org.rightparty.console.desk.ScreenPop;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;

import java.util.List;
import java.util.Optional;

/// Screens of simulated people.
final class SimScreens {
    private SimScreens() {}

    /// How soon a screen was there.
    record Shown(AttemptId attempt, AgentId agent, long latencyMicros) {}

    static ScreenPop of(SimConsumer consumer, CallReason why) {
        return new ScreenPop(
                consumer.id(),
                consumer.account(),
                new ScreenPop.Person(
                        "Given",
                        "Family",
                        "en",
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of()),
                new ScreenPop.Dialed(
                        consumer.phone(),
                        "Somewhere",
                        consumer.zone().getId(),
                        List.of(),
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        why),
                List.of("DATE_OF_BIRTH"),
                List.of(),
                List.of(),
                Optional.empty());
    }
}
