package org.rightparty.compliance.postgres;

import static org.rightparty.compliance.postgres.RulebookReader.text;

import com.fasterxml.jackson.databind.JsonNode;

import org.rightparty.compliance.abandonment.MeasuringWindow;
import org.rightparty.compliance.abandonment.SafeHarbour;
import org.rightparty.compliance.postgres.RulebookReader.Shared;
import org.rightparty.compliance.rules.Applies;
import org.rightparty.compliance.rules.Channel;
import org.rightparty.compliance.rules.CollectorRole;
import org.rightparty.compliance.rules.Counter;
import org.rightparty.compliance.rules.Duty;
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
                text(row, "message_for_agent"),
                row.path("overridable").booleanValue());
    }

    private static Applies applies(JsonNode node) {
        return new Applies(
                words(node.path("channels"), Channel.class),
                words(node.path("purposes"), Purpose.class),
                words(node.path("modes"), Mode.class),
                words(node.path("roles"), CollectorRole.class),
                words(node.path("line_types"), LineType.class),
                words(node.path("voices"), Voice.class),
                Set.copyOf(texts(node.path("debt_types"))),
                Set.copyOf(texts(node.path("party_roles"))),
                words(node.path("places"), Place.class));
    }

    private static Terms terms(RuleType type, JsonNode params, Shared shared) {
        return switch (type) {
            case STATUS_BLOCK ->
                    new Terms.StatusBlock(
                            Set.copyOf(texts(params.path("codes"))),
                            words(params.path("places"), Place.class),
                            params.path("any_debt").booleanValue());
            case NUMBER_CHECK ->
                    new Terms.NumberCheck(
                            Set.copyOf(texts(params.path("refused"))), lookup(params));
            case CONSENT_REQUIRED ->
                    new Terms.ConsentRequired(
                            text(params, "consent"),
                            Set.copyOf(texts(params.path("implied_by_source"))),
                            Duration.ofDays(params.path("ported_days").intValue()));
            case LICENCE -> new Terms.Licence(Set.copyOf(texts(params.path("required_in"))));
            case LOCATION_UNKNOWN -> new Terms.LocationKnown();
            case CONCURRENT_ATTEMPT -> new Terms.OneLiveAttempt();
            case PREFERENCE ->
                    new Terms.Preference(Terms.Preference.Subject.valueOf(text(params, "subject")));
            case CONTACT_HOURS -> hours(params, shared);
            case END_GUARD ->
                    new Terms.EndGuard(
                            Duration.ofSeconds(params.path("margin_seconds").intValue()));
            case COOLDOWN -> cooldown(params, shared);
            case FREQUENCY_CAP -> cap(params, shared);
            case LIFETIME_CAP -> lifetimeCap(params, shared);
            case WAIT_AFTER_NOTICE ->
                    new Terms.WaitAfterNotice(
                            text(params, "notice"),
                            params.required("days").intValue(),
                            basis(params));
            case ABANDONMENT -> new Terms.Abandonment(harbour(params));
            case RECORDING -> recording(params);
            case OBLIGATION -> obligation(params);
        };
    }

    private static Terms.Cooldown cooldown(JsonNode params, Shared shared) {
        return new Terms.Cooldown(
                words(params.path("scope"), Scope.class),
                counter(text(params, "trigger"), shared),
                window(params.path("window")),
                params.path("use_frequency_group").booleanValue(),
                basis(params));
    }

    private static Terms.LifetimeCap lifetimeCap(JsonNode params, Shared shared) {
        return new Terms.LifetimeCap(
                words(params.path("scope"), Scope.class),
                counter(text(params, "count"), shared),
                params.required("max").intValue());
    }

    private static Terms.Recording recording(JsonNode params) {
        return new Terms.Recording(
                Terms.Recording.Consent.valueOf(text(params, "consent")),
                unknown(params.path("where_place_unknown")));
    }

    /// True stands for either side.
    private static Terms.Recording.Unknown unknown(JsonNode side) {
        if (!side.isTextual()) {
            return side.booleanValue()
                    ? Terms.Recording.Unknown.EITHER_SIDES
                    : Terms.Recording.Unknown.NOBODYS;
        }
        return switch (side.textValue()) {
            case "CONSUMER" -> Terms.Recording.Unknown.CONSUMERS;
            case "COLLECTOR" -> Terms.Recording.Unknown.COLLECTORS;
            default ->
                    throw new IllegalArgumentException(
                            "where_place_unknown is true, CONSUMER or COLLECTOR");
        };
    }

    private static Terms.Obligation obligation(JsonNode params) {
        return new Terms.Obligation(
                text(params, "code"),
                Duty.valueOf(text(params, "due")),
                Set.copyOf(texts(params.path("holds"))),
                words(params.path("places"), Place.class));
    }

    private static Optional<Terms.NumberCheck.Lookup> lookup(JsonNode params) {
        JsonNode lookup = params.path("lookup");
        return lookup.isObject()
                ? Optional.of(
                        new Terms.NumberCheck.Lookup(
                                Duration.ofDays(lookup.required("days_max").intValue()),
                                text(lookup, "or_consent")))
                : Optional.empty();
    }

    private static SafeHarbour harbour(JsonNode params) {
        JsonNode window = params.path("window");
        return new SafeHarbour(
                params.required("ceiling_ppm").intValue(),
                SafeHarbour.Scope.valueOf(text(params, "scope")),
                new MeasuringWindow(
                        MeasuringWindow.Kind.valueOf(text(window, "kind")),
                        window.required("n").intValue()),
                Duration.ofMillis(params.required("connect_within_ms").intValue()),
                Duration.ofMillis(params.required("ring_at_least_ms").intValue()));
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
                tried(params.path("first_tried"), shared),
                basis(params));
    }

    private static Optional<Terms.FrequencyCap.Tried> tried(JsonNode tried, Shared shared) {
        return tried.isObject()
                ? Optional.of(
                        new Terms.FrequencyCap.Tried(
                                counter(text(tried, "count"), shared),
                                words(tried.path("places"), Place.class),
                                spans(tried.path("intervals")),
                                window(tried.path("window"))))
                : Optional.empty();
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
        if (basis.startsWith("FIXED:")) {
            return new ZoneBasis.Fixed(ZoneId.of(basis.substring("FIXED:".length())));
        }
        return switch (basis) {
            case "CONSUMER_ALL" -> new ZoneBasis.ConsumerAll();
            case "CONSUMER_ANY" -> new ZoneBasis.ConsumerAny();
            case "ADDRESS" -> new ZoneBasis.Evident(ZoneBasis.Evident.Source.ADDRESS);
            case "NUMBER" -> new ZoneBasis.Evident(ZoneBasis.Evident.Source.NUMBER);
            default -> throw new IllegalArgumentException("not a zone basis: " + basis);
        };
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
