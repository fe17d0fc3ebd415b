package org.rightparty.compliance.postgres;

import org.rightparty.compliance.gate.Consent;
import org.rightparty.compliance.gate.ContactEvent;
import org.rightparty.compliance.gate.DialFacts;
import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Preference;
import org.rightparty.compliance.ledger.CanonicalJson;
import org.rightparty.compliance.rules.Voice;
import org.rightparty.compliance.zones.Evidence;
import org.rightparty.compliance.zones.Whereabouts;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Facts as they are kept with a decision: enough to decide again, without name, number or balance.
public final class FactsJson {
    private FactsJson() {}

    public static String of(DialRequest request, DialFacts facts, Instant now) {
        Map<String, Object> map = new TreeMap<>();
        Whereabouts where = facts.whereabouts(now);
        map.put("ring_seconds", request.ringSeconds());
        map.put("zones", where.zoneNames());
        map.put("jurisdictions", List.copyOf(where.jurisdictions()));
        map.put("person", person(facts.person()));
        map.put("debt", debt(facts.debt()));
        map.put("phone", phone(facts.phone()));
        map.put("channel", facts.manner().channel().name());
        map.put("purpose", facts.manner().purpose().name());
        map.put("voice", facts.manner().voice().name());
        map.put("collector", facts.collector().stream().sorted().toList());
        map.put("evidence", facts.evidence().stream().map(FactsJson::evidence).toList());
        map.put("history", facts.history().stream().map(FactsJson::event).toList());
        map.put("holds", facts.holds().stream().map(FactsJson::hold).toList());
        map.put("consents", facts.consents().stream().map(FactsJson::consent).toList());
        map.put("preferences", facts.preferences().stream().map(FactsJson::preference).toList());
        map.put("excuses", facts.excuses().stream().map(Enum::name).sorted().toList());
        PapersJson.put(facts.papers(), map);
        facts.live().ifPresent(id -> map.put("live_attempt", id.value()));
        return CanonicalJson.of(map);
    }

    private static Map<String, Object> person(DialFacts.Person person) {
        return Map.of(
                "id", person.id().value(),
                "deceased", person.deceased(),
                "minor", person.minor(),
                "role", person.role());
    }

    private static Map<String, Object> debt(DialFacts.Debt debt) {
        return Map.of(
                "account", debt.account().value(),
                "client", debt.client().value(),
                "role", debt.role().name(),
                "type", debt.type(),
                "frequency_group",
                        debt.frequencyGroup().stream().map(id -> id.value()).sorted().toList(),
                "work_state", debt.workState());
    }

    private static Map<String, Object> phone(DialFacts.Phone phone) {
        Map<String, Object> map = new TreeMap<>();
        map.put("id", phone.id().value());
        map.put("line_type", phone.lineType().name());
        map.put("place", phone.place().name());
        map.put("usable", phone.usable());
        map.put("source", phone.source());
        map.put("protection", phone.history().protection());
        phone.history().portedAt().ifPresent(at -> map.put("ported_at", at.toString()));
        phone.history().lookedUpAt().ifPresent(at -> map.put("looked_up_at", at.toString()));
        return map;
    }

    private static Map<String, Object> evidence(Evidence evidence) {
        Map<String, Object> map = new TreeMap<>();
        map.put("kind", evidence.kind().name());
        map.put("zones", evidence.zones().stream().map(ZoneId::getId).sorted().toList());
        evidence.jurisdiction().ifPresent(code -> map.put("jurisdiction", code));
        map.put("authoritative", evidence.authoritative());
        evidence.expiresAt().ifPresent(at -> map.put("expires_at", at.toString()));
        return map;
    }

    private static Map<String, Object> event(ContactEvent event) {
        Map<String, Object> map = new TreeMap<>();
        event.attempt().ifPresent(id -> map.put("attempt", id.value()));
        map.put("at", event.at().toString());
        if (!event.conversedAt().equals(event.at())) {
            map.put("conversed_at", event.conversedAt().toString());
        }
        map.put("kind", event.kind().name());
        map.put("result", event.result().name());
        map.put("accounts", event.accounts().stream().map(id -> id.value()).sorted().toList());
        event.client().ifPresent(id -> map.put("client", id.value()));
        event.phone().ifPresent(id -> map.put("phone", id.value()));
        event.place().ifPresent(place -> map.put("place", place.name()));
        if (event.voice() != Voice.LIVE) {
            map.put("voice", event.voice().name());
        }
        event.campaign().ifPresent(id -> map.put("campaign", id.value()));
        map.put("callback", event.callback());
        map.put("excuses", event.excuses().stream().map(Enum::name).sorted().toList());
        return map;
    }

    private static Map<String, Object> hold(DialFacts.Hold hold) {
        Map<String, Object> map = new TreeMap<>();
        map.put("code", hold.code());
        hold.account().ifPresent(id -> map.put("account", id.value()));
        hold.phone().ifPresent(id -> map.put("phone", id.value()));
        map.put("channels", hold.channels().stream().map(Enum::name).sorted().toList());
        map.put("from", hold.from().toString());
        hold.until().ifPresent(at -> map.put("until", at.toString()));
        return map;
    }

    private static Map<String, Object> consent(Consent consent) {
        Map<String, Object> map = new TreeMap<>();
        map.put("kind", consent.kind());
        map.put("direct", consent.direct());
        consent.account().ifPresent(id -> map.put("account", id.value()));
        consent.phone().ifPresent(id -> map.put("phone", id.value()));
        map.put("given_at", consent.givenAt().toString());
        consent.endsAt().ifPresent(at -> map.put("ends_at", at.toString()));
        map.put("only_on", consent.onlyOn().stream().map(Object::toString).sorted().toList());
        consent.daily().ifPresent(span -> map.put("daily", List.of(span.from(), span.to())));
        consent.callbackAt().ifPresent(at -> map.put("callback_at", at.toString()));
        return map;
    }

    private static Map<String, Object> preference(Preference preference) {
        return switch (preference) {
            case Preference.BadPlace bad -> Map.of("place", bad.place().name());
            case Preference.BadTime bad -> badTime(bad);
        };
    }

    private static Map<String, Object> badTime(Preference.BadTime bad) {
        Map<String, Object> map = new TreeMap<>();
        map.put("days", bad.days().stream().sorted().map(Enum::name).toList());
        map.put("bad", List.of(bad.bad().from(), bad.bad().to()));
        bad.from().ifPresent(day -> map.put("from", day.toString()));
        bad.to().ifPresent(day -> map.put("to", day.toString()));
        return map;
    }
}
