package org.rightparty.dialer.placement;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A way to write a date: `yyyy`, `yy`, `MM`, `M`, `MMM`, `dd`, `d` and the signs between them, or
/// `EXCEL` for the day numbers of a spreadsheet. A time of day after the date is left out.
///
/// `M` and `d` take one or two digits, `MM` and `dd` two, `MMM` an English month name. A two-digit
/// year is the last such year that is not after the latest year the field may hold.
public record DatePattern(String text) {
    private static final String EXCEL = "EXCEL";
    private static final LocalDate EXCEL_DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final Pattern SHAPE =
            Pattern.compile("EXCEL|(?!.*(?:M{4}|d{3}|y{5}))(?:yyyy|yy|M{1,3}|d{1,2}|[^A-Za-z])+");
    private static final Pattern TIME_OF_DAY = Pattern.compile("[T ]\\s*\\d{1,2}:\\d{2}.*");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    /// ISO and the ways of the United States, month first; a mapping names others.
    public static final List<DatePattern> USUAL =
            List.of(
                    new DatePattern("yyyy-M-d"),
                    new DatePattern("M/d/yyyy"),
                    new DatePattern("yyyyMMdd"),
                    new DatePattern("M-d-yyyy"),
                    new DatePattern("M/d/yy"),
                    new DatePattern("d-MMM-yyyy"),
                    new DatePattern("d MMM yyyy"),
                    new DatePattern("d-MMM-yy"),
                    new DatePattern("MMM d, yyyy"),
                    new DatePattern("MMM d yyyy"),
                    new DatePattern("yyyy/M/d"));

    public DatePattern {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "not a date format: " + text + "; use yyyy, yy, MM, M, MMM, dd, d or EXCEL");
        }
    }

    /// Reads a date, or says null when `written` is not in this pattern or names no day.
    @Nullable LocalDate read(String written, int latestYear) {
        if (text.equals(EXCEL)) {
            return excelDay(written);
        }
        Cursor cursor = new Cursor(written);
        int at = 0;
        while (at < text.length()) {
            int run = runLength(at);
            if (!cursor.take(text.charAt(at), run)) {
                return null;
            }
            at += run;
        }
        return cursor.date(latestYear);
    }

    private int runLength(int at) {
        char letter = text.charAt(at);
        int end = at + 1;
        while (Character.isLetter(letter) && end < text.length() && text.charAt(end) == letter) {
            end++;
        }
        return end - at;
    }

    private static @Nullable LocalDate excelDay(String written) {
        if (!written.matches("[0-9]{3,6}(\\.[0-9]+)?")) {
            return null;
        }
        long days = (long) Double.parseDouble(written);
        return EXCEL_DAY_ZERO.plus(days, ChronoUnit.DAYS);
    }

    /// How far a text has been read, and what it gave.
    private static final class Cursor {
        private final String written;
        private int at;
        private int year = -1;
        private boolean shortYear;
        private int month = -1;
        private int day = -1;

        Cursor(String written) {
            this.written = written;
        }

        boolean take(char kind, int length) {
            return switch (kind) {
                case 'y' -> (year = digits(length, length)) >= 0 && noteShort(length);
                case 'M' -> (month = length == 3 ? monthName() : digits(length, 2)) >= 0;
                case 'd' -> (day = digits(length, 2)) >= 0;
                default -> at < written.length() && written.charAt(at++) == kind;
            };
        }

        private boolean noteShort(int length) {
            shortYear = length == 2;
            return true;
        }

        private int digits(int least, int most) {
            int value = 0;
            int start = at;
            while (at < written.length() && at - start < most && isDigit(written.charAt(at))) {
                value = value * 10 + written.charAt(at++) - '0';
            }
            return at - start >= least ? value : -1;
        }

        private int monthName() {
            int end = at;
            while (end < written.length() && Character.isLetter(written.charAt(end))) {
                end++;
            }
            if (end - at < 3) {
                return -1;
            }
            String name = written.substring(at, at + 3).toLowerCase(Locale.ROOT);
            int place = MONTHS.indexOf(name);
            at = end;
            return place >= 0 && place % 3 == 0 ? place / 3 + 1 : -1;
        }

        @Nullable LocalDate date(int latestYear) {
            String rest = written.substring(at);
            if (!rest.isEmpty() && !TIME_OF_DAY.matcher(rest).matches()) {
                return null;
            }
            try {
                return LocalDate.of(shortYear ? inFull(year, latestYear) : year, month, day);
            } catch (DateTimeException noSuchDay) {
                return null;
            }
        }

        private static int inFull(int twoDigits, int latestYear) {
            int year = latestYear / 100 * 100 + twoDigits;
            return year > latestYear ? year - 100 : year;
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }
    }
}
