package org.rightparty.dialer.placement.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.dialer.placement.AutoMapping;
import org.rightparty.dialer.placement.Binding;
import org.rightparty.dialer.placement.Mapping;
import org.rightparty.dialer.placement.Mapping.Column;
import org.rightparty.dialer.placement.Mapping.Source;
import org.rightparty.dialer.placement.UnusableFile;

import java.util.List;

final class MappingJsonTest {
    private static final String FULL =
            """
            {
              "format": "csv", "delimiter": ";", "quote": "'", "charset": "windows-1252",
              "header": true,
              "columns": {"account_number": "Acct #", "balance": 7, "city": [31, 50]},
              "dateFormats": ["M/d/yyyy"], "amounts": "minor_units",
              "defaults": {"current_creditor": "First Example Bank"},
              "translations": {"debt_type": {"01": "CARD"}}
            }
            """;

    @Test
    void what_is_written_is_read_back() {
        Mapping mapping = MappingJson.read(FULL);

        assertThat(MappingJson.read(MappingJson.write(mapping))).isEqualTo(mapping);
        assertThat(mapping.columns())
                .contains(
                        new Column("account_number", new Source.Header("Acct #")),
                        new Column("balance", new Source.Position(7)),
                        new Column("city", new Source.Span(31, 50)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"columns": {                          | not JSON at line
                    []                                     | not a JSON object
                    {"colums": {}}                         | unknown key: colums
                    {"columns": {"colour": 1}}             | unknown field: colour
                    {"columns": {"colour": 1, "size": 2}}  | unknown fields: colour, size
                    {"columns": {"balance": 0}}            | columns count from 1
                    {"columns": {"balance": [5, 2]}}       | a range runs from
                    {"columns": {"balance": true}}         | a column that is true
                    {"dateFormats": ["hh"]}                | not a date format: hh
                    {"amounts": "euros"}                   | the mapping is wrong
                    {"delimiter": "ab"}                    | one sign each
                    {"defaults": {"colour": "red"}}        | unknown field: colour
                    """)
    void says_which_part_is_wrong(String json, String message) {
        assertThatThrownBy(() -> MappingJson.read(json))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Acct No.            | account_number
                    ACCOUNT_NUMBER      | account_number
                    Last Name           | family_name
                    SSN                 | national_id
                    Zip Code            | zip
                    Current Balance     | balance
                    Reg F Date          | itemization_date
                    Phone               | phone1
                    Phone 2             | phone2
                    Home Phone          | phone1
                    CellPhone           | phone1
                    Cell                | phone1
                    Work Tel            | phone1
                    Cease and Desist    | cease
                    E-mail              | email1
                    """)
    void knows_common_headers(String header, String field) {
        Mapping found = AutoMapping.complete(Mapping.AUTOMATIC, List.of("colour", header));

        assertThat(found.columns()).containsExactly(new Column(field, new Source.Position(2)));
    }

    @Test
    void numbers_take_the_next_free_place_and_say_where_they_ring() {
        Mapping found =
                AutoMapping.complete(
                        Mapping.AUTOMATIC, List.of("Home Phone", "Phone", "Cell Phone"));

        assertThat(found.columns())
                .extracting(Column::field)
                .containsExactlyInAnyOrder("phone1", "phone2", "phone3");
        assertThat(found.conventions().defaults())
                .containsEntry("phone2_place", "HOME")
                .containsEntry("phone3_type", "MOBILE");
    }

    @Test
    void a_mapping_must_fit_its_file() {
        Mapping mapping = MappingJson.read("{\"columns\": {\"balance\": \"Bal\"}}");

        assertThatThrownBy(() -> Binding.fit(mapping, List.of("Balance")))
                .hasMessageContaining("wants a column \"Bal\"")
                .hasMessageContaining("the file has: Balance");
        assertThatThrownBy(() -> Binding.fit(mapping, List.of("bal", "x", "BAL ")))
                .hasMessageContaining("two columns are called \"Bal\" (1 and 3)");
        assertThatThrownBy(() -> Binding.fit(mapping, List.of("bal")))
                .hasMessageContaining("no column for account_number, family_name");
    }
}
