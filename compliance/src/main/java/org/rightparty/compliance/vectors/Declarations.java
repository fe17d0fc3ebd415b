package org.rightparty.compliance.vectors;

import org.rightparty.compliance.gate.Consent;
import org.rightparty.compliance.gate.DialFacts;
import org.rightparty.compliance.gate.Preference;
import org.rightparty.compliance.rules.Channel;
import org.rightparty.compliance.rules.Place;
import org.rightparty.compliance.rules.Span;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.PhoneId;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a test says was declared: statuses, consents, bad times and places.
final class Declarations {
    /// They say something of the person who owes, and nothing of who speaks for her.
    private static final Set<String> OF_THE_CONSUMER = Set.of("DECEASED", "MINOR");

    private final Fields fields;
    private final Named named;
    private final String person;
    private final String nobodyElse;
    private final Instant at;
    private final List<DialFacts.Hold> holds = new ArrayList<>();
    private final List<Preference> preferences = new ArrayList<>();

    /// @param nobodyElse whom such a status is of that names nobody
    /// @param at when the call would be
    Declarations(Fields fields, Named named, String person, String nobodyElse, Instant at) {
        this.at = at;
        this.fields = fields;
        this.named = named;
        this.person = person;
        this.nobodyElse = nobodyElse;
        fields.objects(
                "statuses",
                status -> {
                    addStatus(status);
                    return status;
                });
        fields.objects(
                "inconvenient",
                bad -> {
                    addBadTime(bad);
                    return bad;
                });
    }

    List<DialFacts.Hold> holds() {
        return holds;
    }

    List<Preference> preferences() {
        return preferences;
    }

    private void addStatus(Fields status) {
        String kind = status.text("kind");
        String whose = OF_THE_CONSUMER.contains(kind) ? nobodyElse : person;
        boolean hers = status.text("person", whose).equals(person);
        Optional<Place> place = status.parsed("place", Words::place, "not a place");
        Optional<Instant> from = status.instant("from");
        Optional<Instant> until = status.instant("until");
        if (from.isPresent() && until.filter(end -> !end.isAfter(from.get())).isPresent()) {
            throw status.wrong("until", "not after its beginning");
        }
        boolean stands =
                from.filter(at::isBefore).isEmpty()
                        && until.filter(end -> !at.isBefore(end)).isEmpty();
        if (kind.equals("PLACE_INCONVENIENT")) {
            status.ignore("debts", "numbers", "channels");
            Preference bad = new Preference.BadPlace(status.required("place", place));
            if (hers && stands) {
                preferences.add(bad);
            }
            return;
        }
        List<DialFacts.Hold> set = holds(status, from, until);
        if (hers) {
            holds.addAll(set);
        }
    }

    private List<DialFacts.Hold> holds(
            Fields status, Optional<Instant> from, Optional<Instant> until) {
        String code = status.required("kind", status.parsed("kind", Words::hold, "not a status"));
        Set<Channel> channels = new HashSet<>();
        for (String word : status.texts("channels")) {
            try {
                channels.add(Channel.valueOf(word));
            } catch (IllegalArgumentException unknown) {
                throw status.wrong("channels", "not a channel: " + word);
            }
        }
        List<DialFacts.Hold> set = new ArrayList<>();
        for (Optional<AccountId> debt : orAll(status.texts("debts"), named::debt)) {
            for (Optional<PhoneId> phone : orAll(status.texts("numbers"), named::phone)) {
                set.add(
                        new DialFacts.Hold(
                                code, debt, phone, channels, from.orElse(Instant.EPOCH), until));
            }
        }
        return set;
    }

    private static <T> List<Optional<T>> orAll(List<String> names, Function<String, T> make) {
        return names.isEmpty()
                ? List.of(Optional.empty())
                : names.stream().map(name -> Optional.of(make.apply(name))).toList();
    }

    private void addBadTime(Fields bad) {
        Set<DayOfWeek> days = new HashSet<>();
        for (String word : bad.texts("days")) {
            try {
                days.add(Words.weekday(word));
            } catch (IllegalArgumentException unknown) {
                throw bad.wrong("days", "not a weekday: " + word);
            }
        }
        if (days.isEmpty()) {
            days.addAll(Set.of(DayOfWeek.values()));
        }
        String start = bad.text("start");
        String end = bad.text("end");
        Optional<LocalDate> from = bad.day("from_date");
        Optional<LocalDate> to = bad.day("to_date");
        for (Span span : spans(bad, start, end)) {
            Set<DayOfWeek> on = new HashSet<>(days);
            if (span.from() == 0 && !start.equals("00:00")) {
                on.clear();
                days.forEach(day -> on.add(day.plus(1)));
            }
            preferences.add(new Preference.BadTime(on, span, from, to));
        }
    }

    /// One past midnight is two: the evening, and the morning of the next day.
    private static List<Span> spans(Fields fields, String start, String end) {
        try {
            return end.compareTo(start) > 0
                    ? List.of(Span.of(start, end))
                    : end.equals("00:00")
                            ? List.of(Span.of(start, "24:00"))
                            : List.of(Span.of(start, "24:00"), Span.of("00:00", end));
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw fields.wrong("start", "no span of a day: " + start + " to " + end);
        }
    }

    List<Consent> consents() {
        List<Consent> consents = new ArrayList<>();
        fields.objects(
                "consents",
                consent -> {
                    consents.addAll(consents(consent));
                    return consent;
                });
        return consents;
    }

    private List<Consent> consents(Fields consent) {
        String kind =
                consent.required(
                        "kind", consent.parsed("kind", Words::consent, "not a kind of consent"));
        boolean direct =
                consent.parsed("source", Words::direct, "nobody who gives consents").orElse(true);
        Instant given = consent.instant("given").orElse(Instant.EPOCH);
        Optional<Instant> end = end(consent, at);
        Set<LocalDate> only = Set.copyOf(consent.days("only_dates"));
        Optional<String> start = consent.optional("start");
        List<Span> daily =
                start.map(text -> spans(consent, text, consent.text("end"))).orElse(List.of());
        consent.ignore("evidence", "note");
        if (start.isEmpty() && consent.has("end")) {
            throw consent.wrong("start", "missing, for there is an end");
        }
        if (start.isEmpty() && kind.equals(Consent.TIME)) {
            throw consent.wrong("start", "missing: hours are what is consented to");
        }
        List<Consent> consents = new ArrayList<>();
        for (Optional<AccountId> debt : orAll(consent.texts("debts"), named::debt)) {
            for (Optional<PhoneId> phone : orAll(consent.texts("numbers"), named::phone)) {
                Consent whole =
                        new Consent(
                                kind,
                                direct,
                                debt,
                                phone,
                                given,
                                end,
                                only,
                                Optional.empty(),
                                Optional.empty());
                if (daily.isEmpty()) {
                    consents.add(whole);
                }
                daily.forEach(span -> consents.add(within(whole, span, daily.size() > 1)));
            }
        }
        return consents;
    }

    /// @param overnight whether a span from midnight on belongs to the evening before
    private static Consent within(Consent whole, Span span, boolean overnight) {
        Set<LocalDate> days =
                overnight && span.from() == 0
                        ? whole.onlyOn().stream()
                                .map(day -> day.plusDays(1))
                                .collect(Collectors.toSet())
                        : whole.onlyOn();
        return new Consent(
                whole.kind(),
                whole.direct(),
                whole.account(),
                whole.phone(),
                whole.givenAt(),
                whole.endsAt(),
                days,
                Optional.of(span),
                whole.callbackAt());
    }

    /// Taken back at an instant, or, when the test only says that it was, before the call.
    private static Optional<Instant> end(Fields consent, Instant at) {
        Optional<Instant> expires =
                consent.instant("expires_at").or(() -> consent.instant("expires"));
        if (!consent.has("revoked")) {
            return expires;
        }
        if (consent.raw("revoked").isBoolean()) {
            return consent.flag("revoked") ? Optional.of(at) : expires;
        }
        return Stream.concat(expires.stream(), consent.instant("revoked").stream())
                .min(Instant::compareTo);
    }
}
