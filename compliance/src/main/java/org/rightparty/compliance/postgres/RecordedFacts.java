package org.rightparty.compliance.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.rightparty.compliance.gate.Consent;
import org.rightparty.compliance.gate.ContactEvent;
import org.rightparty.compliance.gate.DialFacts;
import org.rightparty.compliance.gate.Preference;
import org.rightparty.compliance.rules.Channel;
import org.rightparty.compliance.rules.CollectorRole;
import org.rightparty.compliance.rules.ContactKind;
import org.rightparty.compliance.rules.ContactResult;
import org.rightparty.compliance.rules.Excuse;
import org.rightparty.compliance.rules.LineType;
import org.rightparty.compliance.rules.Manner;
import org.rightparty.compliance.rules.Place;
import org.rightparty.compliance.rules.Purpose;
import org.rightparty.compliance.rules.Span;
import org.rightparty.compliance.rules.Voice;
import org.rightparty.compliance.zones.Evidence;
import org.rightparty.compliance.zones.Whereabouts;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ClientId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/// Facts read back from what [FactsJson] kept with a decision, so that it can be decided again.
///
/// Decisions of earlier versions lack what nobody looked at then; the usual stands for it. The
/// number dialed is not kept there and decides nothing, so a fictional one stands for it.
public final class RecordedFacts {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PhoneNumber ANY = new PhoneNumber("+12125550100");

    private RecordedFacts() {}

    /// @param facts what was decided on
    /// @param ringSeconds longest ringing that was asked for
    public record Read(DialFacts facts, int ringSeconds) {}

    /// Empty when the decision was made without facts.
    ///
    /// @throws IllegalArgumentException when it is not what a decision keeps
    public static Optional<Read> read(String json) {
        JsonNode node = parse(json);
        return node.isEmpty()
                ? Optional.empty()
                : Optional.of(new Read(facts(node), node.required("ring_seconds").intValue()));
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("the facts of a decision are not JSON", broken);
        }
    }

    private static DialFacts facts(JsonNode node) {
        return new DialFacts(
                person(node.path("person")),
                debt(node.path("debt")),
                phone(node.path("phone")),
                new Manner(
                        optional(node, "channel").map(Channel::valueOf).orElse(Channel.VOICE),
                        Purpose.valueOf(text(node, "purpose")),
                        optional(node, "voice").map(Voice::valueOf).orElse(Voice.LIVE)),
                node.has("collector")
                        ? Set.copyOf(RuleReader.texts(node.path("collector")))
                        : Set.of(Whereabouts.HOME),
                list(node.path("evidence"), RecordedFacts::evidence),
                list(node.path("history"), RecordedFacts::event),
                list(node.path("holds"), RecordedFacts::hold),
                list(node.path("consents"), RecordedFacts::consent),
                list(node.path("preferences"), RecordedFacts::preference),
                PapersJson.read(node),
                id(node, "live_attempt", AttemptId::new),
                RuleReader.words(node.path("excuses"), Excuse.class));
    }

    private static DialFacts.Person person(JsonNode node) {
        return new DialFacts.Person(
                new ConsumerId(node.required("id").longValue()),
                node.path("deceased").booleanValue(),
                node.path("minor").booleanValue(),
                optional(node, "role").orElse(DialFacts.Person.PRIMARY));
    }

    private static DialFacts.Debt debt(JsonNode node) {
        return new DialFacts.Debt(
                new AccountId(node.required("account").longValue()),
                new ClientId(node.required("client").longValue()),
                CollectorRole.valueOf(text(node, "role")),
                optional(node, "type").orElse(""),
                ids(node.path("frequency_group")),
                text(node, "work_state"));
    }

    private static DialFacts.Phone phone(JsonNode node) {
        return new DialFacts.Phone(
                new PhoneId(node.required("id").longValue()),
                ANY,
                LineType.valueOf(text(node, "line_type")),
                Place.valueOf(text(node, "place")),
                text(node, "usable"),
                text(node, "source"),
                new DialFacts.Line(
                        optional(node, "protection").orElse(""),
                        instant(node, "ported_at"),
                        instant(node, "looked_up_at")));
    }

    private static Evidence evidence(JsonNode node) {
        return new Evidence(
                Evidence.Kind.valueOf(text(node, "kind")),
                RuleReader.texts(node.path("zones")).stream()
                        .map(ZoneId::of)
                        .collect(Collectors.toUnmodifiableSet()),
                optional(node, "jurisdiction"),
                node.path("authoritative").booleanValue(),
                instant(node, "expires_at"));
    }

    private static ContactEvent event(JsonNode node) {
        Instant at = Instant.parse(text(node, "at"));
        return new ContactEvent(
                id(node, "attempt", AttemptId::new),
                at,
                instant(node, "conversed_at").orElse(at),
                ContactKind.valueOf(text(node, "kind")),
                ContactResult.valueOf(text(node, "result")),
                ids(node.path("accounts")),
                id(node, "client", ClientId::new),
                id(node, "phone", PhoneId::new),
                optional(node, "place").map(Place::valueOf),
                optional(node, "voice").map(Voice::valueOf).orElse(Voice.LIVE),
                id(node, "campaign", CampaignId::new),
                node.path("callback").booleanValue(),
                RuleReader.words(node.path("excuses"), Excuse.class));
    }

    private static DialFacts.Hold hold(JsonNode node) {
        return new DialFacts.Hold(
                text(node, "code"),
                id(node, "account", AccountId::new),
                id(node, "phone", PhoneId::new),
                RuleReader.words(node.path("channels"), Channel.class),
                Instant.parse(text(node, "from")),
                instant(node, "until"));
    }

    private static Consent consent(JsonNode node) {
        return new Consent(
                text(node, "kind"),
                node.path("direct").booleanValue(),
                id(node, "account", AccountId::new),
                id(node, "phone", PhoneId::new),
                Instant.parse(text(node, "given_at")),
                instant(node, "ends_at"),
                RuleReader.texts(node.path("only_on")).stream()
                        .map(LocalDate::parse)
                        .collect(Collectors.toUnmodifiableSet()),
                node.has("daily") ? Optional.of(span(node.path("daily"))) : Optional.empty(),
                instant(node, "callback_at"));
    }

    private static Preference preference(JsonNode node) {
        return node.has("place")
                ? new Preference.BadPlace(Place.valueOf(text(node, "place")))
                : new Preference.BadTime(
                        RuleReader.words(node.path("days"), DayOfWeek.class),
                        span(node.path("bad")),
                        optional(node, "from").map(LocalDate::parse),
                        optional(node, "to").map(LocalDate::parse));
    }

    private static Span span(JsonNode node) {
        return new Span(node.path(0).intValue(), node.path(1).intValue());
    }

    private static Set<AccountId> ids(JsonNode array) {
        return RuleReader.elements(array)
                .map(node -> new AccountId(node.longValue()))
                .collect(Collectors.toUnmodifiableSet());
    }

    static <T> List<T> list(JsonNode array, Function<JsonNode, T> each) {
        return RuleReader.elements(array).map(each).toList();
    }

    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("the facts of a decision lack " + field);
        }
        return value.textValue();
    }

    static Optional<Instant> instant(JsonNode node, String field) {
        return optional(node, field).map(Instant::parse);
    }

    static <T> Optional<T> id(JsonNode node, String field, LongFunction<T> make) {
        return node.has(field)
                ? Optional.of(make.apply(node.path(field).longValue()))
                : Optional.empty();
    }

    private static Optional<String> optional(JsonNode node, String field) {
        return Optional.ofNullable(node.path(field).textValue());
    }
}
