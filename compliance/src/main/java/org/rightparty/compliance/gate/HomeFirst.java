package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.ContactKind;
import org.rightparty.compliance.rules.ContactResult;
import org.rightparty.compliance.rules.Place;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/// Whether the consumer was tried at home before the workplace is called: a call to the home within
/// seven days failed, in the evening on every clock she may go by (ORS 646.639(2), from memory).
/// Nobody answered it, or somebody else did; a call of which nothing is known has not failed.
final class HomeFirst {
    private static final Duration LATELY = Duration.ofDays(7);
    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final LocalTime NIGHT = LocalTime.of(21, 0);
    private static final Set<ContactResult> FAILED =
            Set.of(
                    ContactResult.BUSY,
                    ContactResult.RING_NO_ANSWER,
                    ContactResult.VOICEMAIL_NO_MESSAGE,
                    ContactResult.VOICEMAIL_LEFT,
                    ContactResult.ANSWERED_THIRD_PARTY);

    private HomeFirst() {}

    static boolean tried(Case call, Instant at) {
        Set<ZoneId> zones = call.zones(at);
        return call.facts().history().stream()
                .filter(event -> event.kind() == ContactKind.CALL_PLACED)
                .filter(event -> event.place().filter(Place.HOME::equals).isPresent())
                .filter(event -> FAILED.contains(event.result()))
                .filter(event -> event.at().plus(LATELY).isAfter(at))
                .anyMatch(event ->
                        zones.stream()
                                .allMatch(zone -> evening(event.at().atZone(zone).toLocalTime())));
    }

    private static boolean evening(LocalTime time) {
        return !time.isBefore(EVENING) && time.isBefore(NIGHT);
    }
}
