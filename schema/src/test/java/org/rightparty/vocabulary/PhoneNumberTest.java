package org.rightparty.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    number       | fictional | why
                    +12125550100 | true      | first number set aside for fiction
                    +12125550199 | true      | last of them
                    +12125550099 | false     | just before
                    +12125550200 | false     | just after
                    +12120123456 | true      | central-office code begins with 0
                    +12121999999 | true      | central-office code begins with 1
                    +12122000000 | false     | first assignable code
                    +442071234567 | false    | another country
                    """)
    void knows_the_numbers_that_nobody_has(String number, boolean fictional, String why) {
        assertThat(new PhoneNumber(number).isFictional()).as(why).isEqualTo(fictional);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    number        | shown | why
                    +12025550100  | true  | can be called back, as far as practice goes
                    +18005550100  | true  | toll-free
                    +442071234567 | true  | another country
                    +1202555010   | false | nine digits
                    +120255501000 | false | eleven digits
                    +11025550100  | false | area codes begin with 2 to 9
                    +12920000000  | false | area codes have no 9 in the middle
                    +14115550100  | false | a service code
                    +19005550100  | false | whoever calls back pays a fee
                    +12021550100  | false | central-office codes begin with 2 to 9
                    """)
    void knows_which_numbers_consumers_may_be_shown(String number, boolean shown, String why) {
        assertThat(new PhoneNumber(number).mayBeShown()).as(why).isEqualTo(shown);
    }

    @Test
    void reads_numbers_as_people_write_them() {
        assertThat(PhoneNumber.written("+1 (202) 555-01.00"))
                .contains(new PhoneNumber("+12025550100"));
        assertThat(PhoneNumber.written("202 555 0100")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2125550100",
                "+0125550100",
                "+1212555010a",
                "+",
                "+1234567890123456",
                "+1 212 555 0100"
            })
    void refuses_what_is_not_e164(String text) {
        assertThatThrownBy(() -> new PhoneNumber(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void prints_masked_even_when_refused() {
        assertThat(new PhoneNumber("+12125550142")).hasToString("••••••••••42");
        assertThatThrownBy(() -> new PhoneNumber("2125550142"))
                .hasMessageNotContaining("2125550142");
    }

    @Test
    void has_an_area_code_only_in_north_america() {
        assertThat(new PhoneNumber("+12125550142").areaCode()).isEqualTo("212");
        assertThat(new PhoneNumber("+442071234567").areaCode()).isEmpty();
    }
}
