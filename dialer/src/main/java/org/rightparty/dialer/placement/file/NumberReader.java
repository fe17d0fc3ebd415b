package org.rightparty.dialer.placement.file;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;

import org.rightparty.dialer.placement.Parsed;
import org.rightparty.dialer.placement.PhoneReader;
import org.rightparty.vocabulary.PhoneNumber;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads telephone numbers in any spelling, American where no country is named.
///
/// A number is taken when its length, area code included, can be one. Whether it is assigned is not
/// asked: lists of assigned ranges age, and an account would be lost for it.
public final class NumberReader implements PhoneReader {
    private static final Pattern SIGNS = Pattern.compile("[\\s().\\-/\\u2010-\\u2014\\u00a0]");
    private static final Pattern PLAIN = Pattern.compile("(?:\\+?1)?([2-9][0-9]{9})");
    private static final String MEND = "write ten digits, or + and the country code";

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

    @Override
    public Parsed<Spoken> read(String written) {
        return tenDigits(written)
                .or(() -> tenDigits(SIGNS.matcher(written).replaceAll("")))
                .map(ten -> Parsed.of(new Spoken(new PhoneNumber("+1" + ten), false)))
                .orElseGet(() -> parsed(written));
    }

    private static Optional<String> tenDigits(String written) {
        Matcher plain = PLAIN.matcher(written);
        return plain.matches() ? Optional.of(plain.group(1)) : Optional.empty();
    }

    private Parsed<Spoken> parsed(String written) {
        try {
            Phonenumber.PhoneNumber number = numbers.parse(written, "US");
            if (numbers.isPossibleNumberWithReason(number) != ValidationResult.IS_POSSIBLE) {
                return Parsed.wrong("cannot be a telephone number", MEND);
            }
            String e164 = numbers.format(number, PhoneNumberFormat.E164);
            if (e164.matches("\\+1[01][0-9]*")) {
                return Parsed.wrong("no area code begins with 0 or 1", MEND);
            } else if (!e164.matches("\\+[1-9][0-9]{6,14}")) {
                return Parsed.wrong("cannot be dialed from outside its country", MEND);
            }
            return Parsed.of(new Spoken(new PhoneNumber(e164), number.hasExtension()));
        } catch (NumberParseException notANumber) {
            return Parsed.wrong("not a telephone number", MEND);
        }
    }
}
