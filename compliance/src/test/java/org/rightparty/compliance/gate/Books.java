package org.rightparty.compliance.gate;

import org.rightparty.compliance.postgres.PostgresRulebooks;
import org.rightparty.compliance.postgres.RulebookReader;
import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.Rulebook;
import org.rightparty.compliance.rules.Rulebooks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The shipped rulebooks, for tests.
public final class Books {
    private Books() {}

    /// The books as they ship.
    public static Rulebooks shipped() {
        return new Rulebooks(PostgresRulebooks.SHIPPED.stream().map(Books::read).toList());
    }

    /// The law without the spacing that the house adds.
    public static Rulebooks law() {
        return new Rulebooks(
                List.of(
                        read("us-federal"),
                        read("us-states"),
                        withoutSpacing(read("house-policy"))));
    }

    static Rulebook read(String name) {
        return RulebookReader.read(PostgresRulebooks.shipped(name));
    }

    static Rulebook withoutSpacing(Rulebook house) {
        List<String> spacing = List.of("HOUSE-REDIAL", "HOUSE-GAP", "HOUSE-DAY");
        List<Rule> kept = new ArrayList<>(house.rules());
        kept.removeIf(rule -> spacing.contains(rule.id()));
        return new Rulebook(
                house.name(),
                house.version(),
                house.sha256(),
                house.effectiveFrom(),
                house.effectiveTo(),
                kept);
    }

    static String resource(String path) {
        try (InputStream stream = Books.class.getResourceAsStream(path)) {
            return new String(
                    Objects.requireNonNull(stream, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
