package org.rightparty.console.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Forms and rows as they travel.
final class WireSamples {
    private WireSamples() {}

    static WireIntent.WireWrapUp wrapUp() {
        return new WireIntent.WireWrapUp(
                81,
                "PROMISE",
                "JOB_LOSS",
                "Will pay after the 10th.",
                Optional.of(
                        new WireIntent.WirePromise(
                                new Wire.Amount(12_000, "USD"),
                                LocalDate.parse("2026-03-12"),
                                "CARD")),
                Optional.of(
                        new WireIntent.WireCallback(
                                Instant.parse("2026-03-13T15:00:00Z"),
                                "America/New_York",
                                Optional.of(902L),
                                true,
                                true)),
                Optional.of(
                        new WireIntent.WirePayment(new Wire.Amount(5_000, "USD"), "CARD", "A-81")),
                Optional.of(new WireIntent.WireAttorney("J. Doe", "Doe LLP", "(212) 555-0190")));
    }

    static Wire.Disposition disposition() {
        return new Wire.Disposition(
                "PROMISE",
                "Promise to pay",
                "Agreed",
                Optional.of(1),
                "RIGHT",
                true,
                true,
                false,
                false,
                true,
                false,
                false,
                Optional.empty());
    }

    static Wire.Found found() {
        return new Wire.Found(
                701,
                501,
                "Maria Delgado",
                "7781",
                Optional.of("Northbank"),
                List.of(
                        new Wire.FoundPhone(
                                901,
                                new Wire.Dialable("+12125550142", "(212) 555-0142"),
                                "MOBILE",
                                "MOBILE",
                                "VERIFIED")));
    }
}
