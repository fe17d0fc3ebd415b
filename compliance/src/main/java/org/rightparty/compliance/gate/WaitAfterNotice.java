package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Terms;
import org.rightparty.vocabulary.AccountId;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/// WAIT_AFTER_NOTICE: no call before so many calendar days have passed since a written notice was
/// sent about the debt, its own day not counted (R.R.O. 1990, Reg. 74, s. 21). Without a notice
/// there is nothing to wait for, and no call.
final class WaitAfterNotice {
    private WaitAfterNotice() {}

    static Optional<Finding> check(Case call, Terms.WaitAfterNotice terms, Instant at) {
        Optional<Instant> sent =
                call.facts().papers().notices().stream()
                        .filter(notice -> notice.kind().equals(terms.notice()))
                        .filter(notice ->
                                notice.account().filter(debt -> !isAbout(call, debt)).isEmpty())
                        .map(Papers.Notice::sentAt)
                        .filter(instant -> !instant.isAfter(at))
                        .min(Instant::compareTo);
        if (sent.isEmpty()) {
            return Optional.of(Finding.NEVER);
        }
        Instant free = free(call, terms, sent.get(), at);
        return at.isBefore(free) ? Optional.of(new Finding(Optional.of(free))) : Optional.empty();
    }

    private static boolean isAbout(Case call, AccountId debt) {
        return debt.equals(call.facts().debt().account());
    }

    /// Where the day begins last.
    private static Instant free(Case call, Terms.WaitAfterNotice terms, Instant sent, Instant at) {
        Set<ZoneId> zones = call.zones(terms.zones(), at);
        return (zones.isEmpty() ? Set.<ZoneId>of(ZoneOffset.UTC) : zones)
                .stream()
                        .map(zone ->
                                LocalDate.ofInstant(sent, zone)
                                        .plusDays(terms.days())
                                        .atStartOfDay(zone)
                                        .toInstant())
                        .max(Instant::compareTo)
                        .orElseThrow();
    }
}
