package org.rightparty.compliance.rules;

import org.rightparty.compliance.abandonment.SafeHarbour;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rulebooks that hold at an instant, their active rows in precedence: by type, then by
/// strength, then in the order of the books. The first row that refuses is the reason.
public final class Rulebooks {
    /// How far back rules without an end look.
    private static final Duration FOREVER = Duration.ofDays(3_650);

    private final List<Rulebook> books;
    private final List<Row> rows;
    private final String title;
    private final String sha256;
    private final boolean hoursByMode;

    /// A rule and the title of the book it stands in.
    public record Row(Rule rule, String book) {}

    public Rulebooks(List<Rulebook> books) {
        this.books = books.stream().sorted(Comparator.comparing(Rulebook::name)).toList();
        this.rows = inPrecedence(this.books);
        this.title = this.books.stream().map(Rulebook::title).collect(Collectors.joining(", "));
        this.sha256 = hash(this.books);
        this.hoursByMode =
                rows.stream()
                        .map(Row::rule)
                        .filter(rule -> !rule.applies().modes().isEmpty())
                        .map(rule -> rule.terms().type())
                        .anyMatch(type ->
                                type == RuleType.CONTACT_HOURS || type == RuleType.PREFERENCE);
    }

    public List<Rulebook> books() {
        return books;
    }

    public List<Row> rows() {
        return rows;
    }

    /// Whether any active row is of this type.
    public boolean has(RuleType type) {
        return rows.stream().anyMatch(row -> row.rule().terms().type() == type);
    }

    /// Whether a row that goes by the clock holds in some modes only.
    public boolean hoursByMode() {
        return hoursByMode;
    }

    public boolean anyOverridable() {
        return rows.stream().anyMatch(row -> row.rule().overridable());
    }

    /// A row of abandonment and its conditions.
    public record Abandonment(String ruleId, SafeHarbour harbour) {}

    /// The rows of abandonment that hold for calls to consumers in these places.
    ///
    /// @param today by the clock of the call centre
    public List<Abandonment> abandonment(Set<String> places, LocalDate today) {
        return rows.stream()
                .map(Row::rule)
                .filter(rule -> rule.holdsIn(places) && rule.effectiveOn(today))
                .filter(rule -> rule.applies().to(Manner.COLLECTION_CALL))
                .flatMap(rule ->
                        rule.terms() instanceof Terms.Abandonment(SafeHarbour harbour)
                                ? Stream.of(new Abandonment(rule.id(), harbour))
                                : Stream.empty())
                .toList();
    }

    /// Their conditions alone.
    public List<SafeHarbour> harbours(Set<String> places, LocalDate today) {
        return abandonment(places, today).stream().map(Abandonment::harbour).toList();
    }

    /// Names and versions, `house-policy 2026.1, us-federal 2026.1`.
    public String title() {
        return title;
    }

    /// SHA-256 over the names, versions and hashes of the books, lower-case hex.
    public String sha256() {
        return sha256;
    }

    /// How much history the active rows together need for such contacts with people in any of
    /// these places.
    public Duration lookback(Manner manner, Set<String> jurisdictions) {
        return rows.stream()
                .filter(row -> row.rule().applies().to(manner))
                .filter(row -> row.rule().holdsIn(jurisdictions))
                .flatMap(row -> window(row.rule().terms()).stream())
                .map(window -> window.lengthMax().orElse(FOREVER))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ofDays(1));
    }

    private static Optional<Window> window(Terms terms) {
        return switch (terms) {
            case Terms.FrequencyCap cap ->
                    Optional.of(
                            cap.afterConversation()
                                    ? new Window(Window.Kind.LIFETIME, 1)
                                    : cap.window());
            case Terms.Cooldown cooldown -> Optional.of(cooldown.window());
            case Terms.LifetimeCap _ -> Optional.of(new Window(Window.Kind.LIFETIME, 1));
            case Terms.ContactHours _,
                    Terms.EndGuard _,
                    Terms.WaitAfterNotice _,
                    Terms.Licence _,
                    Terms.Abandonment _,
                    Terms.Recording _,
                    Terms.Obligation _,
                    Terms.StatusBlock _,
                    Terms.Preference _,
                    Terms.NumberCheck _,
                    Terms.ConsentRequired _,
                    Terms.OneLiveAttempt _,
                    Terms.LocationKnown _ ->
                    Optional.empty();
        };
    }

    private static List<Row> inPrecedence(List<Rulebook> books) {
        List<Row> rows = new ArrayList<>();
        for (Rulebook book : books) {
            for (Rule rule : book.rules()) {
                if (rule.active()) {
                    rows.add(new Row(rule, book.title()));
                }
            }
        }
        rows.sort(
                Comparator.<Row, RuleType>comparing(row -> row.rule().terms().type())
                        .thenComparing(row -> row.rule().strength()));
        return List.copyOf(rows);
    }

    private static String hash(List<Rulebook> books) {
        StringBuilder text = new StringBuilder();
        for (Rulebook book : books) {
            text.append(book.title()).append(' ').append(book.sha256()).append('\n');
        }
        return Sha256.hex(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
