package org.rightparty.compliance.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rightparty.compliance.rules.Applies;
import org.rightparty.compliance.rules.ContactKind;
import org.rightparty.compliance.rules.ContactResult;
import org.rightparty.compliance.rules.Counter;
import org.rightparty.compliance.rules.Provenance;
import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.Rulebook;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.compliance.rules.Scope;
import org.rightparty.compliance.rules.Span;
import org.rightparty.compliance.rules.Strength;
import org.rightparty.compliance.rules.Terms;
import org.rightparty.compliance.rules.Window;
import org.rightparty.compliance.rules.ZoneBasis;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/// Random books, people and instants, decided by the gate and by somebody who counts on fingers:
/// day by day and minute by minute, without any arithmetic on time zones but "what do the clock and
/// the calendar on the wall say there".
final class RandomRulesTest {
    private static final List<String> ZONES =
            List.of(
                    "America/New_York",
                    "America/Phoenix",
                    "America/Los_Angeles",
                    "America/Adak",
                    "Australia/Sydney",
                    "Australia/Lord_Howe",
                    "Asia/Kolkata",
                    "America/Sao_Paulo",
                    "Pacific/Auckland");
    private static final List<String> CENTRES =
            List.of(
                    "2026-03-08T12:00:00Z",
                    "2026-11-01T12:00:00Z",
                    "2026-04-05T00:00:00Z",
                    "2026-10-04T00:00:00Z",
                    "2028-02-29T12:00:00Z",
                    "2027-12-31T22:00:00Z");
    private static final List<ContactResult> RESULTS =
            List.of(
                    ContactResult.RING_NO_ANSWER,
                    ContactResult.BUSY,
                    ContactResult.CONVERSATION,
                    ContactResult.VOICEMAIL_LEFT,
                    ContactResult.UNKNOWN);
    private static final List<Window.Kind> KINDS =
            List.of(
                    Window.Kind.ROLLING_CALENDAR_DAYS,
                    Window.Kind.ROLLING_HOURS,
                    Window.Kind.ROLLING_MINUTES,
                    Window.Kind.CALENDAR_DAY,
                    Window.Kind.CALENDAR_WEEK,
                    Window.Kind.CALENDAR_MONTH);
    private static final int CASES_A_SEED = 300;
    private static final int NEXT_A_SEED = 12;
    private static final int SCANNED_DAYS = 4;

    private record Row(
            Optional<Map<DayOfWeek, int[]>> hours, Set<LocalDate> closed, Optional<Limit> limit) {}

    private record Limit(
            Set<Scope> scope,
            Set<ContactResult> counts,
            int max,
            Window window,
            boolean cooldown) {}

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void decides_like_somebody_who_counts_on_fingers(long seed) {
        RandomGenerator random = new Random(seed);
        for (int i = 0; i < CASES_A_SEED; i++) {
            Instant now = minute(random);
            List<Row> rows = rows(random, now);
            Someone someone = someone(random, now);
            assertThat(someone.codes(books(rows), now).equals(List.of("OK")))
                    .as("seed %d case %d at %s, %s", seed, i, now, rows)
                    .isEqualTo(fingers(rows, someone, now));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void names_the_first_minute_that_would_do(long seed) {
        RandomGenerator random = new Random(1_000 + seed);
        for (int i = 0; i < NEXT_A_SEED; i++) {
            Instant now = minute(random);
            List<Row> rows = rows(random, now);
            Someone someone = someone(random, now);
            Instant end = now.plus(Duration.ofDays(SCANNED_DAYS));
            Instant first = now;
            while (first.isBefore(end) && !fingers(rows, someone, first)) {
                first = first.plusSeconds(60);
            }
            Optional<Instant> next = someone.next(books(rows), now);
            if (first.isBefore(end)) {
                assertThat(next).as("seed %d case %d at %s", seed, i, now).contains(first);
            } else {
                assertThat(next.filter(end::isAfter))
                        .as("seed %d case %d at %s", seed, i, now)
                        .isEmpty();
            }
        }
    }

    private static Instant minute(RandomGenerator random) {
        Instant centre = Instant.parse(CENTRES.get(random.nextInt(CENTRES.size())));
        return centre.plusSeconds(60L * random.nextInt(-5 * 1_440, 5 * 1_440));
    }

    private static List<Row> rows(RandomGenerator random, Instant now) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(Optional.of(week(random)), closed(random, now), Optional.empty()));
        for (int i = random.nextInt(4); i > 0; i--) {
            rows.add(new Row(Optional.empty(), Set.of(), Optional.of(limit(random))));
        }
        return rows;
    }

    /// Hours begin after the clocks have changed and end before they do.
    private static Map<DayOfWeek, int[]> week(RandomGenerator random) {
        Map<DayOfWeek, int[]> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            int from = random.nextInt(4 * 60, 11 * 60);
            int to = random.nextBoolean() ? 24 * 60 : random.nextInt(from + 1, 24 * 60);
            if (random.nextInt(7) > 0) {
                week.put(day, new int[] {from, to});
            }
        }
        return week;
    }

    private static Set<LocalDate> closed(RandomGenerator random, Instant now) {
        Set<LocalDate> closed = new HashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            closed.add(LocalDate.ofInstant(now, ZoneId.of("UTC")).plusDays(random.nextInt(5)));
        }
        return closed;
    }

    private static Limit limit(RandomGenerator random) {
        Set<ContactResult> counts = EnumSet.noneOf(ContactResult.class);
        RESULTS.stream().filter(_ -> random.nextBoolean()).forEach(counts::add);
        Set<Scope> scope = random.nextBoolean() ? Set.of(Scope.PERSON) : Set.of(Scope.DEBT);
        boolean cooldown = random.nextInt(3) == 0;
        Window.Kind kind = KINDS.get(random.nextInt(KINDS.size()));
        boolean calendar =
                EnumSet.of(
                                Window.Kind.CALENDAR_DAY,
                                Window.Kind.CALENDAR_WEEK,
                                Window.Kind.CALENDAR_MONTH)
                        .contains(kind);
        Window window = new Window(kind, calendar ? 1 : 1 + random.nextInt(60) % 9);
        return new Limit(scope, counts, cooldown ? 1 : 1 + random.nextInt(5), window, cooldown);
    }

    private static Someone someone(RandomGenerator random, Instant now) {
        Someone someone =
                Someone.in(
                        ZONES.get(random.nextInt(ZONES.size()))
                                + (random.nextBoolean()
                                        ? ""
                                        : " " + ZONES.get(random.nextInt(ZONES.size()))));
        for (int i = random.nextInt(14); i > 0; i--) {
            someone.had(
                    now.minusSeconds(60L * random.nextInt(1, 12 * 1_440)),
                    RESULTS.get(random.nextInt(RESULTS.size())),
                    random.nextInt(4) == 0 ? Someone.OTHER_DEBT : Someone.DEBT);
        }
        return someone;
    }

    private static Rulebooks books(List<Row> rows) {
        List<Rule> rules = new ArrayList<>();
        for (Row row : rows) {
            rules.add(rule("R" + rules.size(), terms(row)));
        }
        return new Rulebooks(
                List.of(new Rulebook("random", "1", "00", Instant.EPOCH, Optional.empty(), rules)));
    }

    private static Terms terms(Row row) {
        ZoneBasis all = new ZoneBasis.ConsumerAll();
        if (row.limit().isPresent()) {
            Limit limit = row.limit().get();
            Counter counter =
                    new Counter("C", Set.of(ContactKind.CALL_PLACED), limit.counts(), Set.of());
            return limit.cooldown()
                    ? new Terms.Cooldown(limit.scope(), counter, limit.window(), false, all)
                    : new Terms.FrequencyCap(
                            limit.scope(),
                            counter,
                            limit.max(),
                            limit.window(),
                            Set.of(),
                            false,
                            false,
                            Optional.empty(),
                            all);
        }
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        row.hours()
                .orElseThrow()
                .forEach((day, span) ->
                        week.put(day, List.of(new Span(span[0] * 60, span[1] * 60))));
        return new Terms.ContactHours(week, row.closed(), List.of(), all);
    }

    private static Rule rule(String id, Terms terms) {
        return new Rule(
                id,
                "*",
                "random",
                Provenance.HOUSE,
                Strength.POLICY,
                Optional.empty(),
                Optional.empty(),
                true,
                Applies.ALWAYS,
                terms,
                Set.of(),
                id,
                "No.",
                false);
    }

    private static boolean fingers(List<Row> rows, Someone someone, Instant at) {
        for (Row row : rows) {
            for (var evidence : someone.evidence) {
                for (ZoneId zone : evidence.zones()) {
                    if (!passes(row, someone, at, zone)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static boolean passes(Row row, Someone someone, Instant at, ZoneId zone) {
        LocalDateTime wall = LocalDateTime.ofInstant(at, zone);
        if (row.hours().isPresent()) {
            int[] span = row.hours().get().get(wall.getDayOfWeek());
            int minute = wall.getHour() * 60 + wall.getMinute();
            return !row.closed().contains(wall.toLocalDate())
                    && span != null
                    && minute >= span[0]
                    && minute < span[1];
        }
        Limit limit = row.limit().orElseThrow();
        int counted = 0;
        for (ContactEvent event : someone.history) {
            boolean mine =
                    limit.scope().contains(Scope.PERSON) || event.accounts().contains(Someone.DEBT);
            if (mine
                    && limit.counts().contains(event.result())
                    && inWindow(limit.window(), event.at(), at, zone)) {
                counted++;
            }
        }
        return counted < limit.max();
    }

    /// Day by day, or second by second.
    private static boolean inWindow(Window window, Instant event, Instant at, ZoneId zone) {
        LocalDate then = LocalDateTime.ofInstant(event, zone).toLocalDate();
        LocalDate today = LocalDateTime.ofInstant(at, zone).toLocalDate();
        return switch (window.kind()) {
            case ROLLING_CALENDAR_DAYS -> {
                boolean found = false;
                LocalDate day = then;
                for (int i = 0; i < window.n(); i++) {
                    found |= day.equals(today);
                    day = day.plusDays(1);
                }
                yield found;
            }
            case ROLLING_HOURS ->
                    at.getEpochSecond() - event.getEpochSecond() < 3_600L * window.n();
            case ROLLING_MINUTES -> at.getEpochSecond() - event.getEpochSecond() < 60L * window.n();
            case ROLLING_SECONDS -> at.getEpochSecond() - event.getEpochSecond() < window.n();
            case CALENDAR_DAY -> then.equals(today);
            case CALENDAR_WEEK -> {
                LocalDate monday = today;
                while (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
                    monday = monday.minusDays(1);
                }
                yield !then.isBefore(monday);
            }
            case CALENDAR_MONTH ->
                    then.getYear() == today.getYear() && then.getMonth() == today.getMonth();
            case LIFETIME -> true;
        };
    }
}
