package org.rightparty.dialer.placement;

import org.rightparty.dialer.placement.Field.Level;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Every field a placement file may hold, with the header names that creditors commonly use.
public final class Fields {
    public static final int PHONES_MAX = 8;
    public static final int COSIGNERS_MAX = 3;
    public static final int EMAILS_MAX = 3;

    /// Level, name, and the header names it goes by.
    private static final String IDENTITY =
            """
            required account_number acctno acct accountno account accountnum \
                clientaccountnumber clientaccount accountid referencenumber clientreference \
                patientaccount
            required family_name lastname surname debtorlastname last consumerlastname lname
            wanted given_name firstname first debtorfirstname consumerfirstname fname
            wanted full_name name debtorname consumername customername patientname \
                guarantorname
            wanted business_name company companyname business
            wanted suffix namesuffix
            wanted kind debtortype consumertype entitytype
            required address1 address addressline1 street addr1 streetaddress mailingaddress
            wanted address2 addressline2 addr2 apt unit
            required city town
            required state st province region statecode
            required zip zipcode postalcode postcode zip5
            wanted country countrycode
            wanted born_on dob dateofbirth birthdate birthday
            wanted national_id ssn ssnlast4 last4 last4ssn socialsecuritynumber ssn4
            wanted minor minorflag
            wanted language lang preferredlanguage
            """;

    private static final String DEBT =
            """
            required balance currentbalance balancedue amountdue totaldue totalbalance \
                currentbal amountowed bal
            required debt_type accounttype typeofdebt producttype debtcategory
            required original_creditor origcreditor originator oc
            required current_creditor creditor creditorname debtowner owner
            required itemization_date itemizationdt itemdate regfdate
            required itemization_type itemizationdatetype itemtype regfdatetype
            required itemization_amount itemizationbalance itemamount amountatitemization \
                balanceatitemization regfamount
            wanted interest_since interestsinceitemization interest interestsince
            wanted fees_since feessinceitemization fees
            wanted payments_since paymentssinceitemization payments
            wanted credits_since creditssinceitemization credits
            wanted principal_part principal principalbalance
            wanted interest_part interestbalance
            wanted fee_part feebalance
            wanted cost_part costbalance courtcosts
            wanted opened_on opendate dateopened openeddate
            wanted delinquent_on delinquencydate dateofdelinquency firstdelinquency dofd
            wanted charged_off_on chargeoffdate codate chargedoffdate
            wanted last_paid_on lastpaymentdate lastpaydate dateoflastpayment lpd
            wanted last_paid_amount lastpaymentamount lastpayamount
            wanted limitation_on soldate statutedate statuteoflimitations
            wanted statute_barred timebarred outofstat outofstatute
            wanted service_on dateofservice servicedate dos
            wanted documents documentlist docs media
            wanted frequency_group servicingaccount servicingaccountnumber serviceraccount \
                loangroup
            wanted skip skipflag skiptrace
            """;

    public static final List<Field> ALL = all();

    private static final Map<String, Field> BY_NAME = byName();
    private static final Map<String, Field> BY_HEADER = byHeader();

    private Fields() {}

    public static Optional<Field> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /// The field that a column of this header most likely holds.
    public static Optional<Field> byHeader(String header) {
        return Optional.ofNullable(BY_HEADER.get(Field.bare(header)));
    }

    private static List<Field> all() {
        return Stream.of(identity(), debt(), restrictions(), phones(), emails(), cosigners())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Field> identity() {
        return rows(IDENTITY);
    }

    private static List<Field> debt() {
        return rows(DEBT);
    }

    private static List<Field> rows(String table) {
        return table.lines().map(row -> List.of(row.split(" +"))).map(Fields::row).toList();
    }

    private static Field row(List<String> words) {
        Level level = words.getFirst().equals("required") ? Level.REQUIRED : Level.WANTED;
        return field(words.get(1), level, words.subList(2, words.size()));
    }

    private static List<Field> restrictions() {
        return Stream.of(Restriction.values())
                .flatMap(kind ->
                        Stream.of(
                                wanted(kind.field(), kind.aliases()),
                                wanted(kind.dateField(), kind.field() + "on"),
                                wanted(kind.noteField(), kind.field() + "details")))
                .toList();
    }

    private static List<Field> phones() {
        return numbered(PHONES_MAX, n -> phone(n, n == 1 ? Level.CALLING : Level.WANTED));
    }

    private static List<Field> phone(int n, Level level) {
        List<String> names =
                new ArrayList<>(List.of("phonenumber" + n, "telephone" + n, "tel" + n));
        if (n == 1) {
            names.addAll(List.of("phone", "phonenumber", "telephone", "tel", "primaryphone"));
        }
        String phone = "phone" + n;
        return List.of(
                field(phone, level, names),
                wanted(phone + "_type"),
                wanted(phone + "_place"),
                wanted(phone + "_consent"),
                wanted(phone + "_consent_date", phone + "consenton"));
    }

    private static List<Field> emails() {
        return numbered(
                EMAILS_MAX,
                n ->
                        List.of(
                                n == 1
                                        ? wanted("email1", "email", "emailaddress")
                                        : wanted("email" + n, "emailaddress" + n),
                                wanted("email" + n + "_consent")));
    }

    private static List<Field> cosigners() {
        return numbered(
                COSIGNERS_MAX,
                n ->
                        Stream.of(
                                        "given_name",
                                        "family_name",
                                        "full_name",
                                        "born_on",
                                        "national_id",
                                        "role",
                                        "phone")
                                .map(part -> wanted("cosigner" + n + "_" + part))
                                .toList());
    }

    private static List<Field> numbered(
            int count, java.util.function.IntFunction<List<Field>> each) {
        return IntStream.rangeClosed(1, count).mapToObj(each).flatMap(List::stream).toList();
    }

    private static Field wanted(String name, String... aliases) {
        return field(name, Level.WANTED, List.of(aliases));
    }

    private static Field field(String name, Level level, List<String> aliases) {
        return new Field(name, level, aliases);
    }

    private static Map<String, Field> byName() {
        Map<String, Field> fields = new HashMap<>();
        ALL.forEach(field -> fields.put(field.name(), field));
        return Map.copyOf(fields);
    }

    private static Map<String, Field> byHeader() {
        Map<String, Field> fields = new HashMap<>();
        for (Field field : ALL) {
            fields.putIfAbsent(Field.bare(field.name()), field);
            field.aliases().forEach(alias -> fields.putIfAbsent(alias, field));
        }
        return Map.copyOf(fields);
    }
}
