package org.rightparty.dialer.records;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.rightparty.compliance.postgres.CallRecord;
import org.rightparty.compliance.postgres.CallRecord.Ending;
import org.rightparty.compliance.postgres.CallRecord.Source;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Files of call records.
///
/// - Asterisk's `Master.csv` (cdr_csv with unique ids and times in UTC): calls whose unique id is
/// of this installation, and whatever left by a trunk without such an id
/// - a carrier's: CSV with a header; `number` (E.164), `started_at` (ISO 8601), `answered` (true or
///   false) and, where there is one, `call_id`
public final class CallRecordFile {
    private static final DateTimeFormatter ASTERISK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final Pattern NUMBER = Pattern.compile("\\+?([0-9]{10,15})");
    private static final int DST = 2;
    private static final int CHANNEL = 5;
    private static final int START = 9;
    private static final int DISPOSITION = 14;
    private static final int UNIQUE_ID = 16;

    private CallRecordFile() {}

    /// @param mark of this installation's calls
    /// @throws IllegalArgumentException when a line is no such record; the message names the line
    public static List<CallRecord> asterisk(Path file, String mark) throws IOException {
        Pattern ours = Pattern.compile("rp-" + Pattern.quote(mark) + "-([0-9]{1,18})");
        Pattern lines = Pattern.compile("rp-" + Pattern.quote(mark) + "-line-.*");
        List<CallRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(file)) {
            for (CsvRecord row : reader) {
                if (row.getFieldCount() <= UNIQUE_ID) {
                    throw unreadable(file, row.getStartingLineNumber(), "it has no unique id");
                }
                String id = row.getField(UNIQUE_ID);
                Matcher matcher = ours.matcher(id);
                boolean trunk = row.getField(CHANNEL).startsWith("PJSIP/");
                if (matcher.matches()) {
                    records.add(asterisk(file, row, Optional.of(Long.parseLong(matcher.group(1)))));
                } else if (trunk && !lines.matcher(id).matches()) {
                    records.add(asterisk(file, row, Optional.empty()));
                }
            }
        }
        return records;
    }

    private static CallRecord asterisk(Path file, CsvRecord row, Optional<Long> attempt) {
        try {
            return new CallRecord(
                    Source.SWITCH,
                    row.getField(UNIQUE_ID),
                    attempt,
                    number(row.getField(DST)),
                    LocalDateTime.parse(row.getField(START), ASTERISK).toInstant(ZoneOffset.UTC),
                    ending(row.getField(DISPOSITION)));
        } catch (DateTimeException wrong) {
            throw unreadable(file, row.getStartingLineNumber(), "its start is no time");
        }
    }

    private static Ending ending(String disposition) {
        return switch (disposition) {
            case "ANSWERED" -> Ending.ANSWERED;
            case "NO ANSWER" -> Ending.RANG;
            case "BUSY" -> Ending.BUSY;
            case "FAILED", "CONGESTION" -> Ending.FAILED;
            default -> Ending.UNANSWERED;
        };
    }

    public static List<CallRecord> carrier(Path file) throws IOException {
        List<CallRecord> records = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder()
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : reader) {
                records.add(carrier(file, row));
            }
        }
        return records;
    }

    private static CallRecord carrier(Path file, NamedCsvRecord row) {
        long line = row.getStartingLineNumber();
        try {
            return new CallRecord(
                    Source.CARRIER,
                    row.findField("call_id").orElse("line " + line),
                    Optional.empty(),
                    number(row.getField("number")),
                    Instant.parse(row.getField("started_at")),
                    Boolean.parseBoolean(row.getField("answered")));
        } catch (java.util.NoSuchElementException missing) {
            throw unreadable(file, line, "the header needs number, started_at and answered");
        } catch (DateTimeException wrong) {
            throw unreadable(file, line, "started_at is no time like 2026-04-07T16:00:00Z");
        }
    }

    private static Optional<String> number(String text) {
        Matcher matcher = NUMBER.matcher(text);
        return matcher.matches() ? Optional.of("+" + matcher.group(1)) : Optional.empty();
    }

    private static IllegalArgumentException unreadable(Path file, long line, String why) {
        return new IllegalArgumentException(
                file.getFileName() + ": line " + line + " is no call record: " + why);
    }
}
