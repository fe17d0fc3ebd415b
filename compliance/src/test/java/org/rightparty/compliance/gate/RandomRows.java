package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Applies;
import org.rightparty.compliance.rules.Channel;
import org.rightparty.compliance.rules.CollectorRole;
import org.rightparty.compliance.rules.ContactKind;
import org.rightparty.compliance.rules.ContactResult;
import org.rightparty.compliance.rules.Counter;
import org.rightparty.compliance.rules.Excuse;
import org.rightparty.compliance.rules.LineType;
import org.rightparty.compliance.rules.Place;
import org.rightparty.compliance.rules.Provenance;
import org.rightparty.compliance.rules.Purpose;
import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.RuleType;
import org.rightparty.compliance.rules.Scope;
import org.rightparty.compliance.rules.Span;
import org.rightparty.compliance.rules.Strength;
import org.rightparty.compliance.rules.Terms;
import org.rightparty.compliance.rules.Voice;
import org.rightparty.compliance.rules.Window;
import org.rightparty.compliance.rules.ZoneBasis;
import org.rightparty.vocabulary.Mode;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Random rows of every type that refuses.
final class RandomRows {
    static final List<String> CODES = List.of("CEASE", "DISPUTE", "DECEASED", "PAID");
    static final List<String> USABLE = List.of("VERIFIED", "WRONG", "REASSIGNED");
    static final List<String> JURISDICTIONS =
            List.of("*", "*", "*", "US", "US-NY", "US-NY-NYC", "CA-ON", "CA", "AU");
    static final List<ContactResult> RESULTS =
            List.of(
                    ContactResult.RING_NO_ANSWER,
                    ContactResult.BUSY,
                    ContactResult.CONVERSATION,
                    ContactResult.VOICEMAIL_LEFT,
                    ContactResult.UNKNOWN);
    private static final List<RuleType> TYPES =
            List.copyOf(EnumSet.range(RuleType.STATUS_BLOCK, RuleType.FREQUENCY_CAP));
    private static final ZoneBasis ALL = new ZoneBasis.ConsumerAll();

    private final RandomGenerator random;
    private final Instant at;
    private final int second;

    private RandomRows(RandomGenerator random, Someone someone, Instant at) {
        this.random = random;
        this.at = at;
        ZoneId zone =
                someone.evidence.stream()
                        .flatMap(item -> item.zones().stream())
                        .findFirst()
                        .orElse(ZoneOffset.UTC);
        this.second = LocalTime.ofInstant(at, zone).toSecondOfDay();
    }

    /// One to ten rows, most of the time with hours among them.
    static List<Rule> some(RandomGenerator random, Someone someone, Instant at) {
        RandomRows rows = new RandomRows(random, someone, at);
        List<Rule> rules = new ArrayList<>();
        if (random.nextInt(12) > 0) {
            rules.add(rows.rule("HRS", rows.hours(), Applies.ALWAYS));
        }
        if (random.nextBoolean()) {
            rules.add(rows.rule("GUARD", rows.terms(RuleType.END_GUARD), Applies.ALWAYS));
        }
        for (int i = random.nextInt(8); i >= 0; i--) {
            RuleType type = TYPES.get(random.nextInt(TYPES.size()));
            rules.add(rows.rule("R" + i, rows.terms(type), rows.applies()));
        }
        return rules;
    }

    private Rule rule(String id, Terms terms, Applies applies) {
        Strength strength = List.of(Strength.values()).get(random.nextInt(4));
        return new Rule(
                id,
                JURISDICTIONS.get(random.nextInt(JURISDICTIONS.size())),
                "random",
                Provenance.HOUSE,
                strength,
                dayNear(-2, 8),
                dayNear(1, 8),
                random.nextInt(12) > 0,
                applies,
                terms,
                excuses(),
                id,
                "No.",
                strength != Strength.STATUTE && random.nextBoolean());
    }

    /// Most rows have none.
    private Optional<LocalDate> dayNear(int from, int oneIn) {
        return random.nextInt(oneIn) > 0
                ? Optional.empty()
                : Optional.of(
                        LocalDate.ofInstant(at, ZoneOffset.UTC)
                                .plusDays(from + random.nextInt(-1, 2)));
    }

    private Set<Excuse> excuses() {
        Set<Excuse> excuses = EnumSet.noneOf(Excuse.class);
        for (Excuse excuse :
                List.of(
                        Excuse.PRIOR_CONSENT,
                        Excuse.WRONG_NUMBER,
                        Excuse.TIME_CONSENT,
                        Excuse.EMERGENCY)) {
            if (random.nextInt(3) == 0) {
                excuses.add(excuse);
            }
        }
        return excuses;
    }

    private Applies applies() {
        return new Applies(
                some(Channel.class),
                some(Purpose.class),
                some(Mode.class),
                some(CollectorRole.class),
                some(LineType.class),
                some(Voice.class),
                Set.of(),
                Set.of(),
                some(Place.class));
    }

    /// Mostly all, else most of them.
    private <E extends Enum<E>> Set<E> some(Class<E> words) {
        Set<E> some = EnumSet.noneOf(words);
        if (random.nextInt(5) == 0) {
            for (E word : words.getEnumConstants()) {
                if (random.nextInt(3) > 0) {
                    some.add(word);
                }
            }
        }
        return some;
    }

    private <T> Set<T> of(List<T> words) {
        Set<T> some = new HashSet<>();
        words.stream().filter(_ -> random.nextBoolean()).forEach(some::add);
        return some;
    }

    private Terms terms(RuleType type) {
        return switch (type) {
            case STATUS_BLOCK ->
                    new Terms.StatusBlock(of(CODES), some(Place.class), random.nextBoolean());
            case LICENCE -> new Terms.Licence(of(List.of("US", "US-NY", "CA-ON", "AU")));
            case NUMBER_CHECK ->
                    new Terms.NumberCheck(
                            of(List.of("WRONG", "REASSIGNED", "EMERGENCY")), lookup());
            case CONSENT_REQUIRED ->
                    new Terms.ConsentRequired(
                            Consent.RECORDED_VOICE,
                            of(List.of("CLIENT", "CONSUMER")),
                            Duration.ofDays(random.nextInt(2) * 15L));
            case LOCATION_UNKNOWN -> new Terms.LocationKnown();
            case CONCURRENT_ATTEMPT -> new Terms.OneLiveAttempt();
            case LIFETIME_CAP -> new Terms.LifetimeCap(scope(), counter(), 1 + random.nextInt(3));
            case WAIT_AFTER_NOTICE ->
                    new Terms.WaitAfterNotice("FIRST_NOTICE", random.nextInt(1, 8), ALL);
            case PREFERENCE ->
                    new Terms.Preference(
                            random.nextBoolean()
                                    ? Terms.Preference.Subject.TIME
                                    : Terms.Preference.Subject.PLACE);
            case END_GUARD -> new Terms.EndGuard(Duration.ofSeconds(random.nextInt(2) * 30L));
            case COOLDOWN ->
                    new Terms.Cooldown(scope(), counter(), window(), random.nextBoolean(), ALL);
            case FREQUENCY_CAP ->
                    new Terms.FrequencyCap(
                            scope(),
                            counter(),
                            1 + random.nextInt(3),
                            window(),
                            some(Place.class),
                            random.nextBoolean(),
                            random.nextInt(4) == 0,
                            Optional.empty(),
                            ALL);
            case CONTACT_HOURS, ABANDONMENT, RECORDING, OBLIGATION -> hours();
        };
    }

    private Optional<Terms.NumberCheck.Lookup> lookup() {
        return random.nextBoolean()
                ? Optional.empty()
                : Optional.of(new Terms.NumberCheck.Lookup(Duration.ofDays(60), "TEXT"));
    }

    private Set<Scope> scope() {
        return of(List.of(Scope.PERSON, Scope.DEBT, Scope.NUMBER));
    }

    private Counter counter() {
        return new Counter(
                "C",
                random.nextBoolean()
                        ? Set.of(ContactKind.CALL_PLACED)
                        : Set.of(ContactKind.CALL_PLACED, ContactKind.INBOUND_CALL),
                random.nextInt(3) == 0 ? of(RESULTS) : Set.copyOf(RESULTS),
                some(Voice.class));
    }

    private Window window() {
        List<Window.Kind> kinds = List.of(Window.Kind.values());
        Window.Kind kind = kinds.get(random.nextInt(kinds.size()));
        boolean one = kind.name().startsWith("CALENDAR") || kind == Window.Kind.LIFETIME;
        return new Window(kind, one ? 1 : random.nextInt(1, 9));
    }

    /// Often the hours begin or end about when the call would be placed there.
    private int edge(int otherwise, int from, int to) {
        int near = second + random.nextInt(-20, 60);
        return random.nextInt(3) > 0 && near >= from && near < to ? near : otherwise;
    }

    /// Hours begin after the clocks have changed and end before they do, so that no hour is there
    /// twice.
    private Terms hours() {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(7) > 0) {
                int from = edge(random.nextInt(4 * 60, 10 * 60) * 60, 4 * 3_600, 12 * 3_600);
                int to = edge(random.nextInt(16 * 60, 24 * 60) * 60, 13 * 3_600, Span.DAY);
                week.put(day, List.of(new Span(from, random.nextInt(9) == 0 ? Span.DAY : to)));
            }
        }
        Set<LocalDate> closed = new HashSet<>();
        for (int i = random.nextInt(2); i > 0; i--) {
            closed.add(LocalDate.ofInstant(at, ZoneOffset.UTC).plusDays(random.nextInt(-1, 2)));
        }
        List<Span> then =
                random.nextBoolean() ? List.of() : List.of(new Span(12 * 3_600, 17 * 3_600));
        return new Terms.ContactHours(week, closed, then, ALL);
    }
}
