package org.rightparty.compliance.vectors;

import org.rightparty.compliance.postgres.PostgresRulebooks;
import org.rightparty.compliance.postgres.RulebookReader;
import org.rightparty.compliance.rules.Provenance;
import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.Rulebook;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.compliance.rules.Terms;
import org.rightparty.compliance.rules.Window;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Rulebooks as a policy test wants them: every row of law switched on, confirmed or not, for the
/// test is of the law as it was read; the rows of the house as they are written, but with the
/// spacing and the switches that the test names; the test's own days in the calendars. A test may
/// want every row just as it is written instead.
final class VectorBooks {
    private static final Set<String> SPACING = Set.of("HOUSE-GAP", "HOUSE-DAY");
    private static final String GAP = "HOUSE-REDIAL";
    private static final String CONSERVATIVE = "HOUSE-ATDS";

    /// A test that names only parts of countries tests their rows alone: hours without end stand in
    /// for the country's. Where no row decides calls there is nothing to test, and nothing stands
    /// in.
    private static final String OPEN =
            """
            {"name": "no-country", "version": "1", "effective_from": "2020-01-01T00:00:00Z",
             "counters": {}, "holidays": {}, "rules": [{"rule_id": "OPEN", "type": "CONTACT_HOURS",
               "jurisdiction": "*", "citation": "none", "provenance": "HOUSE",
               "strength": "POLICY", "active": true, "applies": {}, "exceptions": [],
               "params": {"zone_basis": "CONSUMER_ALL", "windows": [{
                 "days": ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"],
                 "intervals": [["00:00", "24:00"]]}]},
               "reason_code": "NEVER", "message_for_agent": "Never."}]}
            """;

    private final List<String> texts;
    private final Map<Wanted, Rulebooks> made = new HashMap<>();

    /// @param texts the books, each as JSON
    VectorBooks(List<String> texts) {
        this.texts = List.copyOf(texts);
    }

    static VectorBooks shipped() {
        return new VectorBooks(
                PostgresRulebooks.SHIPPED.stream().map(PostgresRulebooks::shipped).toList());
    }

    /// @param alone the parts of countries whose rows are tested alone; none when the country's law
    ///     is asked too
    /// @param gapSeconds shortest time between two calls to a person; none when zero
    /// @param daily calls a day at most; none when zero
    /// @param asWritten whether every row holds as its book has it
    record Wanted(
            Map<String, List<LocalDate>> calendars,
            Set<String> alone,
            boolean conservative,
            long gapSeconds,
            int daily,
            boolean asWritten) {}

    Rulebooks of(Wanted wanted) {
        return made.computeIfAbsent(wanted, this::make);
    }

    private Rulebooks make(Wanted wanted) {
        List<Rulebook> books = new ArrayList<>();
        for (String text : texts) {
            Rulebook book = RulebookReader.read(text, wanted.calendars());
            books.add(wanted.asWritten() ? book : with(book, rules(book, wanted)));
        }
        if (books.stream()
                .flatMap(book -> book.rules().stream())
                .anyMatch(rule ->
                        wanted.alone().contains(rule.jurisdiction()) && decidesCalls(rule))) {
            books.add(RulebookReader.read(OPEN));
        }
        return new Rulebooks(books);
    }

    private static boolean decidesCalls(Rule rule) {
        return switch (rule.terms().type()) {
            case ABANDONMENT, RECORDING, OBLIGATION -> false;
            case STATUS_BLOCK,
                    LICENCE,
                    NUMBER_CHECK,
                    CONSENT_REQUIRED,
                    LOCATION_UNKNOWN,
                    CONCURRENT_ATTEMPT,
                    LIFETIME_CAP,
                    WAIT_AFTER_NOTICE,
                    PREFERENCE,
                    CONTACT_HOURS,
                    END_GUARD,
                    COOLDOWN,
                    FREQUENCY_CAP ->
                    true;
        };
    }

    private static Rulebook with(Rulebook book, List<Rule> rules) {
        return new Rulebook(
                book.name(),
                book.version(),
                book.sha256(),
                book.effectiveFrom(),
                book.effectiveTo(),
                rules);
    }

    private static List<Rule> rules(Rulebook book, Wanted wanted) {
        List<Rule> rules = new ArrayList<>();
        for (Rule rule : book.rules()) {
            if (rule.provenance() != Provenance.HOUSE) {
                rules.add(rule.withActive(true));
            } else if (rule.id().equals(CONSERVATIVE)) {
                rules.add(rule.withActive(wanted.conservative()));
            } else if (rule.id().equals("HOUSE-DAY") && wanted.daily() > 0) {
                rules.add(daily(rule, wanted.daily()));
            } else if (rule.id().equals(GAP)) {
                gap(rule, wanted.gapSeconds(), rules);
            } else if (!SPACING.contains(rule.id())) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private static void gap(Rule rule, long seconds, List<Rule> rules) {
        if (seconds > 0 && rule.terms() instanceof Terms.FrequencyCap cap) {
            Window window = new Window(Window.Kind.ROLLING_SECONDS, Math.toIntExact(seconds));
            rules.add(rule.withTerms(with(cap, cap.max(), window)));
        }
    }

    private static Rule daily(Rule rule, int max) {
        return rule.terms() instanceof Terms.FrequencyCap cap
                ? rule.withTerms(with(cap, max, cap.window()))
                : rule;
    }

    private static Terms.FrequencyCap with(Terms.FrequencyCap cap, int max, Window window) {
        return new Terms.FrequencyCap(
                cap.scope(),
                cap.counter(),
                max,
                window,
                cap.places(),
                cap.frequencyGroup(),
                cap.afterConversation(),
                cap.firstTried(),
                cap.zones());
    }
}
