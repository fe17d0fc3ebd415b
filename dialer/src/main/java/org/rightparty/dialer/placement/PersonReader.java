package org.rightparty.dialer.placement;

import org.jspecify.annotations.Nullable;
import org.rightparty.dialer.placement.Placement.Person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads who owes: names, birth, the last four digits of the social security number.
///
/// A full name with a comma is `FAMILY, GIVEN`; without one the last word is the family name. A
/// last word such as Jr or III is the suffix. Of a social security number only the last four digits
/// go further than this class.
final class PersonReader {
    private static final int ADULT_YEARS = 18;
    private static final Pattern NATIONAL_ID =
            Pattern.compile("(?:[0-9*Xx]{3}-?[0-9*Xx]{2}-?)?(?<last>[0-9]{4})");
    private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv", "v");

    private final Cells cells;
    private final String nameField;
    private final LocalDate today;

    /// @param nameField where the file has the name that is required
    PersonReader(Cells cells, String nameField, LocalDate today) {
        this.cells = cells;
        this.nameField = nameField;
        this.today = today;
    }

    Person debtor() {
        boolean business = isBusiness();
        Name name = business ? businessName() : name("");
        if (name.family.isEmpty()) {
            cells.refuse(nameField, "missing", "it is required: fill it in");
        }
        LocalDate born = born("born_on");
        if (cells.has("minor") && cells.flag("minor")) {
            cells.refuse("minor", "the person is a minor", "do not place debts of minors");
        }
        String suffix = cells.has("suffix") ? cells.text("suffix") : name.suffix;
        return new Person(
                business,
                name.given,
                name.family,
                suffix,
                born,
                last4("national_id"),
                language(),
                cells.pastDate("deceased_date"));
    }

    Person cosigner(String prefix) {
        Name name = name(prefix);
        LocalDate born = born(prefix + "born_on");
        String last4 = last4(prefix + "national_id");
        return new Person(false, name.given, name.family, name.suffix, born, last4, "en", null);
    }

    private boolean isBusiness() {
        String otherwise =
                cells.has("business_name") && !cells.has("family_name") ? "BUSINESS" : "PERSON";
        return cells.code("kind", Codes.KINDS, otherwise).equals("BUSINESS");
    }

    private Name businessName() {
        for (String field : List.of("business_name", "full_name", "family_name")) {
            if (cells.has(field)) {
                return new Name("", cells.text(field), "");
            }
        }
        return new Name("", "", "");
    }

    private Name name(String prefix) {
        String family = cells.text(prefix + "family_name");
        if (!family.isEmpty()) {
            return new Name(cells.text(prefix + "given_name"), family, "");
        }
        return Name.split(cells.text(prefix + "full_name"));
    }

    private @Nullable LocalDate born(String field) {
        LocalDate born = cells.pastDate(field);
        if (born != null && born.plusYears(ADULT_YEARS).isAfter(today)) {
            cells.refuse(field, "the person is a minor", "do not place debts of minors");
        }
        return born;
    }

    private String last4(String field) {
        if (!cells.has(field)) {
            return "";
        }
        var matcher = NATIONAL_ID.matcher(cells.text(field).replace(" ", ""));
        if (matcher.matches()) {
            return matcher.group("last");
        }
        cells.refuse(field, "not a social security number", "give nine digits or the last four");
        return "";
    }

    private String language() {
        String written = cells.text("language").toLowerCase(Locale.ROOT);
        if (written.isEmpty() || written.matches("[a-z]{2}") || Codes.LANGUAGES.knows(written)) {
            return Codes.LANGUAGES.knows(written)
                    ? cells.code("language", Codes.LANGUAGES, "en")
                    : written.isEmpty() ? "en" : written;
        }
        cells.refuse("language", "unknown language", "use the two letters of ISO 639, such as es");
        return "en";
    }

    private record Name(String given, String family, String suffix) {
        static Name split(String full) {
            int comma = full.indexOf(',');
            if (comma >= 0) {
                List<String> family = words(full.substring(0, comma));
                List<String> given = words(full.substring(comma + 1).replace(",", " "));
                String suffix = takeSuffix(family);
                suffix = suffix.isEmpty() ? takeSuffix(given) : suffix;
                return new Name(String.join(" ", given), String.join(" ", family), suffix);
            }
            List<String> words = words(full);
            String suffix = takeSuffix(words);
            String family = words.isEmpty() ? "" : words.removeLast();
            return new Name(String.join(" ", words), family, suffix);
        }

        private static String takeSuffix(List<String> words) {
            if (words.size() > 1 && SUFFIXES.contains(Field.bare(words.getLast()))) {
                return words.removeLast();
            }
            return "";
        }

        private static List<String> words(String text) {
            return new ArrayList<>(
                    Arrays.stream(text.strip().split("\\s+")).filter(w -> !w.isEmpty()).toList());
        }
    }
}
