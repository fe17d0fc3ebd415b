package org.rightparty.vocabulary;

import java.util.Optional;
import java.util.regex.Pattern;

/// A telephone number as E.164 digits with the leading plus (ITU-T E.164: at most 15 digits).
///
/// It prints masked, because what prints lands in logs. Ask for `e164()` when you mean to dial.
public record PhoneNumber(String e164) {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[ ().-]");
    private static final Pattern NORTH_AMERICAN =
            Pattern.compile("\\+1(?!900|.11)[2-9][0-8][0-9][2-9][0-9]{6}");
    private static final Pattern FICTIONAL = Pattern.compile("\\+1[2-9][0-9]{2}55501[0-9]{2}");
    private static final Pattern NEVER_ASSIGNABLE =
            Pattern.compile("\\+1[2-9][0-9]{2}[01][0-9]{6}");

    public PhoneNumber {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalArgumentException("not an E.164 number: " + mask(e164));
        }
    }

    /// A number as people write it, with spaces, hyphens, dots and brackets; empty when it is none.
    public static Optional<PhoneNumber> written(String text) {
        String bare = BETWEEN_DIGITS.matcher(text).replaceAll("");
        return E164.matcher(bare).matches() ? Optional.of(new PhoneNumber(bare)) : Optional.empty();
    }

    /// Whether consumers may be shown it: a North American one has ten digits that can be assigned
    /// and called back, so neither a service code (`N11`) nor an area of calls with a fee (900).
    public boolean mayBeShown() {
        return !e164.startsWith("+1") || NORTH_AMERICAN.matcher(e164).matches();
    }

    /// True for numbers that no person can have: NANP 555-0100 to 555-0199, which are set aside for
    /// fiction, and central-office codes that begin with 0 or 1, which cannot be assigned. They may
    /// leave only by a loopback trunk.
    public boolean isFictional() {
        return FICTIONAL.matcher(e164).matches() || NEVER_ASSIGNABLE.matcher(e164).matches();
    }

    /// The area code of a North American number (`+1 NPA …`), or an empty text for any other
    /// number.
    public String areaCode() {
        return e164.startsWith("+1") && e164.length() == 12 ? e164.substring(2, 5) : "";
    }

    /// The last four digits, as agents read them out.
    public String lastFour() {
        return e164.substring(e164.length() - 4);
    }

    @Override
    public String toString() {
        return mask(e164);
    }

    private static String mask(String digits) {
        int shown = Math.min(2, digits.length());
        return "•".repeat(digits.length() - shown) + digits.substring(digits.length() - shown);
    }
}
