package org.rightparty.dialer.record;

import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The cells of one row by column, as what they mean.
///
/// @throws Fault when a cell cannot be what its column holds
record Cells(Map<String, String> texts) {
    /// A cell that cannot be used.
    static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final String field;
        final String reason;
        final String mend;

        Fault(String field, String reason, String mend) {
            super(reason, null, false, false);
            this.field = field;
            this.reason = reason;
            this.mend = mend;
        }
    }

    String text(String column) {
        return texts.getOrDefault(column, "");
    }

    Optional<String> optional(String column) {
        return Optional.of(text(column)).filter(text -> !text.isEmpty());
    }

    String required(String column) {
        return optional(column)
                .orElseThrow(() -> new Fault(column, "It is empty.", "Fill the column in."));
    }

    <E extends Enum<E>> E word(String column, Class<E> words) {
        String wanted = required(column).toUpperCase(Locale.ROOT);
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        new Fault(
                                column,
                                "It is no such word.",
                                "Write one of " + Arrays.asList(words.getEnumConstants()) + "."));
    }

    <E extends Enum<E>> E word(String column, E usual) {
        return optional(column).map(_ -> word(column, usual.getDeclaringClass())).orElse(usual);
    }

    <E extends Enum<E>> Optional<E> optionalWord(String column, Class<E> words) {
        return optional(column).map(_ -> word(column, words));
    }

    Instant instant(String column) {
        String text = required(column);
        try {
            return Instant.parse(text);
        } catch (DateTimeException wrong) {
            throw new Fault(column, "It is no instant.", "Write 2026-11-18T17:00:00Z.");
        }
    }

    Optional<Instant> optionalInstant(String column) {
        return optional(column).map(_ -> instant(column));
    }

    /// A day stands for its noon in UTC, which is the same day all over the Americas and Europe.
    Instant dayOrInstant(String column) {
        String text = required(column);
        try {
            return text.length() > 10
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atTime(12, 0).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException wrong) {
            throw new Fault(column, "It is no day.", "Write 2026-11-18, or 2026-11-18T17:00:00Z.");
        }
    }

    Optional<Instant> optionalDay(String column) {
        return optional(column).map(_ -> dayOrInstant(column));
    }

    LocalTime time(String column) {
        try {
            return LocalTime.parse(required(column));
        } catch (DateTimeException wrong) {
            throw new Fault(column, "It is no time of the day.", "Write 20:00.");
        }
    }

    Optional<ZoneId> zone(String column) {
        try {
            return optional(column).map(ZoneId::of);
        } catch (DateTimeException wrong) {
            throw new Fault(column, "There is no such zone.", "Write America/Toronto.");
        }
    }

    Optional<AccountId> account() {
        return optional("account")
                .map(text -> {
                    if (!text.matches("[1-9][0-9]{0,17}")) {
                        throw new Fault(
                                "account",
                                "It is no number of an account here.",
                                "Write the number that the pages show.");
                    }
                    return new AccountId(Long.parseLong(text));
                });
    }

    /// As US lists write them, or in E.164.
    Optional<PhoneNumber> number() {
        return optional("number")
                .map(text -> {
                    String bare = text.replaceAll("[ ().-]", "");
                    String e164 =
                            bare.matches("[2-9][0-9]{9}")
                                    ? "+1" + bare
                                    : bare.matches("1[2-9][0-9]{9}") ? "+" + bare : bare;
                    if (!e164.matches("\\+[1-9][0-9]{6,14}")) {
                        throw new Fault(
                                "number",
                                "It is no telephone number.",
                                "Write ten digits, or + and the country's code.");
                    }
                    return new PhoneNumber(e164);
                });
    }
}
