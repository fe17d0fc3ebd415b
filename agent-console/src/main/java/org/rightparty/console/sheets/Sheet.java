package org.rightparty.console.sheets;

import java.util.List;

/// A table.
///
/// @param title what it shows, and of when
/// @param header a name a column
/// @param rows as many texts a row as there are columns
public record Sheet(String title, List<String> header, List<List<String>> rows) {
    public Sheet {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /// As which kind of file.
    public enum Format {
        CSV("text/csv; charset=utf-8", "csv"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
        PDF("application/pdf", "pdf");

        private final String type;
        private final String ending;

        Format(String type, String ending) {
            this.type = type;
            this.ending = ending;
        }

        public String type() {
            return type;
        }

        public String ending() {
            return ending;
        }
    }

    public byte[] as(Format format) {
        return switch (format) {
            case CSV -> SheetFiles.csv(this);
            case XLSX -> SheetFiles.xlsx(this);
            case PDF -> PdfSheet.of(this);
        };
    }
}
