package org.rightparty.compliance.gate;

import static org.rightparty.compliance.gate.NaiveReading.day;
import static org.rightparty.compliance.gate.NaiveReading.in;

import org.rightparty.compliance.rules.ContactKind;
import org.rightparty.compliance.rules.ContactResult;
import org.rightparty.compliance.rules.Counter;
import org.rightparty.compliance.rules.Excuse;
import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.Scope;
import org.rightparty.compliance.rules.Terms;
import org.rightparty.compliance.rules.Window;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Counts contacts as a patient person would, one by one, in the calendar of each place.
final class NaiveCounts {
    private final Someone who;
    private final Instant at;
    private final Set<ZoneId> zones;

    /// @param zones where she may be; nowhere is Greenwich
    NaiveCounts(Someone who, Instant at, Set<ZoneId> zones) {
        this.who = who;
        this.at = at;
        this.zones = zones.isEmpty() ? Set.of(ZoneId.of("UTC")) : Set.copyOf(zones);
    }

    List<ContactEvent> counted(Rule rule, Counter counter, Set<Scope> scope, boolean group) {
        Set<?> debts = group ? who.group : Set.of(Someone.DEBT);
        List<ContactEvent> counted = new ArrayList<>();
        for (ContactEvent event : who.history) {
            boolean kind =
                    counter.kinds().contains(event.kind())
                            && counter.results().contains(event.result())
                            && in(counter.voices(), event.voice());
            boolean debt =
                    !scope.contains(Scope.DEBT)
                            || event.accounts().stream().anyMatch(debts::contains);
            boolean line =
                    !scope.contains(Scope.NUMBER)
                            || event.phone().equals(Optional.of(Someone.PHONE));
            boolean excuse = event.excuses().stream().anyMatch(rule.excuses()::contains);
            if (kind && debt && line && !excuse) {
                counted.add(event);
            }
        }
        return counted;
    }

    boolean cooling(Terms.Cooldown terms, Rule rule) {
        return !agreed(rule, at)
                && counted(rule, terms.trigger(), terms.scope(), terms.frequencyGroup()).stream()
                        .anyMatch(event -> somewhere(terms.window(), event.conversedAt()));
    }

    boolean tooOften(Terms.FrequencyCap terms, Rule rule) {
        if (!in(terms.places(), who.place) || agreed(rule, at)) {
            return false;
        }
        List<ContactEvent> counted =
                counted(rule, terms.counter(), terms.scope(), terms.frequencyGroup());
        counted.removeIf(event ->
                !terms.places().isEmpty()
                        && (event.place().isEmpty()
                                || !terms.places().contains(event.place().get())));
        counted.removeIf(
                event -> event.kind() == ContactKind.CALL_PLACED && agreed(rule, event.at()));
        Instant begin = terms.afterConversation() ? firstTalk(terms) : Instant.MIN;
        counted.removeIf(event -> event.at().isBefore(begin));
        return zones.stream()
                .anyMatch(zone ->
                        counted.stream()
                                        .filter(event -> inWindow(terms.window(), event.at(), zone))
                                        .count()
                                >= terms.max());
    }

    private Instant firstTalk(Terms.FrequencyCap terms) {
        Set<?> debts = terms.frequencyGroup() ? who.group : Set.of(Someone.DEBT);
        Instant first = Instant.MAX;
        for (ContactEvent event : who.history) {
            boolean debt =
                    !terms.scope().contains(Scope.DEBT)
                            || event.accounts().stream().anyMatch(debts::contains);
            boolean line =
                    !terms.scope().contains(Scope.NUMBER)
                            || event.phone().equals(Optional.of(Someone.PHONE));
            if (event.result() == ContactResult.CONVERSATION
                    && debt
                    && line
                    && event.at().isBefore(first)) {
                first = event.at();
            }
        }
        return first;
    }

    private boolean somewhere(Window window, Instant event) {
        return zones.stream().anyMatch(zone -> inWindow(window, event, zone));
    }

    private boolean inWindow(Window window, Instant event, ZoneId zone) {
        long then = day(event, zone).toEpochDay();
        long today = day(at, zone).toEpochDay();
        long seconds = at.getEpochSecond() - event.getEpochSecond();
        return switch (window.kind()) {
            case ROLLING_CALENDAR_DAYS -> today - then < window.n();
            case ROLLING_HOURS -> seconds < 3_600L * window.n();
            case ROLLING_MINUTES -> seconds < 60L * window.n();
            case ROLLING_SECONDS -> seconds < window.n();
            case CALENDAR_DAY -> today == then;
            case CALENDAR_WEEK -> Math.floorDiv(today + 3, 7) == Math.floorDiv(then + 3, 7);
            case CALENDAR_MONTH ->
                    day(event, zone).getYear() == day(at, zone).getYear()
                            && day(event, zone).getMonth() == day(at, zone).getMonth();
            case LIFETIME -> true;
        };
    }

    /// Whether she herself agreed to more calls for that instant (12 CFR 1006.14(b)(3)(i)).
    private boolean agreed(Rule rule, Instant when) {
        if (!rule.excuses().contains(Excuse.PRIOR_CONSENT)) {
            return false;
        }
        boolean group =
                switch (rule.terms()) {
                    case Terms.Cooldown terms -> terms.frequencyGroup();
                    case Terms.FrequencyCap terms -> terms.frequencyGroup();
                    default -> false;
                };
        Set<?> debts = group ? who.group : Set.of(Someone.DEBT);
        for (Consent consent : who.consents) {
            if (consent.kind().equals(Consent.EXTRA_CALLS)
                    && consent.direct()
                    && consent.callbackAt().isEmpty()
                    && !consent.givenAt().isAfter(when)
                    && (consent.endsAt().isEmpty() || consent.endsAt().get().isAfter(when))
                    && (consent.account().isEmpty() || debts.contains(consent.account().get()))
                    && inItsWeek(consent, when)
                    && !spokeSince(consent, when, debts)) {
                return true;
            }
        }
        return false;
    }

    private boolean inItsWeek(Consent consent, Instant when) {
        return zones.stream()
                .allMatch(zone -> {
                    LocalDate day = day(when, zone);
                    return day.toEpochDay() - day(consent.givenAt(), zone).toEpochDay() < 7
                            && in(consent.onlyOn(), day);
                });
    }

    private boolean spokeSince(Consent consent, Instant when, Set<?> debts) {
        return who.history.stream()
                .filter(event -> event.result() == ContactResult.CONVERSATION)
                .filter(event -> event.accounts().stream().anyMatch(debts::contains))
                .anyMatch(event ->
                        event.conversedAt().isAfter(consent.givenAt())
                                && event.conversedAt().isBefore(when)
                                && event.at().isBefore(when));
    }
}
