package org.rightparty.compliance.gate;

import org.rightparty.compliance.gate.Explanation.Input;
import org.rightparty.compliance.rules.LocalHours;
import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.Span;
import org.rightparty.compliance.rules.Terms;
import org.rightparty.compliance.rules.Window;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What a row looks at, in words: the local time of each zone, the contacts that it counts, the
/// holds and consents that stand.
final class Inputs {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss", Locale.ENGLISH);
    private static final int EVENTS_SHOWN_MAX = 12;

    private Inputs() {}

    static List<Input> of(Case call, Rule rule, Instant at) {
        DialFacts facts = call.facts();
        return switch (rule.terms()) {
            case Terms.StatusBlock terms -> statusBlock(facts, terms);
            case Terms.NumberCheck terms ->
                    List.of(
                            new Input(
                                    "what is known of the number",
                                    InWords.of(facts.phone().usable())),
                            new Input("refused when it is", InWords.of(terms.refused())));
            case Terms.ConsentRequired terms -> consent(facts, terms, at);
            case Terms.LocationKnown _ ->
                    List.of(
                            new Input("zones", zones(call, at)),
                            new Input(
                                    "places", names(call.facts().whereabouts(at).jurisdictions())));
            case Terms.OneLiveAttempt _ -> List.of(live(facts));
            case Terms.Preference terms -> preference(call, terms, at);
            case Terms.ContactHours terms -> hours(call, rule, terms, at);
            case Terms.EndGuard _ -> endGuard(call, at);
            case Terms.Cooldown terms -> cooldown(call, rule, terms, at);
            case Terms.FrequencyCap terms -> cap(call, rule, terms, at);
            case Terms.LifetimeCap terms ->
                    counted(
                            Contacts.counted(call, rule, terms.counter(), terms.scope(), false),
                            new Window(Window.Kind.LIFETIME, 1),
                            terms.max(),
                            call.zones(at),
                            at);
            case Terms.WaitAfterNotice terms -> PaperInputs.notices(facts, terms);
            case Terms.Licence terms -> PaperInputs.licences(facts, terms, at);
            case Terms.Abandonment terms ->
                    List.of(new Input("ceiling, per cent", percent(terms.harbour().ceilingPpm())));
            case Terms.Recording terms ->
                    List.of(new Input("recording", InWords.of(terms.consent())));
            case Terms.Obligation terms -> List.of(new Input("due", InWords.of(terms.due())));
        };
    }

    private static String percent(int ppm) {
        return BigDecimal.valueOf(ppm, 4).stripTrailingZeros().toPlainString();
    }

    private static Input live(DialFacts facts) {
        return new Input("call that is up", facts.live().map(id -> "attempt " + id).orElse("none"));
    }

    private static List<Input> cooldown(Case call, Rule rule, Terms.Cooldown terms, Instant at) {
        return counted(
                Contacts.counted(
                        call, rule, terms.trigger(), terms.scope(), terms.frequencyGroup()),
                terms.window(),
                1,
                call.zones(terms.zones(), at),
                at);
    }

    private static List<Input> cap(Case call, Rule rule, Terms.FrequencyCap terms, Instant at) {
        return counted(
                Contacts.counted(
                        call, rule, terms.counter(), terms.scope(), terms.frequencyGroup()),
                terms.window(),
                terms.max(),
                call.zones(terms.zones(), at),
                at);
    }

    private static List<Input> statusBlock(DialFacts facts, Terms.StatusBlock terms) {
        List<Input> inputs = new ArrayList<>();
        inputs.add(new Input("forbidden states", InWords.of(terms.codes())));
        inputs.add(new Input("state of the account", InWords.of(facts.debt().workState())));
        if (facts.person().deceased()) {
            inputs.add(new Input("person", "deceased"));
        }
        if (facts.person().minor()) {
            inputs.add(new Input("person", "minor"));
        }
        facts.holds().stream()
                .filter(hold -> terms.codes().contains(hold.code()))
                .map(Inputs::hold)
                .forEach(inputs::add);
        return inputs;
    }

    private static Input hold(DialFacts.Hold hold) {
        String scope =
                hold.account().map(id -> "account " + id).orElse("all accounts")
                        + ", "
                        + hold.phone().map(id -> "number " + id).orElse("all numbers");
        return new Input(
                "hold: " + InWords.of(hold.code()),
                "since "
                        + hold.from()
                        + hold.until().map(end -> " until " + end).orElse("")
                        + ", "
                        + scope);
    }

    private static List<Input> consent(DialFacts facts, Terms.ConsentRequired terms, Instant at) {
        List<Input> inputs = new ArrayList<>();
        inputs.add(new Input("consent that must stand", InWords.of(terms.consent())));
        inputs.add(new Input("who gave the number", InWords.of(facts.phone().source())));
        facts.consents().stream()
                .filter(consent -> consent.kind().equals(terms.consent()))
                .filter(consent -> consent.covers(facts))
                .map(consent ->
                        new Input(
                                consent.stands(at) ? "consent that stands" : "consent that ended",
                                "given "
                                        + consent.givenAt()
                                        + consent.endsAt().map(end -> ", ends " + end).orElse("")))
                .forEach(inputs::add);
        return inputs;
    }

    private static List<Input> preference(Case call, Terms.Preference terms, Instant at) {
        return switch (terms.subject()) {
            case PLACE ->
                    List.of(
                            new Input(
                                    "where the number rings",
                                    InWords.of(call.facts().phone().place().name())),
                            new Input("places she wants no calls at", places(call.facts())));
            case TIME -> {
                List<Input> inputs = new ArrayList<>(localTimes(call.zones(at), at));
                Inconvenient.badTimes(call.facts()).stream()
                        .map(Inputs::badTime)
                        .forEach(inputs::add);
                yield inputs;
            }
        };
    }

    private static String places(DialFacts facts) {
        String places =
                InWords.of(
                        facts.preferences().stream()
                                .filter(Preference.BadPlace.class::isInstance)
                                .map(wish -> ((Preference.BadPlace) wish).place().name())
                                .toList());
        return places.isEmpty() ? "none" : places;
    }

    private static Input badTime(Preference.BadTime bad) {
        String days = bad.days().stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
        return new Input(
                "time she wants no calls at",
                days.toLowerCase(Locale.ROOT)
                        + " "
                        + span(bad.bad())
                        + bad.from().map(day -> " from " + day).orElse("")
                        + bad.to().map(day -> " to " + day).orElse(""));
    }

    private static List<Input> hours(Case call, Rule rule, Terms.ContactHours terms, Instant at) {
        LocalHours.Week week = ContactHours.week(call, rule, terms, at);
        List<Input> inputs = new ArrayList<>();
        for (ZoneId zone : sorted(call.zones(terms.zones(), at))) {
            LocalDate day = at.atZone(zone).toLocalDate();
            List<Span> open = week.on(day);
            String spans =
                    open.isEmpty()
                            ? "closed all day"
                            : open.stream().map(Inputs::span).collect(Collectors.joining(", "));
            inputs.add(new Input(zone.getId(), local(zone, at) + "; that day " + spans));
        }
        return inputs;
    }

    private static List<Input> endGuard(Case call, Instant at) {
        Instant ringEnds = at.plus(Duration.ofSeconds(call.request().ringSeconds()));
        List<Input> inputs = new ArrayList<>();
        inputs.add(new Input("longest ringing", call.request().ringSeconds() + " s"));
        for (ZoneId zone : sorted(call.zones(at))) {
            inputs.add(new Input("ringing would end, " + zone.getId(), local(zone, ringEnds)));
        }
        return inputs;
    }

    /// The contacts that the row counts and that have not left its window, the latest first.
    private static List<Input> counted(
            List<ContactEvent> events, Window window, int max, Set<ZoneId> zones, Instant at) {
        List<ContactEvent> within =
                events.stream()
                        .filter(event -> isWithin(event, window, zones, at))
                        .sorted(Comparator.comparing(ContactEvent::at).reversed())
                        .toList();
        List<Input> inputs = new ArrayList<>();
        inputs.add(new Input("counted", within.size() + " of " + max));
        inputs.add(new Input("window", words(window)));
        within.stream()
                .limit(EVENTS_SHOWN_MAX)
                .map(event ->
                        new Input(
                                event.attempt().map(id -> "attempt " + id).orElse("other contact"),
                                event.at() + " " + InWords.of(event.result())))
                .forEach(inputs::add);
        return inputs;
    }

    private static boolean isWithin(
            ContactEvent event, Window window, Set<ZoneId> zones, Instant at) {
        return !event.at().isAfter(at)
                && zones.stream()
                        .anyMatch(zone ->
                                window.leaves(event.conversedAt(), zone)
                                        .map(at::isBefore)
                                        .orElse(true));
    }

    private static String words(Window window) {
        return switch (window.kind()) {
            case ROLLING_CALENDAR_DAYS ->
                    window.n() + " calendar days, the day of the contact being the first";
            case ROLLING_HOURS -> window.n() + " hours";
            case ROLLING_MINUTES -> window.n() + " minutes";
            case ROLLING_SECONDS -> window.n() + " seconds";
            case CALENDAR_DAY -> "the same day";
            case CALENDAR_WEEK -> "the same week, Monday to Sunday";
            case CALENDAR_MONTH -> "the same month";
            case LIFETIME -> "ever";
        };
    }

    private static List<Input> localTimes(Collection<ZoneId> zones, Instant at) {
        return sorted(zones).stream()
                .map(zone -> new Input(zone.getId(), local(zone, at)))
                .toList();
    }

    private static String local(ZoneId zone, Instant at) {
        return LocalDateTime.ofInstant(at, zone).format(MINUTE);
    }

    private static List<ZoneId> sorted(Collection<ZoneId> zones) {
        return zones.stream().sorted(Comparator.comparing(ZoneId::getId)).toList();
    }

    private static String span(Span span) {
        return time(span.from()) + "–" + time(span.to());
    }

    private static String time(int second) {
        return second == Span.DAY ? "24:00" : LocalTime.ofSecondOfDay(second).toString();
    }

    private static String zones(Case call, Instant at) {
        return call.zones(at).isEmpty()
                ? "none"
                : String.join(", ", call.facts().whereabouts(at).zoneNames());
    }

    private static String names(Collection<String> names) {
        return names.stream().sorted().collect(Collectors.joining(", "));
    }
}
