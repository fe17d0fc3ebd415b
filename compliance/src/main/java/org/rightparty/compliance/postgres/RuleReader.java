package org.rightparty.compliance.postgres;

import static org.rightparty.compliance.postgres.RulebookReader.text;

import com.fasterxml.jackson.databind.JsonNode;

import org.rightparty.compliance.postgres.RulebookReader.Shared;
import org.rightparty.compliance.rules.Applies;
import org.rightparty.compliance.rules.Channel;
import org.rightparty.compliance.rules.CollectorRole;
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
import org.rightparty.compliance.rules.Window;
import org.rightparty.compliance.rules.ZoneBasis;
import org.rightparty.vocabulary.Mode;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Reads one row of a rulebook.
final class RuleReader {
    private RuleReader() {}

    static Rule read(JsonNode row, Shared shared) {
        return new Rule(
                text(row, "rule_id"),
                text(row, "jurisdiction"),
                text(row, "citation"),
                Provenance.valueOf(text(row, "provenance")),
                Strength.valueOf(text(row, "strength")),
                day(row, "effective_from"),
                day(row, "effective_to"),
                row.path("active").booleanValue(),
                applies(row.path("applies")),
                terms(RuleType.valueOf(text(row, "type")), row.path("params"), shared),
                words(row.path("exceptions"), Excuse.class),
                text(row, "reason_code"),
                text(row, "message_for_agent"));
    }

    private static Applies applies(JsonNode node) {
        return new Applies(
                words(node.path("channels"), Channel.class),
                words(node.path("purposes"), Purpose.class),
                words(node.path("modes"), Mode.class),
                words(node.path("roles"), CollectorRole.class),
                words(node.path("line_types"), LineType.class));
    }

    private static Terms terms(RuleType type, JsonNode params, Shared shared) {
        return switch (type) {
            case STATUS_BLOCK ->
                    new Terms.StatusBlock(
                            Set.copyOf(texts(params.path("codes"))),
                            words(params.path("places"), Place.class));
            case NUMBER_CHECK -> new Terms.NumberCheck(Set.copyOf(texts(params.path("refused"))));
            case CONSENT_REQUIRED ->
                    new Terms.ConsentRequired(
                            text(params, "consent"),
                            Set.copyOf(texts(params.path("implied_by_source"))));
            case LOCATION_UNKNOWN -> new Terms.LocationKnown();
            case CONCURRENT_ATTEMPT -> new Terms.OneLiveAttempt();
            case PREFERENCE ->
                    new Terms.Preference(Terms.Preference.Subject.valueOf(text(params, "subject")));
            case CONTACT_HOURS -> hours(params, shared);
            case END_GUARD -> new Terms.EndGuard();
            case COOLDOWN ->
                    new Terms.Cooldown(
                            words(params.path("scope"), Scope.class),
                            counter(text(params, "trigger"), shared),
                            window(params.path("window")),
                            params.path("use_frequency_group").booleanValue(),
                            basis(params));
            case FREQUENCY_CAP -> cap(params, shared);
        };
    }

    private static Terms.FrequencyCap cap(JsonNode params, Shared shared) {
        return new Terms.FrequencyCap(
                words(params.path("scope"), Scope.class),
                counter(text(params, "count"), shared),
                params.required("max").intValue(),
                window(params.path("window")),
                words(params.path("places"), Place.class),
                params.path("use_frequency_group").booleanValue(),
                params.path("starts_after_conversation").booleanValue(),
                basis(params));
    }

    private static Terms.ContactHours hours(JsonNode params, Shared shared) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (JsonNode window : params.required("windows")) {
            for (String day : texts(window.path("days"))) {
                week.put(weekday(day), spans(window.path("intervals")));
            }
        }
        List<LocalDate> holidays =
                params.has("holiday_calendar")
                        ? known(shared.holidays(), text(params, "holiday_calendar"))
                        : List.of();
        return new Terms.ContactHours(
                week, Set.copyOf(holidays), spans(params.path("holiday_intervals")), basis(params));
    }

    private static List<Span> spans(JsonNode intervals) {
        List<Span> spans = new ArrayList<>();
        for (JsonNode interval : intervals) {
            spans.add(Span.of(interval.path(0).textValue(), interval.path(1).textValue()));
        }
        spans.sort(null);
        return spans;
    }

    /// `MON` to `SUN`.
    static DayOfWeek weekday(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().startsWith(name) && name.length() == 3) {
                return day;
            }
        }
        throw new IllegalArgumentException("not a weekday: " + name);
    }

    private static ZoneBasis basis(JsonNode params) {
        String basis = text(params, "zone_basis");
        if (basis.equals("CONSUMER_ALL")) {
            return new ZoneBasis.ConsumerAll();
        }
        if (basis.startsWith("FIXED:")) {
            return new ZoneBasis.Fixed(ZoneId.of(basis.substring("FIXED:".length())));
        }
        throw new IllegalArgumentException("not a zone basis: " + basis);
    }

    private static Window window(JsonNode node) {
        return new Window(Window.Kind.valueOf(text(node, "kind")), node.required("n").intValue());
    }

    private static Counter counter(String name, Shared shared) {
        return known(shared.counters(), name);
    }

    private static <T> T known(Map<String, T> map, String name) {
        T value = map.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the rulebook does not define " + name);
        }
        return value;
    }

    private static Optional<LocalDate> day(JsonNode row, String field) {
        return row.has(field) ? Optional.of(LocalDate.parse(text(row, field))) : Optional.empty();
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static List<String> texts(JsonNode array) {
        return elements(array).map(JsonNode::textValue).toList();
    }

    static <E extends Enum<E>> Set<E> words(JsonNode array, Class<E> type) {
        return texts(array).stream()
                .map(word -> Enum.valueOf(type, word))
                .collect(Collectors.toSet());
    }
}
