package org.rightparty.dialer.placement;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// How to read one client's files: the layout, which column holds which field, and how values are
/// written. Saved once per client.
///
/// @param columns where each field stands; empty to go by well-known header names
public record Mapping(Layout layout, List<Column> columns, Conventions conventions) {
    /// Nothing agreed yet: the format is sniffed and fields are found by their header names.
    public static final Mapping AUTOMATIC =
            new Mapping(Layout.SNIFFED, List.of(), Conventions.USUAL);

    public Mapping {
        columns = List.copyOf(columns);
    }

    /// Whether files are read by both in the same way; the order of columns tells nothing.
    public boolean readsAs(Mapping other) {
        return layout.equals(other.layout)
                && conventions.equals(other.conventions)
                && Set.copyOf(columns).equals(Set.copyOf(other.columns));
    }

    public Mapping withColumns(List<Column> found, Map<String, String> furtherDefaults) {
        return new Mapping(layout, found, conventions.withDefaults(furtherDefaults));
    }

    public enum Format {
        AUTO,
        CSV,
        XLSX,
        FIXED
    }

    /// @param delimiter one sign, or empty to sniff it
    /// @param quote one sign
    /// @param charset IANA name, or empty to detect it
    /// @param sheet name of the sheet, or empty for the first visible one
    /// @param header whether the first row names the columns
    public record Layout(
            Format format,
            String delimiter,
            String quote,
            String charset,
            String sheet,
            boolean header) {
        public static final Layout SNIFFED = new Layout(Format.AUTO, "", "\"", "", "", true);

        public Layout {
            if (delimiter.length() > 1 || quote.length() != 1) {
                throw new IllegalArgumentException("delimiter and quote are one sign each");
            }
        }
    }

    public record Column(String field, Source source) {}

    /// Where in a row a field stands.
    public sealed interface Source {
        /// Under this header; upper and lower case and outer blanks do not matter.
        record Header(String name) implements Source {}

        /// In this column, the first being 1.
        record Position(int number) implements Source {
            public Position {
                require(number >= 1, "columns count from 1");
            }
        }

        /// In these characters of a fixed-width line, both ends included, the first being 1.
        record Span(int from, int to) implements Source {
            public Span {
                require(from >= 1 && to >= from, "a range runs from 1 or more to no less");
            }
        }

        private static void require(boolean holds, String what) {
            if (!holds) {
                throw new IllegalArgumentException(what);
            }
        }
    }

    /// @param dates tried in order
    /// @param defaults what a field holds where the file is blank
    /// @param translations by field, the client's codes and our words; codes match in any case
    public record Conventions(
            List<DatePattern> dates,
            AmountStyle amounts,
            Map<String, String> defaults,
            Map<String, Map<String, String>> translations) {
        public static final Conventions USUAL =
                new Conventions(DatePattern.USUAL, AmountStyle.DOLLARS, Map.of(), Map.of());

        public Conventions {
            dates = List.copyOf(dates);
            defaults = Map.copyOf(defaults);
            translations = Map.copyOf(translations);
        }

        Conventions withDefaults(Map<String, String> further) {
            Map<String, String> all = new java.util.HashMap<>(further);
            all.putAll(defaults);
            return new Conventions(dates, amounts, all, translations);
        }
    }
}
