package org.rightparty.dialer.loop;

import java.time.Duration;

/// What one campaign's loop may hold and how often it looks.
///
/// @param inboxSize events waiting; beyond it dialing stops until everything was asked for anew
/// @param backlogSize writes kept while the database is away
/// @param callsInFlightMax calls at once, by the trunks
/// @param dialsPerTickMax permits asked for at once: the first must still live when the last is
///     granted
/// @param windowEvery how often abandonment and tallies are read
/// @param resynchroniseEvery how often the telephone system is asked what is up, in case events got
///     lost
/// @param previewFor how long a preview may stay on a screen
/// @param lineRingsFor how long an agent's phone may ring
/// @param absence how long an agent without a page stays ready
/// @param leave how long an agent without a page and without a call keeps their seat
public record LoopLimits(
        int inboxSize,
        int backlogSize,
        int callsInFlightMax,
        int dialsPerTickMax,
        Duration windowEvery,
        Duration resynchroniseEvery,
        Duration previewFor,
        Duration lineRingsFor,
        Duration absence,
        Duration leave) {

    public static LoopLimits forTrunks(int callsInFlightMax) {
        return new LoopLimits(
                20_000,
                100_000,
                callsInFlightMax,
                20,
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofMinutes(3),
                Duration.ofSeconds(30),
                Duration.ofSeconds(20),
                Duration.ofSeconds(60));
    }
}
