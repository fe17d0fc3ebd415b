package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.rules.CollectorRole;
import org.rightparty.console.administration.ClientBook.Kind;
import org.rightparty.console.administration.ClientBook.Terms;

import picocli.CommandLine.Option;

import java.math.BigDecimal;

/// What was agreed with a client; what is not given stays as it is.
final class ClientOptions {
    @Option(
            names = "--legal-name",
            paramLabel = "NAME",
            description = "The name on letters and in disclosures.")
    private @Nullable String legalName;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "creditor, debt_buyer, agency, government or health.")
    private @Nullable Kind kind;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description =
                    "What we are to its debts: third_party, first_party or debt_buyer. Rules of law"
                            + " rest on it; all its people are chosen anew.")
    private @Nullable CollectorRole role;

    @Option(
            names = "--settlement-floor",
            paramLabel = "PERCENT",
            description = "The least share of the balance an agent may settle for; 0 to 100.")
    private @Nullable BigDecimal settlementFloor;

    @Option(
            names = "--promise-days",
            paramLabel = "DAYS",
            description = "How far ahead a promise may fall due; 1 to 365.")
    private @Nullable Integer promiseDays;

    @Option(
            names = "--promise-grace-days",
            paramLabel = "DAYS",
            description = "Days after the due day before a promise counts as broken; 0 to 60.")
    private @Nullable Integer promiseGraceDays;

    /// @throws NotDone when one is out of its range, or all stay as they are
    Terms over(Terms before) {
        Terms terms =
                new Terms(
                        given(legalName, before.legalName()),
                        given(kind, before.kind()),
                        given(role, before.role()),
                        LimitOptions.ppm(settlementFloor, before.settlementFloorPpm()),
                        given(promiseDays, before.promiseDaysMax()),
                        given(promiseGraceDays, before.promiseGraceDays()));
        terms.fault()
                .ifPresent(fault -> {
                    throw NotDone.of(fault);
                });
        if (terms.equals(before)) {
            throw new NotDone("nothing would change", "give what is to be set, see --help");
        }
        return terms;
    }

    static <T> T given(@Nullable T wanted, T before) {
        return wanted == null ? before : wanted;
    }
}
