package org.rightparty.dialer.record;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.PhoneNumber;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A file of facts: CSV with a header, `kind`, `account` or `number`, `at`, and the columns of the
/// kinds that it holds. It is read whole before anything is made of it.
public final class RecordFile {
    private static final int ROWS_MAX = 1_000_000;

    private final String evidence;

    /// @param evidence what rows rest on that do not say it themselves
    public RecordFile(String evidence) {
        this.evidence = evidence;
    }

    /// The file is none.
    public static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unusable(String message) {
            super(message);
        }
    }

    /// @throws Unusable when it cannot be read to its end, or its header is none
    public List<RecordRow> read(Path file) {
        List<RecordRow> all = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder()
                        .skipEmptyLines(true)
                        .detectBomHeader(true)
                        .ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                if (all.isEmpty()) {
                    requireColumns(row.getHeader());
                } else if (all.size() == ROWS_MAX) {
                    throw new Unusable("is longer than a million rows; cut it in pieces");
                }
                all.add(row(row));
            }
            return all;
        } catch (CsvParseException broken) {
            throw new Unusable("is no CSV; look for an open quote or a row of another length");
        } catch (IOException failed) {
            throw new Unusable("cannot be read; check the path");
        }
    }

    private static void requireColumns(List<String> header) {
        List<String> unknown = new ArrayList<>(header);
        unknown.removeAll(RecordKind.allColumns());
        if (!unknown.isEmpty()) {
            throw new Unusable(
                    "has columns that are not known, "
                            + String.join(", ", unknown)
                            + "; take them out or name them as in docs/compliance.md");
        }
        for (String needed : List.of("kind", "at")) {
            if (!header.contains(needed)) {
                throw new Unusable("needs a column `" + needed + "`");
            }
        }
        if (!header.contains("number") && !header.contains("account")) {
            throw new Unusable("needs a column `number` or a column `account`");
        }
    }

    private RecordRow row(NamedCsvRecord row) {
        Map<String, String> texts = new HashMap<>();
        row.getFieldsAsMap().forEach((column, text) -> texts.put(column, text.strip()));
        Cells cells = new Cells(Map.copyOf(texts));
        long at = row.getStartingLineNumber();
        try {
            return usable(at, cells);
        } catch (Cells.Fault fault) {
            return new RecordRow.Refused(
                    at, fault.field, cells.text(fault.field), fault.reason, fault.mend);
        }
    }

    private RecordRow usable(long row, Cells cells) {
        RecordKind kind = cells.word("kind", RecordKind.class);
        cells.texts().forEach((column, text) -> requireKnown(kind, column, text));
        Optional<AccountId> account = cells.account();
        Optional<PhoneNumber> number = cells.number();
        if (account.isEmpty() && number.isEmpty()) {
            throw new Cells.Fault("account", "Nobody is named.", "Give an account or a number.");
        } else if (kind == RecordKind.LOOK_UP && number.isEmpty()) {
            throw new Cells.Fault("number", "It is empty.", "Say which number was looked up.");
        }
        Instant at = kind == RecordKind.NOTICE ? cells.dayOrInstant("at") : cells.instant("at");
        return new RecordRow.Usable(
                row,
                account,
                number,
                cells.optional("evidence").orElse(evidence),
                kind.fact(cells, at),
                cells.texts());
    }

    private static void requireKnown(RecordKind kind, String column, String text) {
        if (!text.isEmpty() && !kind.knows(column)) {
            throw new Cells.Fault(
                    column, "A row of kind " + kind + " has no such thing.", "Leave it empty.");
        }
    }
}
