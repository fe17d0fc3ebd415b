package org.rightparty.compliance.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightparty.compliance.gate.Explanation.Answer;
import org.rightparty.compliance.rules.ContactResult;
import org.rightparty.compliance.rules.LineType;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.compliance.zones.Evidence;
import org.rightparty.vocabulary.Mode;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

class ExplainerTest {
    private static final Instant NOON = Instant.parse("2026-04-07T16:00:00Z");
    private static final Rulebooks BOOKS = Books.shipped();

    @Test
    void a_call_that_is_allowed_is_explained_by_every_row_that_lets_it_pass() {
        Explanation told = explain(Someone.in("America/New_York", "US-NY"), NOON);

        assertThat(told.allowed()).isTrue();
        assertThat(told.nextAllowedAt()).contains(NOON);
        assertThat(row(told, "US-FED-HRS").answer()).isEqualTo(Answer.PASSES);
        assertThat(row(told, "US-FED-HRS").inputs())
                .contains(
                        new Explanation.Input(
                                "America/New_York",
                                "Tue 2026-04-07 12:00:00; that day 08:00–21:00"));
    }

    @Test
    void a_full_week_is_explained_by_its_calls_and_by_when_the_first_leaves() {
        Someone called = Someone.in("America/New_York", "US-NY");
        for (int day = 1; day <= 7; day++) {
            called.had(
                    NOON.minus(Duration.ofDays(7L - day)).minusSeconds(20_000),
                    ContactResult.RING_NO_ANSWER);
        }
        Explanation told = explain(called, NOON.plus(Duration.ofHours(6)));
        Explanation.Row cap = row(told, "US-FED-7IN7");

        assertThat(told.allowed()).isFalse();
        assertThat(cap.answer()).isEqualTo(Answer.REFUSES);
        assertThat(cap.inputs())
                .contains(
                        new Explanation.Input("counted", "7 of 7"),
                        new Explanation.Input(
                                "other contact", "2026-04-07T10:26:40Z rang, no answer"));
        assertThat(cap.clearsAt()).contains(Instant.parse("2026-04-08T04:00:00Z"));
        assertThat(told.nextAllowedAt()).contains(Instant.parse("2026-04-08T12:00:00Z"));
    }

    @Test
    void a_hold_is_explained_by_what_would_have_to_change() {
        Someone held = Someone.in("America/New_York", "US-NY");
        held.holds.add(hold("CEASE"));
        Explanation told = explain(held, NOON);

        assertThat(told.nextAllowedAt()).isEmpty();
        assertThat(told.refusing().getFirst().ruleId()).isEqualTo("US-FED-CEASE");
        assertThat(told.refusing().getFirst().change()).contains("lifts the hold (cease)");
    }

    private static DialFacts.Hold hold(String code) {
        return new DialFacts.Hold(
                code,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                NOON.minusSeconds(60),
                Optional.empty());
    }

    @Test
    void a_ceiling_of_abandonment_is_told_in_per_cent() {
        Explanation told = explain(Someone.in("America/New_York", "US-NY"), NOON);

        assertThat(row(told, "POLICY-ABN").inputs())
                .contains(new Explanation.Input("ceiling, per cent", "3"));
    }

    @Test
    void what_was_looked_at_is_told_without_codes() {
        Someone called = Someone.in("America/Los_Angeles", "US-CA");
        called.usable = "DO_NOT_CALL";
        for (ContactResult result : ContactResult.values()) {
            called.had(NOON.minusSeconds(60), result);
        }
        Explanation told = explain(called, NOON.plus(Duration.ofHours(4)));

        assertThat(told.rows())
                .flatExtracting(Explanation.Row::inputs)
                .extracting(Explanation.Input::value)
                .contains(
                        "everybody on the line must be told, and agree, before it begins",
                        "before anything is said of the debt",
                        "within five days of the first communication")
                .noneMatch(value -> value.matches(".*(\\b[A-Z]{5,}|[A-Z]_[A-Z]).*"));
        assertThat(told.rows())
                .extracting(Explanation.Row::change)
                .contains(
                        "Call another number, or correct what is known of this one (now do not"
                                + " call).")
                .noneMatch(change -> change.matches(".*[A-Z]_[A-Z].*"));
    }

    @Test
    void what_asks_for_nothing_in_this_call_is_told_as_that() {
        Someone here = Someone.in("America/Chicago", "US-TX");
        here.collector = Set.of("US", "US-TX");
        assertThat(answers(explain(here, NOON)))
                .containsEntry("HOUSE-RECORD-UNKNOWN", Answer.NOT_CONCERNED)
                .containsEntry("HOUSE-RECORD-UNKNOWN-HERE", Answer.NOT_CONCERNED)
                .containsEntry("HOUSE-SCRA", Answer.NOT_CONCERNED)
                .containsEntry("US-FED-MM", Answer.PASSES);
        assertThat(row(explain(here, NOON), "HOUSE-RECORD-UNKNOWN").change())
                .isEqualTo("asks only while nobody knows in which state the consumer is");
        assertThat(row(explain(here, NOON), "HOUSE-SCRA").change())
                .isEqualTo("asks only while a hold stands: scra");

        Someone nowhere = Someone.in("America/Chicago");
        nowhere.collector = Set.of("US");
        nowhere.holds.add(hold("SCRA"));
        assertThat(answers(explain(nowhere, NOON)))
                .containsEntry("HOUSE-RECORD-UNKNOWN", Answer.PASSES)
                .containsEntry("HOUSE-RECORD-UNKNOWN-HERE", Answer.PASSES)
                .containsEntry("HOUSE-SCRA", Answer.PASSES);
    }

    private static Map<String, Answer> answers(Explanation told) {
        return told.rows().stream()
                .collect(
                        Collectors.toMap(
                                Explanation.Row::ruleId,
                                Explanation.Row::answer,
                                (first, _) -> first));
    }

    @Test
    void each_place_whose_law_reaches_the_call_says_what_brings_it() {
        Someone called = Someone.in("Pacific/Honolulu", "US-HI");
        called.collector = Set.of("US", "US-TX");
        called.evidence.add(
                new Evidence(
                        Evidence.Kind.NUMBER,
                        Set.of(ZoneId.of("America/Chicago")),
                        Optional.of("US-TX"),
                        false,
                        Optional.empty()));
        called.evidence.add(
                new Evidence(
                        Evidence.Kind.STATED,
                        Set.of(ZoneId.of("America/New_York")),
                        Optional.of("US-NY"),
                        true,
                        Optional.of(NOON)));
        Explanation told = explain(called, NOON);

        assertThat(told.reaches())
                .extracting(Reach::toString)
                .containsExactly(
                        "US (the consumer's address; the number's area; where we work from)",
                        "US-HI (the consumer's address)",
                        "US-TX (the number's area; where we work from)");
        assertThat(told.reaches().stream().map(Reach::jurisdiction))
                .containsExactlyElementsOf(told.where().jurisdictions());
    }

    @Test
    void rows_that_were_not_asked_say_why() {
        Explanation told = explain(Someone.in("America/New_York", "US-NY"), NOON);

        assertThat(told.rows())
                .filteredOn(row -> row.answer() == Answer.NOT_CONCERNED)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.change()).isNotBlank());
        assertThat(told.rows().stream().map(Explanation.Row::ruleId))
                .containsAll(
                        BOOKS.books().stream()
                                .flatMap(book -> book.rules().stream())
                                .map(rule -> rule.id())
                                .toList());
    }

    /// What is explained is what is decided: the same answer, reasons, order and next instant.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void an_explanation_never_differs_from_the_verdict(long seed) {
        RandomGenerator random = new Random(seed);
        for (int n = 0; n < 400; n++) {
            Someone someone = made(random);
            Instant at = NOON.plusSeconds(random.nextLong(-400_000, 400_000));
            Explanation told = explain(someone, at);

            List<String> codes = someone.codes(BOOKS, at);
            assertThat(told.allowed()).isEqualTo(codes.equals(List.of("OK")));
            if (!told.allowed()) {
                assertThat(told.refusing().stream().map(Explanation.Row::code)).isEqualTo(codes);
            }
            assertThat(told.nextAllowedAt()).isEqualTo(someone.next(BOOKS, at));
        }
    }

    private static Someone made(RandomGenerator random) {
        String[] zones = {"America/New_York", "America/Los_Angeles", "America/Chicago", ""};
        String[] places = {"US-NY", "US-MA", "US-WA", "US-CA"};
        String zone = zones[random.nextInt(zones.length)];
        Someone someone =
                zone.isEmpty()
                        ? Someone.in(zone)
                        : Someone.in(zone, places[random.nextInt(places.length)]);
        someone.mode = one(List.of(Mode.values()), random);
        someone.lineType = one(List.of(LineType.values()), random);
        for (int calls = random.nextInt(9); calls > 0; calls--) {
            someone.had(
                    NOON.minusSeconds(random.nextLong(0, 700_000)),
                    one(List.of(ContactResult.values()), random));
        }
        if (random.nextInt(4) == 0) {
            someone.usable = "WRONG";
        }
        return someone;
    }

    private static <T> T one(List<T> of, RandomGenerator random) {
        return of.get(random.nextInt(of.size()));
    }

    private static Explanation explain(Someone someone, Instant at) {
        return Explainer.explain(someone.request(), someone.facts(), BOOKS, at);
    }

    private static Explanation.Row row(Explanation told, String id) {
        return told.rows().stream()
                .filter(row -> row.ruleId().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
