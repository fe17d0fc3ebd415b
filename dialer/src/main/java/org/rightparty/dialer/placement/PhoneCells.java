package org.rightparty.dialer.placement;

import org.jspecify.annotations.Nullable;
import org.rightparty.dialer.placement.Placement.Answer;
import org.rightparty.dialer.placement.Placement.Consent;
import org.rightparty.dialer.placement.Placement.Phone;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Reads the numbers of a row. A number given twice counts once; one with an extension rings at
/// work.
final class PhoneCells {
    private static final List<Names> DEBTORS =
            IntStream.rangeClosed(1, Fields.PHONES_MAX)
                    .mapToObj(n -> Names.of("phone" + n))
                    .toList();

    private final Cells cells;
    private final Checks checks;

    /// What the fields about one number are called, put together once and not for every row.
    private record Names(
            String number, String type, String place, String consent, String consentDate) {
        static Names of(String number) {
            return new Names(
                    number,
                    number + "_type",
                    number + "_place",
                    number + "_consent",
                    number + "_consent_date");
        }
    }

    PhoneCells(Cells cells, Checks checks) {
        this.cells = cells;
        this.checks = checks;
    }

    List<Phone> debtor() {
        List<Phone> phones = new ArrayList<>();
        DEBTORS.forEach(names -> add(phones, names));
        return phones;
    }

    List<Phone> cosigner(String prefix) {
        List<Phone> phones = new ArrayList<>();
        add(phones, Names.of(prefix + "phone"));
        return phones;
    }

    private void add(List<Phone> phones, Names names) {
        Consent consent = consent(names);
        if (cells.has(names.number)) {
            PhoneReader.@Nullable Spoken spoken = spoken(names.number);
            if (spoken == null || absent(phones, spoken.number())) {
                add(phones, names, spoken, consent);
            }
        }
    }

    /// The faults beside a refused number are told with it.
    private void add(
            List<Phone> phones, Names names, PhoneReader.@Nullable Spoken spoken, Consent consent) {
        String place = cells.code(names.place, Codes.PLACES, placeByType(names));
        String type = cells.code(names.type, Codes.LINE_TYPES, "UNKNOWN");
        if (spoken != null) {
            phones.add(
                    new Phone(spoken.number(), type, spoken.extension() ? "WORK" : place, consent));
        }
    }

    private PhoneReader.@Nullable Spoken spoken(String field) {
        return switch (checks.phones().read(cells.text(field))) {
            case Parsed.Value<PhoneReader.Spoken>(PhoneReader.Spoken spoken) ->
                    allowed(field, spoken);
            case Parsed.Wrong<PhoneReader.Spoken>(String reason, String mend) -> {
                cells.refuse(field, reason, mend);
                yield null;
            }
        };
    }

    private PhoneReader.@Nullable Spoken allowed(String field, PhoneReader.Spoken spoken) {
        if (spoken.number().isFictional() && !checks.practice()) {
            cells.refuse(
                    field,
                    "a number that nobody can have",
                    "correct it, or import with --practice if it is practice data");
            return null;
        }
        return spoken;
    }

    /// Clients often say home or work where the type is asked for.
    private String placeByType(Names names) {
        return cells.has(names.type)
                        && Codes.PLACES.read(cells.text(names.type))
                                instanceof Parsed.Value<String>(String place)
                ? place
                : "OTHER";
    }

    private Consent consent(Names names) {
        Answer answer = answer(cells, names.consent);
        LocalDate given = cells.pastDate(names.consentDate);
        return answer == Answer.UNSAID ? Consent.UNSAID : new Consent(answer, given);
    }

    static Answer answer(Cells cells, String field) {
        if (!cells.has(field)) {
            return Answer.UNSAID;
        }
        return cells.flag(field) ? Answer.GRANTED : Answer.REFUSED;
    }

    private static boolean absent(List<Phone> phones, PhoneNumber number) {
        return phones.stream().noneMatch(known -> known.number().equals(number));
    }
}
