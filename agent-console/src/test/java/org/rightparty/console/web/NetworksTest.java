package org.rightparty.console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who lies in a network, at both sides of its edges.
class NetworksTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    10.1.2.0/24                | 10.1.2.0    | true
                    10.1.2.0/24                | 10.1.2.255  | true
                    10.1.2.0/24                | 10.1.1.255  | false
                    10.1.2.0/24                | 10.1.3.0    | false
                    10.1.2.77/24               | 10.1.2.3    | true
                    10.1.2.3                   | 10.1.2.3    | true
                    10.1.2.3                   | 10.1.2.4    | false
                    10.9.0.0/16, 10.1.2.0/24   | 10.1.2.9    | true
                    0.0.0.0/0                  | 203.0.113.9 | true
                    0.0.0.0/0                  | ::1         | false
                    2001:db8::/32              | 2001:db8::9 | true
                    2001:db8::/32              | 2001:db9::  | false
                    ''                         | 127.0.0.1   | false
                    """)
    void holds_the_addresses_between_its_edges(String networks, String address, boolean holds) {
        assertThat(Networks.read(networks).hold(address)).isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.0/33", "10.1.2.0/-1", "10.1.2/24", "office", "10.1.2.0/"})
    void names_what_is_no_network(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Networks.read("10.0.0.1 " + text))
                .withMessage("'" + text + "' is no network");
    }
}
