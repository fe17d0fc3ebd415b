package org.rightparty.dialer.placement;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The fields of one row on their way to values; it gathers every fault on the way.
final class Cells {
    static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final int FUTURE_YEARS_MAX = 60;
    private static final int TEXT_LENGTH_MAX = 300;
    private static final Pattern SECRET = Pattern.compile("(?:cosigner[0-9]_)?national_id");

    private final Map<String, String> values;
    private final Mapping.Conventions conventions;
    private final LocalDate today;
    private final Map<String, Fault> faults = new LinkedHashMap<>();

    Cells(Map<String, String> values, Mapping.Conventions conventions, LocalDate today) {
        this.values = values;
        this.conventions = conventions;
        this.today = today;
    }

    List<Fault> faults() {
        return new ArrayList<>(faults.values());
    }

    boolean has(String field) {
        return values.containsKey(field);
    }

    boolean faultless(String... fields) {
        return Arrays.stream(fields).noneMatch(faults::containsKey);
    }

    void refuse(String field, String reason, String mend) {
        String shown = SECRET.matcher(field).matches() ? "•••" : values.getOrDefault(field, "");
        faults.merge(field, new Fault(field, shown, reason, mend), Fault::and);
    }

    String text(String field) {
        String text = values.getOrDefault(field, "");
        if (text.length() > TEXT_LENGTH_MAX) {
            refuse(field, "longer than " + TEXT_LENGTH_MAX + " signs", "shorten it");
            return "";
        } else if (text.indexOf('\u0000') >= 0) {
            refuse(field, "holds a zero byte", "export the file again as text");
            return "";
        }
        return text;
    }

    String requiredText(String field) {
        if (!has(field)) {
            refuse(field, "missing", "it is required: fill it in");
        }
        return text(field);
    }

    String code(String field, Codes codes, String otherwise) {
        return has(field) ? parsed(field, codes::read, otherwise) : otherwise;
    }

    String requiredCode(String field, Codes codes) {
        return requiredText(field).isEmpty() ? "" : parsed(field, codes::read, "");
    }

    boolean flag(String field) {
        return code(field, Codes.FLAGS, "N").equals("Y");
    }

    @Nullable LocalDate pastDate(String field) {
        LocalDate date = date(field, today.getYear());
        if (date != null && date.isAfter(today)) {
            refuse(field, "lies in the future", "check the date and its format");
            return null;
        }
        return date;
    }

    @Nullable LocalDate anyDate(String field) {
        return date(field, today.getYear() + FUTURE_YEARS_MAX);
    }

    private @Nullable LocalDate date(String field, int latestYear) {
        String written = values.get(field);
        if (written == null) {
            return null;
        }
        for (DatePattern pattern : conventions.dates()) {
            LocalDate date = pattern.read(written, latestYear);
            if (date != null) {
                return inRange(field, date);
            }
        }
        refuse(field, "not a date", "write it as " + conventions.dates().getFirst().text());
        return null;
    }

    private @Nullable LocalDate inRange(String field, LocalDate date) {
        if (date.isBefore(EARLIEST) || date.isAfter(today.plusYears(FUTURE_YEARS_MAX))) {
            refuse(field, "out of range", "dates run from 1900 on");
            return null;
        }
        return date;
    }

    /// Cents; null when absent or faulty. Components of a debt are never negative.
    @Nullable Long amount(String field) {
        if (!has(field)) {
            return null;
        }
        Long amount = parsed(field, conventions.amounts()::read, Long.MIN_VALUE);
        if (amount == Long.MIN_VALUE) {
            return null;
        } else if (amount < 0) {
            refuse(field, "negative", "give every part of the debt as a positive amount");
            return null;
        }
        return amount;
    }

    long amountOrZero(String field) {
        Long amount = amount(field);
        return amount == null ? 0 : amount;
    }

    <T> T parsed(String field, Function<String, Parsed<T>> parser, T otherwise) {
        return switch (parser.apply(values.getOrDefault(field, ""))) {
            case Parsed.Value<T>(T value) -> value;
            case Parsed.Wrong<T>(String reason, String mend) -> {
                refuse(field, reason, mend);
                yield otherwise;
            }
        };
    }
}
