package org.rightparty.dialer.placement;

import org.jspecify.annotations.Nullable;
import org.rightparty.dialer.placement.Placement.Answer;
import org.rightparty.dialer.placement.Placement.Consent;
import org.rightparty.dialer.placement.Placement.Phone;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Reads the numbers of a row. A number given twice counts once; one with an extension rings at
/// work.
final class PhoneCells {
    private final Cells cells;
    private final Checks checks;

    PhoneCells(Cells cells, Checks checks) {
        this.cells = cells;
        this.checks = checks;
    }

    List<Phone> debtor() {
        List<Phone> phones = new ArrayList<>();
        for (int n = 1; n <= Fields.PHONES_MAX; n++) {
            add(phones, "phone" + n);
        }
        return phones;
    }

    List<Phone> cosigner(String prefix) {
        List<Phone> phones = new ArrayList<>();
        add(phones, prefix + "phone");
        return phones;
    }

    private void add(List<Phone> phones, String field) {
        Consent consent = consent(field);
        PhoneReader.@Nullable Spoken spoken = cells.has(field) ? spoken(field) : null;
        if (spoken != null && absent(phones, spoken.number())) {
            String place = cells.code(field + "_place", Codes.PLACES, placeByType(field));
            phones.add(
                    new Phone(
                            spoken.number(),
                            cells.code(field + "_type", Codes.LINE_TYPES, "UNKNOWN"),
                            spoken.extension() ? "WORK" : place,
                            consent));
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
    private String placeByType(String field) {
        String type = cells.text(field + "_type");
        return Codes.PLACES.read(type) instanceof Parsed.Value<String>(String place)
                ? place
                : "OTHER";
    }

    private Consent consent(String field) {
        Answer answer = answer(cells, field + "_consent");
        LocalDate given = cells.pastDate(field + "_consent_date");
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
