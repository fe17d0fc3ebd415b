package org.rightparty.compliance.gate;

import com.fasterxml.jackson.databind.JsonNode;

import org.rightparty.compliance.rules.ContactKind;
import org.rightparty.compliance.rules.ContactResult;
import org.rightparty.compliance.rules.Excuse;
import org.rightparty.compliance.rules.LineType;
import org.rightparty.compliance.rules.Place;
import org.rightparty.compliance.rules.Purpose;
import org.rightparty.compliance.rules.Span;
import org.rightparty.compliance.zones.Evidence;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.ClientId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.PhoneId;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One written-down decision as facts.
final class VectorCase {
    private static final PhoneId ELSEWHERE = new PhoneId(99);

    private final JsonNode vector;
    private final Map<String, AccountId> debts = new HashMap<>();

    VectorCase(JsonNode vector) {
        this.vector = vector;
        debts.put(vector.path("debt").path("id").textValue(), Someone.DEBT);
    }

    Instant instant() {
        return Instant.parse(text(vector, "instant_utc"));
    }

    Someone someone() {
        Someone someone = new Someone();
        JsonNode number = vector.path("number");
        someone.mode = mode(vector.path("mode").asText("AGENT_PREVIEW"));
        someone.ringSeconds = vector.path("ring_timeout_s").intValue();
        someone.lineType = LineType.valueOf(text(number, "line_type"));
        someone.place = place(text(number, "place"));
        someone.source = "SKIP_VENDOR";
        someone.usable =
                vector.path("rnd").path("answer").asText("").equals("YES")
                        ? "REASSIGNED"
                        : "UNVERIFIED";
        someone.purpose = Purpose.valueOf(vector.path("purpose").asText("COLLECTION"));
        someone.excuses =
                VectorsTest.texts(vector.path("exempt")).stream()
                        .map(Excuse::valueOf)
                        .collect(Collectors.toSet());
        addEvidence(someone);
        addGroup(someone);
        vector.path("history").forEach(event -> addEvent(someone, event));
        vector.path("statuses").forEach(status -> addStatus(someone, status));
        vector.path("consents").forEach(consent -> addConsent(someone, consent));
        vector.path("inconvenient").forEach(bad -> addBadTime(someone, bad));
        return someone;
    }

    private static Mode mode(String name) {
        return name.equals("AGENT_PREDICTIVE") ? Mode.PREDICTIVE : Mode.PREVIEW;
    }

    private static Place place(String name) {
        return switch (name) {
            case "RESIDENCE" -> Place.HOME;
            case "PERSONAL" -> Place.MOBILE;
            default -> Place.valueOf(name);
        };
    }

    private void addEvidence(Someone someone) {
        Set<ZoneId> any = new HashSet<>();
        for (JsonNode item : vector.path("location_evidence")) {
            Set<ZoneId> zones =
                    VectorsTest.texts(item.path("zones")).stream()
                            .map(ZoneId::of)
                            .collect(Collectors.toSet());
            if (!zones.isEmpty()) {
                someone.evidence.add(
                        new Evidence(
                                Evidence.Kind.ADDRESS,
                                zones,
                                Optional.empty(),
                                item.path("authoritative").booleanValue(),
                                Optional.empty()));
                any = zones;
            }
        }
        for (String code : VectorsTest.texts(vector.path("jurisdictions"))) {
            someone.evidence.add(
                    new Evidence(
                            Evidence.Kind.ADDRESS,
                            any,
                            Optional.of(code),
                            someone.evidence.stream().anyMatch(Evidence::authoritative),
                            Optional.empty()));
        }
    }

    private void addGroup(Someone someone) {
        Set<AccountId> group = new HashSet<>(Set.of(Someone.DEBT));
        JsonNode mine = vector.path("debt").path("frequency_group");
        for (JsonNode other : vector.path("other_debts")) {
            AccountId id = debt(text(other, "id"));
            if (mine.isTextual() && mine.equals(other.path("frequency_group"))) {
                group.add(id);
            }
        }
        someone.group = group;
    }

    private AccountId debt(String name) {
        return debts.computeIfAbsent(name, _ -> new AccountId(debts.size() + 1L));
    }

    private void addEvent(Someone someone, JsonNode event) {
        String person = vector.path("person").asText("C1");
        if (!event.path("person").asText("C1").equals(person)) {
            return;
        }
        if (event.path("outcome").asText("").equals("IN_PROGRESS")) {
            someone.live = Optional.of(new AttemptId(1));
        }
        Instant at = Instant.parse(text(event, "at"));
        someone.history.add(
                new ContactEvent(
                        Optional.empty(),
                        at,
                        at,
                        ContactKind.valueOf(text(event, "type")),
                        ContactResult.valueOf(event.path("outcome").asText("SENT")),
                        VectorsTest.texts(event.path("debts")).stream()
                                .map(this::debt)
                                .collect(Collectors.toSet()),
                        Optional.of(new ClientId(1)),
                        Optional.of(Someone.PHONE),
                        Optional.of(place(event.path("place").asText("RESIDENCE"))),
                        false,
                        excuses(event)));
    }

    private static Set<Excuse> excuses(JsonNode event) {
        Set<Excuse> excuses = new HashSet<>();
        if (event.path("wrong_number").booleanValue()) {
            excuses.add(Excuse.WRONG_NUMBER);
        }
        if (event.path("response_to_consumer").booleanValue()) {
            excuses.add(Excuse.RESPONSE_TO_CONSUMER);
        }
        return excuses;
    }

    private void addStatus(Someone someone, JsonNode status) {
        if (text(status, "kind").equals("PLACE_INCONVENIENT")) {
            someone.preferences.add(new Preference.BadPlace(place(text(status, "place"))));
            return;
        }
        String code =
                switch (text(status, "kind")) {
                    case "CEASE_WRITTEN" -> "CEASE";
                    case "DISPUTE_PENDING" -> "DISPUTE";
                    case String kind -> kind;
                };
        List<String> names = VectorsTest.texts(status.path("debts"));
        boolean mine =
                names.isEmpty() || names.stream().map(this::debt).anyMatch(Someone.DEBT::equals);
        List<String> numbers = VectorsTest.texts(status.path("numbers"));
        someone.holds.add(
                new DialFacts.Hold(
                        code,
                        Optional.of(mine ? Someone.DEBT : Someone.OTHER_DEBT),
                        numbers.isEmpty()
                                ? Optional.empty()
                                : Optional.of(
                                        numbers.contains(text(vector.path("number"), "e164"))
                                                ? Someone.PHONE
                                                : ELSEWHERE),
                        instant(status, "from").orElse(Instant.EPOCH),
                        instant(status, "until")));
    }

    private void addConsent(Someone someone, JsonNode consent) {
        String kind = text(consent, "kind");
        List<String> names = VectorsTest.texts(consent.path("debts"));
        someone.consents.add(
                new Consent(
                        kind.equals("TIME_CONSENT") ? Consent.TIME : kind,
                        consent.path("source").asText("CONSUMER_DIRECT").equals("CONSUMER_DIRECT"),
                        names.isEmpty() ? Optional.empty() : Optional.of(debt(names.getFirst())),
                        Optional.empty(),
                        instant(consent, "given").orElse(Instant.EPOCH),
                        instant(consent, "revoked"),
                        VectorsTest.texts(consent.path("only_dates")).stream()
                                .map(LocalDate::parse)
                                .collect(Collectors.toSet()),
                        consent.has("start")
                                ? Optional.of(Span.of(text(consent, "start"), text(consent, "end")))
                                : Optional.empty(),
                        Optional.empty()));
    }

    private static void addBadTime(Someone someone, JsonNode bad) {
        someone.preferences.add(
                new Preference.BadTime(
                        VectorsTest.texts(bad.path("days")).stream()
                                .map(VectorCase::weekday)
                                .collect(Collectors.toSet()),
                        Span.of(text(bad, "start"), text(bad, "end")),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static DayOfWeek weekday(String name) {
        return Set.of(DayOfWeek.values()).stream()
                .filter(day -> day.name().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Instant> instant(JsonNode node, String field) {
        return node.path(field).isTextual()
                ? Optional.of(Instant.parse(text(node, field)))
                : Optional.empty();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }
}
