package org.rightparty.compliance.postgres;

import org.rightparty.compliance.facts.Fact;
import org.rightparty.vocabulary.PhoneId;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A fact as the ledger tells it: where a person is stands there as a commitment only.
final class FactDetail {
    private FactDetail() {}

    static String kind(Fact fact) {
        return switch (fact) {
            case Fact.StatedPlace _ -> "place.stated";
            case Fact.SentNotice _ -> "notice.recorded";
            case Fact.PastContact _ -> "contact.recorded";
            case Fact.Consented consent ->
                    switch (consent.change()) {
                        case GIVEN -> "consent.given";
                        case WITHDRAWN -> "consent.withdrawn";
                    };
            case Fact.LookUp _ -> "lookup.recorded";
        };
    }

    static Map<String, Object> of(Fact fact) {
        return switch (fact) {
            case Fact.StatedPlace place -> place(place);
            case Fact.SentNotice notice ->
                    Map.of("notice", notice.notice(), "debts", notice.debts().name());
            case Fact.PastContact contact -> contact(contact);
            case Fact.Consented consent -> consent(consent);
            case Fact.LookUp lookUp -> lookUp(lookUp);
        };
    }

    static Map<String, String> personal(Fact fact) {
        Map<String, String> personal = new TreeMap<>();
        if (fact instanceof Fact.StatedPlace place) {
            place.jurisdiction().ifPresent(code -> personal.put("place", code));
            place.zone().map(ZoneId::getId).ifPresent(zone -> personal.put("zone", zone));
        }
        return personal;
    }

    private static Map<String, Object> place(Fact.StatedPlace place) {
        Map<String, Object> detail = new TreeMap<>();
        detail.put("word", place.word().name());
        until(place.until(), detail);
        return detail;
    }

    private static Map<String, Object> contact(Fact.PastContact contact) {
        Map<String, Object> detail = new TreeMap<>();
        detail.put("contact", contact.kind().name());
        detail.put("result", contact.result().name());
        detail.put("debts", contact.debts().name());
        detail.put("occasion", contact.occasion().name());
        phone(contact.phone(), detail);
        return detail;
    }

    private static Map<String, Object> consent(Fact.Consented consent) {
        Map<String, Object> detail = new TreeMap<>();
        detail.put("consent", consent.kind().name());
        detail.put("to", consent.receiver().name());
        detail.put("debts", consent.debts().name());
        phone(consent.phone(), detail);
        until(consent.until(), detail);
        consent.hours().ifPresent(hours -> detail.put("hours", hours.from() + "-" + hours.to()));
        return detail;
    }

    private static Map<String, Object> lookUp(Fact.LookUp lookUp) {
        Map<String, Object> detail = new TreeMap<>();
        phone(Optional.of(lookUp.phone()), detail);
        lookUp.lineType().ifPresent(line -> detail.put("line_type", line.name()));
        lookUp.holder().ifPresent(holder -> holder(holder, detail));
        lookUp.portedAt().ifPresent(at -> detail.put("ported", at.toString()));
        lookUp.protection().ifPresent(kind -> detail.put("protection", kind.name()));
        return detail;
    }

    private static void holder(Fact.Holder holder, Map<String, Object> detail) {
        switch (holder) {
            case Fact.Holder.Same() -> detail.put("reassigned", false);
            case Fact.Holder.Another(Instant since) -> {
                detail.put("reassigned", true);
                detail.put("since", since.toString());
            }
        }
    }

    private static void phone(Optional<PhoneId> phone, Map<String, Object> detail) {
        phone.ifPresent(id -> detail.put("phone", id.value()));
    }

    private static void until(Optional<Instant> until, Map<String, Object> detail) {
        until.ifPresent(end -> detail.put("until", end.toString()));
    }
}
