package org.rightparty.dialer.placement;

import org.rightparty.dialer.placement.Field.Level;
import org.rightparty.dialer.placement.Mapping.Column;
import org.rightparty.dialer.placement.Mapping.Source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A mapping fitted to one file: which cell holds which field.
public final class Binding {
    private static final String FAMILY_NAME = "family_name";

    private final Mapping mapping;
    private final Map<String, Integer> cells;

    private Binding(Mapping mapping, Map<String, Integer> cells) {
        this.mapping = mapping;
        this.cells = Map.copyOf(cells);
    }

    /// Fits a mapping with columns to the header of a file; a mapping without columns goes through
    /// `AutoMapping` first.
    ///
    /// @param header the names of the cells, in order; for fixed-width files those of the fields
    /// @throws UnusableFile when the file lacks a column, or required fields have none
    public static Binding fit(Mapping mapping, List<String> header) {
        Binding binding = tentative(mapping, header);
        if (!binding.missing().isEmpty()) {
            throw UnusableFile.of(
                    "no column for " + String.join(", ", binding.missing()),
                    "map them to columns, or give defaults, in a mapping");
        }
        return binding;
    }

    /// As `fit`, for a preview: required fields may be missing.
    public static Binding tentative(Mapping mapping, List<String> header) {
        Map<String, Integer> cells = new HashMap<>();
        int span = 0;
        for (Column column : mapping.columns()) {
            if (Fields.named(column.field()).isEmpty()) {
                throw UnusableFile.of(
                        "the mapping names a field that does not exist: " + column.field(),
                        "the fields are listed in docs/placement-files.md");
            }
            int cell =
                    switch (column.source()) {
                        case Source.Header(String name) -> underHeader(name, header);
                        case Source.Position(int number) -> number - 1;
                        case Source.Span _ -> span++;
                    };
            if (cells.put(column.field(), cell) != null) {
                throw UnusableFile.of(
                        "the mapping names " + column.field() + " twice", "leave one of them out");
            }
        }
        return new Binding(mapping, cells);
    }

    private static int underHeader(String name, List<String> header) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).strip().equalsIgnoreCase(name.strip())) {
                found.add(i);
            }
        }
        if (found.isEmpty()) {
            throw UnusableFile.of(
                    "the mapping wants a column \"" + name + "\" that the file does not have",
                    "the file has: " + String.join(", ", header));
        } else if (found.size() > 1) {
            throw UnusableFile.of(
                    "two columns are called \"" + name + "\" (" + places(found) + ")",
                    "name the right one by its position in the mapping");
        }
        return found.getFirst();
    }

    private static String places(List<Integer> cells) {
        return String.join(" and ", cells.stream().map(i -> Integer.toString(i + 1)).toList());
    }

    /// Required fields that have neither a column nor a default. A family name may also come as a
    /// full name or the name of a business.
    public List<String> missing() {
        Set<String> known = known();
        if (known.contains(nameField())) {
            known.add(FAMILY_NAME);
        }
        return Fields.ALL.stream()
                .filter(field -> field.level() == Level.REQUIRED)
                .map(Field::name)
                .filter(name -> !known.contains(name))
                .toList();
    }

    private Set<String> known() {
        Set<String> known = new HashSet<>(cells.keySet());
        known.addAll(mapping.conventions().defaults().keySet());
        return known;
    }

    /// The field in which the file has the name that is required: a family name, or what may stand
    /// for it.
    String nameField() {
        Set<String> known = known();
        return Stream.of(FAMILY_NAME, "full_name", "business_name")
                .filter(known::contains)
                .findFirst()
                .orElse(FAMILY_NAME);
    }

    public Mapping mapping() {
        return mapping;
    }

    /// The fields of a row that hold something, defaults and translations applied.
    Map<String, String> values(SourceRow row) {
        Map<String, String> values = new HashMap<>(mapping.conventions().defaults());
        cells.forEach((field, cell) -> {
            String text = cell < row.cells().size() ? row.cells().get(cell).strip() : "";
            if (!isBlank(text)) {
                values.put(field, text);
            }
        });
        mapping.conventions()
                .translations()
                .forEach((field, codes) -> translate(values, field, codes));
        return values;
    }

    /// Fields and the values they have in a row, in order of name: what a preview shows.
    public Map<String, String> preview(SourceRow row) {
        return new TreeMap<>(values(row));
    }

    /// Zeros in place of a date are no date.
    private static boolean isBlank(String text) {
        return switch (text) {
            case "", "NULL", "null", "N/A", "n/a", "#N/A", "00000000", "0000-00-00", "00/00/0000" ->
                    true;
            default -> false;
        };
    }

    private static void translate(
            Map<String, String> values, String field, Map<String, String> codes) {
        String written = values.get(field);
        if (written != null) {
            codes.entrySet().stream()
                    .filter(code -> code.getKey().equalsIgnoreCase(written))
                    .findFirst()
                    .ifPresent(code -> values.put(field, code.getValue()));
        }
    }
}
