package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.postgres.LicenceDesk;

import picocli.CommandLine.Option;

import java.time.Instant;
import java.util.Optional;

/// A licence that is to be entered.
final class LicenceOptions {
    @Option(
            names = "--number",
            paramLabel = "TEXT",
            description = "its number; left out: a licence is required and none is held")
    private @Nullable String number;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "valid from, 2026-04-07T19:00:00Z; default: now")
    private @Nullable Instant from;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "valid until; default: without an end")
    private @Nullable Instant until;

    @Option(
            names = "--evidence",
            required = true,
            paramLabel = "TEXT",
            description = "what it rests on: the register, the letter")
    private String evidence = "";

    LicenceDesk.Order order(String place) {
        return new LicenceDesk.Order(
                place,
                Optional.ofNullable(number),
                Optional.ofNullable(from),
                Optional.ofNullable(until),
                evidence);
    }
}
