package org.rightparty.dialer.scrub;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.rightparty.compliance.holds.Bar;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.PhoneNumber;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A list of whom not to call, as CSV with a header: `number` or `account`, and as wanted `bar`,
/// `evidence` and `until`; of an inconvenient time `from`, `to` and `days`, of an inconvenient
/// place `place`. It is read row by row, however long it is.
public final class ScrubFile {
    private static final Set<String> COLUMNS =
            Set.of("number", "account", "bar", "evidence", "until", "days", "from", "to", "place");

    private final Optional<Bar> bar;
    private final String evidence;

    /// @param bar what rows mean that do not say it themselves
    /// @param evidence what rows rest on that do not say it themselves
    public ScrubFile(Optional<Bar> bar, String evidence) {
        this.bar = bar;
        this.evidence = evidence;
    }

    /// The file is none.
    public static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unusable(String message) {
            super(message);
        }
    }

    /// @throws Unusable when it cannot be read, or its header is none
    public void read(Path file, Consumer<ScrubRow> each) {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder()
                        .skipEmptyLines(true)
                        .detectBomHeader(true)
                        .ofNamedCsvRecord(file)) {
            boolean first = true;
            for (NamedCsvRecord row : rows) {
                if (first) {
                    requireColumns(row.getHeader());
                }
                first = false;
                each.accept(row(row));
            }
        } catch (CsvParseException broken) {
            throw new Unusable("is no CSV; look for an open quote or a row of another length");
        } catch (IOException failed) {
            throw new Unusable("cannot be read; check the path");
        }
    }

    private void requireColumns(List<String> header) {
        List<String> unknown = new ArrayList<>(header);
        unknown.removeAll(COLUMNS);
        if (!unknown.isEmpty()) {
            throw new Unusable(
                    "has columns that are not known, "
                            + String.join(", ", unknown)
                            + "; take them out or name them as in docs/compliance.md");
        }
        if (!header.contains("number") && !header.contains("account")) {
            throw new Unusable("needs a column `number` or a column `account`");
        }
        if (!header.contains("bar") && bar.isEmpty()) {
            throw new Unusable("says of nobody why; add a column `bar` or give --bar");
        }
    }

    private ScrubRow row(NamedCsvRecord row) {
        long at = row.getStartingLineNumber();
        try {
            Optional<PhoneNumber> number = cell(row, "number").map(ScrubFile::number);
            Optional<AccountId> account = cell(row, "account").map(ScrubFile::account);
            if (number.isPresent() == account.isPresent()) {
                return new ScrubRow.Refused(at, "give a number or an account, one of both");
            }
            Bar meant =
                    cell(row, "bar")
                            .map(ScrubFile::bar)
                            .or(() -> bar)
                            .orElseThrow(ScrubFile::noBar);
            return new ScrubRow.Usable(
                    at,
                    number,
                    account,
                    meant,
                    cell(row, "evidence").orElse(evidence),
                    cell(row, "until").map(ScrubFile::until),
                    ScrubWish.times(meant, text -> cell(row, text)),
                    ScrubWish.place(meant, text -> cell(row, text)));
        } catch (ScrubFault fault) {
            return new ScrubRow.Refused(at, fault.sentence());
        }
    }

    private static ScrubFault noBar() {
        return new ScrubFault("say why in the column `bar`, or give --bar");
    }

    private static Optional<String> cell(NamedCsvRecord row, String column) {
        return row.findField(column).map(String::strip).filter(text -> !text.isEmpty());
    }

    /// As US lists write them, or in E.164.
    private static PhoneNumber number(String text) {
        String bare = text.replaceAll("[ ().-]", "");
        String e164 =
                bare.matches("[2-9][0-9]{9}")
                        ? "+1" + bare
                        : bare.matches("1[2-9][0-9]{9}") ? "+" + bare : bare;
        if (!e164.matches("\\+[1-9][0-9]{6,14}")) {
            throw new ScrubFault(
                    "the number is none; write ten digits, or + and the country's code");
        }
        return new PhoneNumber(e164);
    }

    private static AccountId account(String text) {
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw new ScrubFault("the account is no number of an account here");
        }
        return new AccountId(Long.parseLong(text));
    }

    private static Bar bar(String text) {
        return Arrays.stream(Bar.values())
                .filter(one -> one.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(
                        () -> new ScrubFault("the bar is none of " + Arrays.asList(Bar.values())));
    }

    private static Instant until(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException wrong) {
            throw new ScrubFault("until is no instant like 2027-01-31T05:00:00Z");
        }
    }
}
