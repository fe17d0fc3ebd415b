package org.rightparty.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Currency;
import java.util.List;

class MoneyTest {
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    cents  | parts | shares
                    100000 | 3     | 33334 33333 33333
                    100    | 1     | 100
                    2      | 3     | 1 1 0
                    0      | 2     | 0 0
                    """)
    void splits_into_parts_that_add_up(long cents, int parts, String shares) {
        List<Money> split = Money.dollars(cents).split(parts);

        assertThat(split).extracting(Money::minorUnits).containsExactlyElementsOf(longs(shares));
        assertThat(split.stream().reduce(Money.dollars(0), Money::plus))
                .isEqualTo(Money.dollars(cents));
    }

    @Test
    void refuses_to_split_into_no_parts_or_a_debt_to_us() {
        assertThatThrownBy(() -> Money.dollars(1).split(0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.dollars(-1).split(1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_to_mix_currencies() {
        Money euro = new Money(1, Currency.getInstance("EUR"));

        assertThatThrownBy(() -> Money.dollars(1).plus(euro))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.dollars(1).compareTo(euro))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void overflows_loudly() {
        assertThatThrownBy(() -> Money.dollars(Long.MAX_VALUE).plus(Money.dollars(1)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void prints_no_amount() {
        assertThat(Money.dollars(148217)).hasToString("USD •••");
    }

    private static List<Long> longs(String text) {
        return List.of(text.split(" ")).stream().map(Long::valueOf).toList();
    }
}
