package org.rightparty.dialer.placement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AmountStyleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    DOLLARS       | 1234.56           | 123456
                    DOLLARS       | $1,234.56         | 123456
                    DOLLARS       | USD 1,234.56      | 123456
                    DOLLARS       | 1234              | 123400
                    DOLLARS       | 1234.5            | 123450
                    DOLLARS       | .50               | 50
                    DOLLARS       | 12.              | 1200
                    DOLLARS       | +12.00            | 1200
                    DOLLARS       | 12.3400           | 1234
                    DOLLARS       | (12.00)           | -1200
                    DOLLARS       | ($1,200.00)       | -120000
                    DOLLARS       | -12.00            | -1200
                    DOLLARS       | -$12.00           | -1200
                    DOLLARS       | 12.00-            | -1200
                    DOLLARS       | 12.00 CR          | -1200
                    DOLLARS       | 12.00 DR          | 1200
                    DOLLARS       | 999,999,999,999.99| 99999999999999
                    DECIMAL_COMMA | 1.234,56          | 123456
                    DECIMAL_COMMA | 1234,5            | 123450
                    MINOR_UNITS   | 123456            | 123456
                    MINOR_UNITS   | 123456.00         | 123456
                    """)
    void reads_amounts_as_clients_write_them(AmountStyle style, String written, long minor) {
        assertThat(style.read(written)).isEqualTo(Parsed.of(minor));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    DOLLARS       | 12.345             | more than two decimals
                    DOLLARS       | 1,23               | not an amount
                    DOLLARS       | 1.234,56           | not an amount
                    DOLLARS       | 1,2345             | not an amount
                    DOLLARS       | 12,00,000          | not an amount
                    DOLLARS       | 1e5                | not an amount
                    DOLLARS       | twelve             | not an amount
                    DOLLARS       | .                  | not an amount
                    DOLLARS       | $                  | not an amount
                    DOLLARS       | --5                | not an amount
                    DOLLARS       | 1000000000000      | too large
                    DECIMAL_COMMA | 1,234.56           | not an amount
                    MINOR_UNITS   | 1234.56            | a fraction of a cent
                    """)
    void says_why_a_text_is_no_amount(AmountStyle style, String written, String reason) {
        assertThat(style.read(written))
                .isInstanceOfSatisfying(
                        Parsed.Wrong.class, wrong -> assertThat(wrong.reason()).isEqualTo(reason));
    }
}
