package org.rightparty.dialer.placement;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightparty.dialer.placement.Placement.Answer;
import org.rightparty.dialer.placement.Placement.Buckets;
import org.rightparty.dialer.placement.Placement.Wanted;

import java.time.LocalDate;
import java.util.List;

final class RowReaderTest {
    @Test
    void reads_a_sound_row() {
        Placement placement = Sample.row().placement();

        assertThat(placement.accountNumber()).isEqualTo("A-1");
        assertThat(placement.debt().balanceMinor()).isEqualTo(11_000);
        assertThat(placement.debt().itemization().on()).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(placement.debt().buckets()).isEqualTo(new Buckets(9_000, 1_500, 500, 0));
        assertThat(placement.phones().getFirst().number().e164()).isEqualTo("+16145550101");
        assertThat(placement.filled())
                .containsExactlyInAnyOrder(Wanted.PHONE, Wanted.CHANGES_SINCE_ITEMIZATION);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    itemization_date   | 2026-06-15  |
                    itemization_date   | 2026-06-16  | lies in the future
                    itemization_date   | 1899-12-31  | out of range
                    itemization_date   | 31.01.2026  | not a date
                    itemization_type   | co          |
                    itemization_type   | whenever    | unknown itemization type
                    debt_type          | Credit Card |
                    debt_type          | gambling    | unknown debt type
                    balance            | 0           | not above zero
                    balance            | -110.00     | negative
                    balance            | (110.00)    | negative
                    balance            | 110.01      | the itemization adds up to 110.00
                    balance            | $110.00     |
                    interest_since     | -15.00      | negative
                    fees_since         | five        | not an amount
                    state              | Ohio        |
                    state              | XX          | unknown state
                    zip                | 43004-1234  |
                    zip                | 430041234   |
                    zip                | 4300        | lies in
                    zip                | 90210       | lies in CA, not in OH
                    zip                | 06390       | lies in NY, not in OH
                    zip                | ABCDE       | not a ZIP code
                    born_on            | 2008-06-15  |
                    born_on            | 2008-06-16  | the person is a minor
                    born_on            | 1899-12-31  | out of range
                    born_on            | 2026-06-16  | lies in the future
                    minor              | Y           | the person is a minor
                    minor              | N           |
                    national_id        | 987-65-4320 |
                    national_id        | ***-**-4320 |
                    national_id        | 4320        |
                    national_id        | 432         | not a social security number
                    language           | Spanish     |
                    language           | es          |
                    language           | klingon     | unknown language
                    phone1             | 555-0101    | cannot be a telephone number
                    phone1             | call me     | not a telephone number
                    phone1             | 0145550101  | no area code begins with 0 or 1
                    phone2             | 614.555.0102|
                    phone1_type        | pager       | unknown phone type
                    phone1_consent     | maybe       | unknown yes or no
                    email1             | a@b.example |
                    email1             | a at b      | not an e-mail address
                    limitation_on      | 2026-06-15  |
                    limitation_on      | 2026-06-14  | the limitation has run out
                    limitation_on      | 2031-01-01  |
                    opened_on          | 2026-06-16  | lies in the future
                    frequency_group    | 4711        | only student loans count as one debt
                    cease              | perhaps     | unknown yes or no
                    country            | Canada      | unknown state
                    country            | Narnia      | unknown country
                    """)
    void refuses_what_cannot_be_used(String field, String value, @Nullable String reason) {
        List<Fault> faults = Sample.row().with(field, value).faults();

        if (reason == null) {
            assertThat(faults).isEmpty();
        } else {
            assertThat(faults).anySatisfy(fault -> assertThat(fault.reason()).contains(reason));
            assertThat(faults).allSatisfy(fault -> assertThat(fault.mend()).isNotEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account_number",
                "family_name",
                "address1",
                "city",
                "state",
                "zip",
                "balance",
                "debt_type",
                "original_creditor",
                "current_creditor",
                "itemization_date",
                "itemization_type",
                "itemization_amount"
            })
    void refuses_a_row_without_a_required_field(String field) {
        assertThat(Sample.row().with(field, "").faults())
                .anySatisfy(fault -> {
                    assertThat(fault.field()).isEqualTo(field);
                    assertThat(fault.reason()).startsWith("missing");
                });
    }

    @Test
    void reports_every_fault_of_a_row_once_a_field() {
        List<Fault> faults =
                Sample.row()
                        .with("zip", "")
                        .with("debt_type", "gambling")
                        .with("born_on", "2020-01-01")
                        .with("phone1", "12")
                        .faults();

        assertThat(faults)
                .extracting(Fault::field)
                .containsExactlyInAnyOrder("zip", "debt_type", "born_on", "phone1");
    }

    @Test
    void a_time_barred_debt_is_taken_when_it_is_flagged() {
        assertThat(
                        Sample.row()
                                .with("limitation_on", "2020-01-01")
                                .with("statute_barred", "Y")
                                .faults())
                .isEmpty();
    }

    @Test
    void takes_fictional_numbers_only_as_practice_data() {
        assertThat(Sample.row().read(true)).isInstanceOf(Reading.Sound.class);
        assertThat(Sample.row().read(false)).isInstanceOf(Reading.Faulty.class);
    }

    @Test
    void a_national_id_never_stands_among_the_rejects() {
        assertThat(Sample.row().with("national_id", "987-65-43").faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.value()).isEqualTo("•••"));
    }

    @Test
    void only_the_last_four_digits_of_a_national_id_are_kept() {
        assertThat(Sample.row().with("ssn", "987-65-4320").placement().debtor().last4())
                .isEqualTo("4320");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    EXAMPLE, ADA B    | ADA B | EXAMPLE    |
                    Ada Example       | Ada   | Example    |
                    Ada B Example Jr. | Ada B | Example    | Jr.
                    O'Hara III, Sean  | Sean  | O'Hara     | III
                    Van Dyke, Ann, Sr | Ann   | Van Dyke   | Sr
                    Prince            |       | Prince     |
                    """)
    void splits_full_names(
            String full, @Nullable String given, String family, @Nullable String suffix) {
        var person =
                Sample.row()
                        .without("given_name")
                        .without("family_name")
                        .with("full_name", full)
                        .placement()
                        .debtor();

        assertThat(person.family()).isEqualTo(family);
        assertThat(person.given()).isEqualTo(given == null ? "" : given);
        assertThat(person.suffix()).isEqualTo(suffix == null ? "" : suffix);
    }

    @ParameterizedTest
    @ValueSource(strings = {"full_name", "business_name", "family_name"})
    void a_missing_name_is_told_under_the_field_that_the_file_has(String field) {
        Sample nameless = Sample.row().without("family_name").with(field, "");
        assertThat(nameless.faults()).extracting(Fault::field).containsExactly(field);
    }

    @Test
    void restrictions_become_stops_by_flag_or_by_date() {
        Placement placement =
                Sample.row()
                        .with("cease", "Y")
                        .with("attorney", "N")
                        .with("bankruptcy_date", "2026-05-01")
                        .with("bankruptcy_note", "chapter 7, 26-10001")
                        .placement();

        assertThat(placement.stops())
                .extracting(Placement.Stop::kind)
                .containsExactly(Restriction.CEASE, Restriction.BANKRUPTCY);
        assertThat(placement.stops().getLast().note()).isEqualTo("chapter 7, 26-10001");
    }

    @Test
    void numbers_carry_type_place_and_consent_and_count_once() {
        Placement placement =
                Sample.row()
                        .with("phone1_type", "cell")
                        .with("phone1_consent", "Y")
                        .with("phone1_consent_date", "2025-01-01")
                        .with("phone2", "1-614-555-0101")
                        .with("phone3", "6145550103 ext 12")
                        .placement();

        assertThat(placement.phones()).hasSize(2);
        assertThat(placement.phones().getFirst().lineType()).isEqualTo("MOBILE");
        assertThat(placement.phones().getFirst().place()).isEqualTo("MOBILE");
        assertThat(placement.phones().getFirst().consent().answer()).isEqualTo(Answer.GRANTED);
        assertThat(placement.phones().getLast().place()).isEqualTo("WORK");
    }

    @Test
    void named_parts_must_add_up_to_the_balance() {
        Sample parts = Sample.row().with("principal_part", "100.00").with("cost_part", "10.00");
        assertThat(parts.placement().debt().buckets()).isEqualTo(new Buckets(10_000, 0, 0, 1_000));
        assertThat(parts.with("cost_part", "10.01").faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.reason()).contains("110.01"));
    }
}
