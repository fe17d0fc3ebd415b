package org.rightparty.compliance.postgres;

import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.gate.Consent;
import org.rightparty.compliance.gate.ContactEvent;
import org.rightparty.compliance.gate.Preference;
import org.rightparty.compliance.postgres.RestrictionReader.Asked;
import org.rightparty.compliance.postgres.RestrictionReader.Consenting;
import org.rightparty.compliance.postgres.RestrictionReader.Contact;
import org.rightparty.compliance.postgres.RestrictionReader.Preferring;
import org.rightparty.compliance.rules.ContactKind;
import org.rightparty.compliance.rules.ContactResult;
import org.rightparty.compliance.rules.Excuse;
import org.rightparty.compliance.rules.Place;
import org.rightparty.compliance.rules.Span;
import org.rightparty.compliance.rules.Voice;
import org.rightparty.vocabulary.AccountId;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What consumers declared, from its rows to facts.
final class Declared {
    private Declared() {}

    /// Consents, each ended by the first revocation that reaches it, and requests to be called
    /// back. A revocation is kept by itself too: it outweighs a consent that is only implied.
    static List<Consent> consents(List<Consenting> rows, List<Asked> callbacks) {
        List<Consent> consents = new ArrayList<>();
        for (Consenting row : rows) {
            consents.add(consent(row, row.granted() ? end(row, rows) : Optional.of(row.givenAt())));
        }
        callbacks.forEach(callback -> consents.add(consent(callback)));
        return consents;
    }

    private static Consent consent(Consenting row, Optional<Instant> end) {
        return new Consent(
                row.kind(),
                row.givenTo().equals("COLLECTOR"),
                Optional.ofNullable(row.account()),
                Optional.ofNullable(row.phone()),
                row.givenAt(),
                end,
                Set.of(),
                daily(row.from(), row.to()),
                Optional.empty());
    }

    private static Consent consent(Asked callback) {
        return new Consent(
                Consent.EXTRA_CALLS,
                true,
                Optional.of(callback.account()),
                Optional.empty(),
                callback.createdAt(),
                Optional.empty(),
                Set.of(LocalDate.ofInstant(callback.dueAt(), ZoneId.of(callback.zone()))),
                Optional.empty(),
                Optional.of(callback.dueAt()));
    }

    /// When a consent that was given ends, whether by itself or by what takes it back.
    static Optional<Instant> end(Consenting given, List<Consenting> rows) {
        return Stream.concat(
                        Stream.ofNullable(given.expiresAt()),
                        rows.stream()
                                .filter(row -> !row.granted() && row.kind().equals(given.kind()))
                                .filter(row -> !row.givenAt().isBefore(given.givenAt()))
                                .filter(row -> meet(row.phone(), given.phone()))
                                .filter(row -> meet(row.account(), given.account()))
                                .map(Consenting::givenAt))
                .min(Instant::compareTo);
    }

    /// Nothing named means all.
    private static boolean meet(@Nullable Object one, @Nullable Object other) {
        return one == null || other == null || one.equals(other);
    }

    private static Optional<Span> daily(@Nullable LocalTime from, @Nullable LocalTime to) {
        return from == null || to == null || !from.isBefore(to)
                ? Optional.empty()
                : Optional.of(new Span(from.toSecondOfDay(), to.toSecondOfDay()));
    }

    static List<Preference> preferences(List<Preferring> rows) {
        return rows.stream().flatMap(Declared::preference).toList();
    }

    private static Stream<Preference> preference(Preferring row) {
        if (row.place() != null) {
            return Stream.of(new Preference.BadPlace(Place.valueOf(row.place())));
        }
        Set<DayOfWeek> days =
                row.days().isEmpty()
                        ? EnumSet.allOf(DayOfWeek.class)
                        : row.days().stream().map(RuleReader::weekday).collect(Collectors.toSet());
        int from = row.from() == null ? 0 : row.from().toSecondOfDay();
        int to = row.to() == null ? Span.DAY : row.to().toSecondOfDay();
        return from < to
                ? Stream.of(badTime(row, days, new Span(from, to)))
                : overnight(row, days, from, to);
    }

    /// A bad time past midnight is two: the evening of its days and the morning of the next.
    private static Stream<Preference> overnight(
            Preferring row, Set<DayOfWeek> days, int from, int to) {
        Set<DayOfWeek> next = days.stream().map(day -> day.plus(1)).collect(Collectors.toSet());
        Stream<Preference> evening = Stream.of(badTime(row, days, new Span(from, Span.DAY)));
        return to == 0
                ? evening
                : Stream.concat(evening, Stream.of(badTime(row, next, new Span(0, to))));
    }

    private static Preference badTime(Preferring row, Set<DayOfWeek> days, Span bad) {
        return new Preference.BadTime(
                days, bad, Optional.ofNullable(row.fromOn()), Optional.ofNullable(row.toOn()));
    }

    /// A contact whose debt is not known counts for every debt of the person.
    static ContactEvent event(Contact row, Owned owned) {
        Set<AccountId> accounts =
                row.account() == null ? owned.accounts().keySet() : Set.of(row.account());
        Set<Excuse> excuses = new HashSet<>();
        if (row.responds()) {
            excuses.add(Excuse.RESPONSE_TO_CONSUMER);
        }
        if (row.phone() != null && owned.wrong(row.phone())) {
            excuses.add(Excuse.WRONG_NUMBER);
        }
        return new ContactEvent(
                Optional.empty(),
                row.at(),
                row.at(),
                ContactKind.valueOf(row.kind()),
                ContactResult.valueOf(row.result()),
                accounts,
                Optional.ofNullable(row.account()).flatMap(owned::client),
                Optional.ofNullable(row.phone()),
                Optional.ofNullable(row.phone()).flatMap(owned::place),
                Voice.LIVE,
                Optional.empty(),
                false,
                excuses);
    }
}
