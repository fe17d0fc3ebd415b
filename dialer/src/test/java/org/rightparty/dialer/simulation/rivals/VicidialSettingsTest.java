package org.rightparty.dialer.simulation.rivals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.dialer.simulation.rivals.VicidialSettings.Counting;
import org.rightparty.dialer.simulation.rivals.VicidialSettings.Of;
import org.rightparty.dialer.simulation.rivals.VicidialSettings.Threshold;

import java.util.Arrays;
import java.util.List;

class VicidialSettingsTest {
    private static VicidialSettings read(String written) {
        return VicidialSettings.read(Arrays.asList(written.split(":", -1)));
    }

    @Test
    void has_the_defaults_that_it_comes_with() {
        VicidialSettings read = VicidialSettings.read(List.of());
        assertThat(read.maximum()).isEqualTo(3);
        assertThat(read.intensity()).isZero();
        assertThat(read.target()).isZero();
        assertThat(read.initial()).isEqualTo(1);
        assertThat(read.counting()).isEqualTo(Counting.READY_AND_TALKING);
        assertThat(read.dropped()).isEmpty();
        assertThat(read.latest()).isEqualTo(2_100);
        assertThat(read.placed()).isFalse();
        assertThat(read.threshold()).isEmpty();
    }

    @Test
    void takes_numbers_in_order_and_then_words_in_any() {
        VicidialSettings read =
                read("4.5:-20:-3:2:threshold=non-paused/5:drop=2.5:placed:latest=1730:avail");
        assertThat(read.maximum()).isEqualTo(4.5);
        assertThat(read.intensity()).isEqualTo(-20);
        assertThat(read.target()).isEqualTo(-3);
        assertThat(read.initial()).isEqualTo(2);
        assertThat(read.counting()).isEqualTo(Counting.AVAILABLE_ONLY);
        assertThat(read.dropped()).hasValue(2.5);
        assertThat(read.latest()).isEqualTo(1_730);
        assertThat(read.placed()).isTrue();
        assertThat(read.threshold()).contains(new Threshold(Of.NON_PAUSED, 5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    0.5              | '0.5' is not from 1 to 1000
                    3:101            | '101' is not from -100 to 100
                    3:0:0:0          | '0' is not from 1 to 1000
                    3:0:0:1:1        | '1' is no setting of it
                    3:avail:4        | '4' is no setting of it
                    x                | 'x' is no setting of it
                    NaN              | 'NaN' is no setting of it
                    drop=            | '' is no number
                    drop=101         | '101' is not from 0 to 100
                    latest=2560      | '2560' is no time as 2100
                    latest=9         | '9' is no time as 2100
                    threshold=5      | '' is no number
                    threshold=idle/5 | 'idle' is no kind of agents
                    threshold=waiting/0 | '0' is not from 1 to 10000
                    """)
    void names_what_it_cannot_take(String written, String why) {
        assertThatThrownBy(() -> read(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(why);
    }
}
