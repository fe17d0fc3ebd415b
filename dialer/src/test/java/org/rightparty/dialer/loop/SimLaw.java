package org.rightparty.dialer.loop;

import org.rightparty.compliance.rules.Applies;
import org.rightparty.compliance.rules.ContactKind;
import org.rightparty.compliance.rules.ContactResult;
import org.rightparty.compliance.rules.Counter;
import org.rightparty.compliance.rules.Provenance;
import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.Rulebook;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.compliance.rules.Scope;
import org.rightparty.compliance.rules.Span;
import org.rightparty.compliance.rules.Strength;
import org.rightparty.compliance.rules.Terms;
import org.rightparty.compliance.rules.Window;
import org.rightparty.compliance.rules.ZoneBasis;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A short rulebook for simulations: hours, seven in seven, cool-down, one live attempt.
final class SimLaw {
    private static final ZoneBasis EVERYWHERE = new ZoneBasis.ConsumerAll();
    private static final Window SEVEN_DAYS = new Window(Window.Kind.ROLLING_CALENDAR_DAYS, 7);

    private SimLaw() {}

    static Rulebooks books() {
        Rulebook book =
                new Rulebook(
                        "sim",
                        "1",
                        "00",
                        Instant.EPOCH,
                        Optional.empty(),
                        List.of(
                                rule("HOURS", "OUTSIDE_HOURS", hours()),
                                rule("CAP", "SEVEN_IN_SEVEN", cap()),
                                rule("COOL", "COOL_DOWN", cooldown()),
                                rule("LIVE", "LIVE_ATTEMPT", new Terms.OneLiveAttempt())));
        return new Rulebooks(List.of(book));
    }

    private static Rule rule(String id, String code, Terms terms) {
        return new Rule(
                id,
                "*",
                "simulated",
                Provenance.HOUSE,
                Strength.POLICY,
                Optional.empty(),
                Optional.empty(),
                true,
                Applies.ALWAYS,
                terms,
                Set.of(),
                code,
                "Not now: " + code + ".",
                false);
    }

    private static Terms hours() {
        Map<DayOfWeek, List<Span>> week = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(Span.of("08:00", "21:00")));
        }
        return new Terms.ContactHours(week, Set.of(), List.of(), EVERYWHERE);
    }

    private static Terms cap() {
        Set<ContactResult> results = EnumSet.allOf(ContactResult.class);
        results.removeAll(
                Set.of(
                        ContactResult.BUSY,
                        ContactResult.NOT_IN_SERVICE,
                        ContactResult.NETWORK_BLOCKED,
                        ContactResult.NEVER_PLACED));
        return new Terms.FrequencyCap(
                Set.of(Scope.PERSON, Scope.DEBT),
                new Counter("CALL_CONNECTED", Set.of(ContactKind.CALL_PLACED), results, Set.of()),
                7,
                SEVEN_DAYS,
                Set.of(),
                false,
                false,
                Optional.empty(),
                EVERYWHERE);
    }

    private static Terms cooldown() {
        return new Terms.Cooldown(
                Set.of(Scope.PERSON, Scope.DEBT),
                new Counter(
                        "CONVERSATION",
                        Set.of(ContactKind.CALL_PLACED),
                        Set.of(ContactResult.CONVERSATION),
                        Set.of()),
                SEVEN_DAYS,
                false,
                EVERYWHERE);
    }
}
