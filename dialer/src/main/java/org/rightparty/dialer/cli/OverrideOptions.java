package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.postgres.OverrideDesk;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.PhoneId;

import picocli.CommandLine.Option;

import java.time.Instant;
import java.util.Optional;

/// For whom a rule is to be set aside, why, and until when.
final class OverrideOptions {
    @Option(
            names = "--account",
            required = true,
            paramLabel = "ID",
            description = "for which account")
    private long account;

    @Option(
            names = "--phone",
            paramLabel = "ID",
            description = "only for this number; default: all of the person")
    private @Nullable Long phone;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why")
    private String reason = "";

    @Option(
            names = "--evidence",
            required = true,
            paramLabel = "TEXT",
            description = "what it rests on: a recording, a letter")
    private String evidence = "";

    @Option(
            names = "--until",
            required = true,
            paramLabel = "TIME",
            description = "its end, 2026-04-07T19:00:00Z, within thirty days")
    private Instant until = Instant.EPOCH;

    OverrideDesk.Order order(String rule) {
        return new OverrideDesk.Order(
                rule,
                new AccountId(account),
                Optional.ofNullable(phone).map(PhoneId::new),
                reason,
                evidence,
                Optional.empty(),
                until);
    }
}
