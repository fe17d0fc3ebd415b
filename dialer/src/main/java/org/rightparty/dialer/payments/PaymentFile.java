package org.rightparty.dialer.payments;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.rightparty.console.office.Payments.Payment;
import org.rightparty.dialer.placement.AmountStyle;
import org.rightparty.dialer.placement.Fault;
import org.rightparty.dialer.placement.Parsed;
import org.rightparty.dialer.placement.UnusableFile;
import org.rightparty.vocabulary.Money;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A client's list of payments, as CSV with a header: `account_number`, `amount`, `paid_on`,
/// `reference` and, where it is not dollars, `currency`.
public final class PaymentFile {
    private static final List<String> WANTED =
            List.of("account_number", "amount", "paid_on", "reference");
    private static final Set<String> KNOWN =
            Set.of("account_number", "amount", "paid_on", "reference", "currency");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("[uuuu-MM-dd][M/d/uuuu]")
                    .withResolverStyle(ResolverStyle.STRICT);
    private static final int REFERENCE_MAX = 100;
    private static final int HUNDREDTHS = 2;

    /// More is no day's payments; the file is kept in memory.
    private static final int ROWS_MAX = 1_000_000;

    private PaymentFile() {}

    /// The whole file, before anything is posted.
    ///
    /// @throws UnusableFile when it cannot be read, or its header is none
    public static List<PaymentRow> read(Path file) {
        List<PaymentRow> all = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder()
                        .skipEmptyLines(true)
                        .detectBomHeader(true)
                        .ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                if (all.isEmpty()) {
                    requireColumns(row.getHeader());
                }
                if (all.size() == ROWS_MAX) {
                    throw UnusableFile.of("has more than 1,000,000 rows", "give it in parts");
                }
                all.add(row(row));
            }
        } catch (CsvParseException broken) {
            throw UnusableFile.of("is no CSV", "look for an open quote or a row of another length");
        } catch (IOException failed) {
            throw UnusableFile.of("cannot be read", "check the path");
        }
        if (all.isEmpty()) {
            throw UnusableFile.of("holds no payment", "check that it is the right file");
        }
        return all;
    }

    private static void requireColumns(List<String> header) {
        List<String> missing = new ArrayList<>(WANTED);
        missing.removeAll(header);
        List<String> unknown = new ArrayList<>(header);
        unknown.removeAll(KNOWN);
        if (!missing.isEmpty()) {
            throw UnusableFile.of(
                    "has no column " + String.join(", ", missing),
                    "its header must name account_number, amount, paid_on, reference");
        } else if (!unknown.isEmpty()) {
            throw UnusableFile.of(
                    "has columns that are not known, " + String.join(", ", unknown),
                    "take them out");
        }
    }

    private static PaymentRow row(NamedCsvRecord row) {
        List<Fault> faults = new ArrayList<>();
        String account = cell(row, "account_number");
        if (account.isEmpty()) {
            faults.add(new Fault("account_number", "", "is missing", "write the client's number"));
        }
        String reference = cell(row, "reference");
        if (reference.isEmpty() || reference.length() > REFERENCE_MAX) {
            faults.add(
                    new Fault(
                            "reference",
                            reference,
                            "is missing or longer than 100 letters",
                            "write what tells this payment from every other"));
        }
        long minor = amount(cell(row, "amount"), faults);
        Optional<LocalDate> paidOn = day(cell(row, "paid_on"), faults);
        Optional<Currency> currency = currency(cell(row, "currency"), faults);
        long at = row.getStartingLineNumber();
        return faults.isEmpty()
                ? new PaymentRow.Usable(
                        at,
                        new Payment(
                                account,
                                minor,
                                currency.orElseThrow(),
                                paidOn.orElseThrow(),
                                reference))
                : new PaymentRow.Refused(at, faults);
    }

    private static String cell(NamedCsvRecord row, String column) {
        return row.findField(column).map(String::strip).orElse("");
    }

    private static long amount(String written, List<Fault> faults) {
        return switch (AmountStyle.DOLLARS.read(written)) {
            case Parsed.Value<Long>(Long minor) when minor > 0 -> minor;
            case Parsed.Value<Long> _ -> {
                faults.add(
                        new Fault(
                                "amount",
                                written,
                                "is not above zero",
                                "leave out what was taken back; an officer mends it"));
                yield 0;
            }
            case Parsed.Wrong<Long>(String reason, String mend) -> {
                faults.add(new Fault("amount", written, reason, mend));
                yield 0;
            }
        };
    }

    private static Optional<LocalDate> day(String written, List<Fault> faults) {
        try {
            return Optional.of(LocalDate.parse(written, DAY));
        } catch (DateTimeException wrong) {
            faults.add(new Fault("paid_on", written, "is no day", "write it as 2026-11-18"));
            return Optional.empty();
        }
    }

    private static Optional<Currency> currency(String written, List<Fault> faults) {
        try {
            Currency named = written.isEmpty() ? Money.US_DOLLAR : Currency.getInstance(written);
            if (named.getDefaultFractionDigits() == HUNDREDTHS) {
                return Optional.of(named);
            }
        } catch (IllegalArgumentException unknown) {
            faults.add(new Fault("currency", written, "is no currency", "write its code, as USD"));
            return Optional.empty();
        }
        faults.add(
                new Fault(
                        "currency",
                        written,
                        "has no hundredths, which accounts are kept in",
                        "give the amount in the account's currency"));
        return Optional.empty();
    }
}
