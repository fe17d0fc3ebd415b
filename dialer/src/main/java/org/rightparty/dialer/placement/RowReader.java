package org.rightparty.dialer.placement;

import org.rightparty.dialer.placement.Placement.Address;
import org.rightparty.dialer.placement.Placement.Answer;
import org.rightparty.dialer.placement.Placement.Cosigner;
import org.rightparty.dialer.placement.Placement.Debt;
import org.rightparty.dialer.placement.Placement.Email;
import org.rightparty.dialer.placement.Placement.Person;
import org.rightparty.dialer.placement.Placement.Phone;
import org.rightparty.dialer.placement.Placement.Stop;
import org.rightparty.dialer.placement.Placement.Wanted;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Turns rows into placements, or into every fault they have.
///
/// A row is refused when a required fact is missing, a date lies in the future or before 1900, the
/// balance is not above zero, a component is negative, the balance is not what the itemization adds
/// up to, the state does not match the ZIP, the person is a minor, the debt type is unknown, the
/// limitation has run out without being flagged, or a number cannot be one.
public final class RowReader {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private static final List<EmailFields> EMAILS =
            IntStream.rangeClosed(1, Fields.EMAILS_MAX)
                    .mapToObj(n -> new EmailFields("email" + n, "email" + n + "_consent"))
                    .toList();
    private static final List<CosignerFields> COSIGNERS =
            IntStream.rangeClosed(1, Fields.COSIGNERS_MAX)
                    .mapToObj(n -> CosignerFields.of("cosigner" + n + "_"))
                    .toList();

    private final Binding binding;
    private final Checks checks;

    private record EmailFields(String address, String consent) {}

    private record CosignerFields(String prefix, String family, String full, String role) {
        static CosignerFields of(String prefix) {
            return new CosignerFields(
                    prefix, prefix + "family_name", prefix + "full_name", prefix + "role");
        }
    }

    public RowReader(Binding binding, Checks checks) {
        this.binding = binding;
        this.checks = checks;
    }

    public Reading read(SourceRow row) {
        if (!row.complaint().isEmpty()) {
            return new Reading.Faulty(
                    row.number(),
                    "",
                    List.of(
                            new Fault(
                                    "row",
                                    "", // whatever stands first may be what must not be kept
                                    row.complaint(),
                                    "check for a missing or unquoted separator in this row")));
        }
        Map<String, String> values = binding.values(row);
        Cells cells = new Cells(values, binding.mapping().conventions(), checks.today());
        Placement placement = placement(row.number(), cells);
        List<Fault> faults = cells.faults();
        return faults.isEmpty()
                ? new Reading.Sound(placement)
                : new Reading.Faulty(row.number(), placement.accountNumber(), faults);
    }

    private Placement placement(long row, Cells cells) {
        String account = cells.requiredText("account_number");
        PersonReader people = new PersonReader(cells, binding.nameField(), checks.today());
        PhoneCells numbers = new PhoneCells(cells, checks);
        List<Stop> stops = stops(cells);
        Person debtor = people.debtor();
        Address address = new AddressReader(cells, checks.regions()).address();
        Debt debt = new DebtReader(cells, checks.today()).debt();
        List<Phone> phones = numbers.debtor();
        List<Email> emails = emails(cells);
        List<Cosigner> cosigners = cosigners(cells, people, numbers);
        cells.flag("skip");
        return new Placement(
                row,
                account,
                debtor,
                address,
                debt,
                phones,
                emails,
                cosigners,
                stops,
                filled(cells, debtor, phones, cosigners, stops));
    }

    private static List<Stop> stops(Cells cells) {
        List<Stop> stops = new ArrayList<>();
        for (Restriction kind : Restriction.values()) {
            java.time.LocalDate since = cells.pastDate(kind.dateField());
            String note = cells.text(kind.noteField());
            boolean dated = since != null && !cells.has(kind.field());
            if (dated || cells.flag(kind.field())) {
                stops.add(new Stop(kind, since, note));
            }
        }
        return stops;
    }

    private static List<Email> emails(Cells cells) {
        List<Email> emails = new ArrayList<>();
        for (EmailFields fields : EMAILS) {
            String address = cells.text(fields.address);
            Answer consent = PhoneCells.answer(cells, fields.consent);
            if (!address.isEmpty() && !EMAIL.matcher(address).matches()) {
                cells.refuse(
                        fields.address, "not an e-mail address", "write it as name@example.com");
            } else if (!address.isEmpty() && absent(emails, address)) {
                emails.add(new Email(address, consent));
            }
        }
        return emails;
    }

    private static boolean absent(List<Email> emails, String address) {
        return emails.stream().noneMatch(known -> known.address().equals(address));
    }

    private static List<Cosigner> cosigners(Cells cells, PersonReader people, PhoneCells numbers) {
        List<Cosigner> cosigners = new ArrayList<>();
        for (CosignerFields fields : COSIGNERS) {
            if (cells.has(fields.family) || cells.has(fields.full)) {
                String role = cells.code(fields.role, Codes.ROLES, "COSIGNER");
                Person person = people.cosigner(fields.prefix);
                cosigners.add(new Cosigner(person, role, numbers.cosigner(fields.prefix)));
            }
        }
        return cosigners;
    }

    private static Set<Wanted> filled(
            Cells cells,
            Person debtor,
            List<Phone> phones,
            List<Cosigner> cosigners,
            List<Stop> stops) {
        Set<Wanted> filled = EnumSet.noneOf(Wanted.class);
        note(filled, Wanted.BIRTH_DATE, debtor.bornOn() != null);
        note(filled, Wanted.NATIONAL_ID, !debtor.last4().isEmpty());
        note(filled, Wanted.LANGUAGE, cells.has("language"));
        note(filled, Wanted.OPENED, cells.has("opened_on"));
        note(filled, Wanted.LAST_PAYMENT, cells.has("last_paid_on"));
        note(filled, Wanted.DELINQUENCY, cells.has("delinquent_on"));
        note(filled, Wanted.CHARGE_OFF, cells.has("charged_off_on"));
        note(filled, Wanted.CHANGES_SINCE_ITEMIZATION, DebtReader.hasChanges(cells));
        note(filled, Wanted.PHONE, !phones.isEmpty());
        note(filled, Wanted.PHONE_TYPE, cells.has("phone1_type") || cells.has("phone1_place"));
        note(filled, Wanted.PHONE_CONSENT, phones.stream().anyMatch(RowReader::saysConsent));
        note(filled, Wanted.EMAIL, cells.has("email1"));
        note(filled, Wanted.COSIGNER, !cosigners.isEmpty());
        note(filled, Wanted.RESTRICTION, saysRestrictions(cells) || !stops.isEmpty());
        note(filled, Wanted.DOCUMENTS, cells.has("documents"));
        note(filled, Wanted.LIMITATION, cells.has("limitation_on"));
        return filled;
    }

    private static void note(Set<Wanted> filled, Wanted fact, boolean there) {
        if (there) {
            filled.add(fact);
        }
    }

    private static boolean saysConsent(Phone phone) {
        return phone.consent().answer() != Answer.UNSAID;
    }

    private static boolean saysRestrictions(Cells cells) {
        return Stream.of(Restriction.values()).anyMatch(kind -> cells.has(kind.field()));
    }
}
