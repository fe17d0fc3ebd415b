package org.rightparty.dialer.placement;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a client writes amounts of money. All styles take a currency sign or code before or after, a
/// minus before or after, and parentheses or `CR` for negative amounts.
public enum AmountStyle {
    /// `1,234.56`: a point before the cents, commas between thousands.
    DOLLARS,
    /// `1.234,56`: a comma before the cents, points between thousands.
    DECIMAL_COMMA,
    /// `123456`: whole minor units.
    MINOR_UNITS;

    private static final Pattern DRESS =
            Pattern.compile("(?i)\\$|€|£|\\bUSD\\b|\\bUS\\b|\\bDR\\b|[\\s\\u00a0]");
    private static final Pattern NEGATIVE = Pattern.compile("\\((.*)\\)|-(.*)|(.*)-|(?i:(.*)CR)");
    private static final Pattern NUMBER =
            Pattern.compile("([0-9]{1,3}(?:,[0-9]{3})+|[0-9]*)(?:\\.([0-9]*))?");
    private static final int WHOLE_DIGITS_MAX = 12;

    /// Minor units of a currency with hundredths.
    public Parsed<Long> read(String written) {
        if (isPlain(written)) {
            return number(written);
        }
        String bare = DRESS.matcher(written).replaceAll("");
        Matcher negative = NEGATIVE.matcher(bare);
        if (negative.matches()) {
            return negated(number(firstGroup(negative)));
        }
        return number(bare.startsWith("+") ? bare.substring(1) : bare);
    }

    /// Digits and points alone, as most amounts are written.
    private static boolean isPlain(String written) {
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    private static String firstGroup(Matcher matcher) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
            String text = matcher.group(group);
            if (text != null) {
                return text;
            }
        }
        return "";
    }

    private static Parsed<Long> negated(Parsed<Long> amount) {
        return amount instanceof Parsed.Value<Long>(Long minor) ? Parsed.of(-minor) : amount;
    }

    private Parsed<Long> number(String digits) {
        String plain = this == DECIMAL_COMMA ? swapped(digits) : digits;
        Matcher matcher = NUMBER.matcher(plain);
        if (!matcher.matches() || plain.isEmpty() || plain.equals(".")) {
            return Parsed.wrong("not an amount", "write it as " + example());
        }
        String whole = matcher.group(1).replace(",", "");
        String part = matcher.group(2) == null ? "" : matcher.group(2);
        if (whole.length() > WHOLE_DIGITS_MAX) {
            return Parsed.wrong("too large", "check the amount and its column");
        }
        return this == MINOR_UNITS ? wholeUnits(whole, part) : cents(whole, part);
    }

    private static Parsed<Long> wholeUnits(String whole, String part) {
        if (!part.chars().allMatch(c -> c == '0')) {
            return Parsed.wrong(
                    "a fraction of a cent",
                    "the mapping says minor units: write 123456 for 1,234.56");
        }
        return Parsed.of(whole.isEmpty() ? 0 : Long.parseLong(whole));
    }

    private static Parsed<Long> cents(String whole, String part) {
        String hundredths = (part + "00").substring(0, 2);
        if (part.length() > 2 && !part.substring(2).chars().allMatch(c -> c == '0')) {
            return Parsed.wrong("more than two decimals", "round it to cents");
        }
        long units = whole.isEmpty() ? 0 : Long.parseLong(whole);
        return Parsed.of(units * 100 + Long.parseLong(hundredths));
    }

    private static String swapped(String digits) {
        return digits.replace('.', '\u0000').replace(',', '.').replace('\u0000', ',');
    }

    private String example() {
        return switch (this) {
            case DOLLARS -> "1,234.56 or 1234.56";
            case DECIMAL_COMMA -> "1.234,56 or 1234,56";
            case MINOR_UNITS -> "123456 for 1,234.56";
        };
    }
}
