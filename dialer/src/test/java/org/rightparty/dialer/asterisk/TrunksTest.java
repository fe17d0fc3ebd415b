package org.rightparty.dialer.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightparty.dialer.asterisk.Trunks.Choice;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Duration;
import java.util.List;
import java.util.Set;

class TrunksTest {
    private static final PhoneNumber FICTIONAL = new PhoneNumber("+12125550123");
    private static final Trunk PRACTICE = new Trunk("practice", 2, 100, true);
    private static final Trunk CARRIER = new Trunk("carrier", 2, 100, false);

    /// +999 is a country code that ITU-T E.164 holds in reserve: well formed, nobody's, and not one
    /// of those we call fictional, so it stands for a real number here. Nothing is dialed.
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    number       | trunks            | leaves by
                    +12125550100 | practice, carrier | practice
                    +12125550199 | practice, carrier | practice
                    +12120551234 | practice, carrier | practice
                    +12121551234 | practice, carrier | practice
                    +12125550123 | carrier           | NO_TRUNK_FOR_NUMBER
                    +12120551234 | carrier           | NO_TRUNK_FOR_NUMBER
                    +999000000   | practice, carrier | carrier
                    +999000000   | practice          | NO_TRUNK_FOR_NUMBER
                    """)
    void lets_fictional_numbers_out_by_loopback_only(String number, String trunks, String by) {
        List<Trunk> there =
                List.of(PRACTICE, CARRIER).stream().filter(t -> trunks.contains(t.name())).toList();
        assertThat(name(new Trunks(there).choose(new PhoneNumber(number), 0))).isEqualTo(by);
    }

    @Test
    void takes_the_least_loaded_of_those_with_room() {
        Trunks trunks = new Trunks(List.of(loopback("small", 2), loopback("large", 4)));
        List<String> taken =
                List.of(1, 2, 3, 4, 5, 6, 7).stream()
                        .map(_ -> name(trunks.choose(FICTIONAL, 0)))
                        .toList();
        assertThat(taken)
                .containsExactly(
                        "small", "large", "large", "small", "large", "large", "NO_CHANNEL_FREE");
    }

    @Test
    void has_room_again_when_a_call_ends() {
        Trunks trunks = new Trunks(List.of(loopback("only", 1)));
        trunks.choose(FICTIONAL, 0);
        assertThat(name(trunks.choose(FICTIONAL, 0))).isEqualTo("NO_CHANNEL_FREE");
        trunks.free("only");
        assertThat(name(trunks.choose(FICTIONAL, 0))).isEqualTo("only");
    }

    @Test
    void counts_calls_found_after_a_restart() {
        Trunks trunks = new Trunks(List.of(loopback("only", 1)));
        trunks.adopt("only");
        assertThat(name(trunks.choose(FICTIONAL, 0))).isEqualTo("NO_CHANNEL_FREE");
    }

    @Test
    void begins_no_more_calls_in_any_second_than_the_carrier_allows() {
        Trunks trunks = new Trunks(List.of(new Trunk("slow", 100, 2, true)));
        long half = Duration.ofMillis(500).toNanos();
        assertThat(name(trunks.choose(FICTIONAL, 0))).isEqualTo("slow");
        assertThat(name(trunks.choose(FICTIONAL, half))).isEqualTo("slow");
        assertThat(trunks.choose(FICTIONAL, half))
                .isEqualTo(new Choice.Later(Duration.ofMillis(500)));
        assertThat(trunks.choose(FICTIONAL, 2 * half - 1))
                .isEqualTo(new Choice.Later(Duration.ofNanos(1)));
        assertThat(name(trunks.choose(FICTIONAL, 2 * half))).isEqualTo("slow");
    }

    @Test
    void goes_round_a_trunk_but_for_one_call_in_ten_seconds() {
        Trunks trunks = new Trunks(List.of(loopback("dead", 4), loopback("sound", 4)));
        Duration half = Duration.ofMillis(500);
        long ten = Duration.ofSeconds(10).toNanos();
        trunks.avoid(Set.of("dead"), 0);
        assertThat(trunks.room(0, half)).isEqualTo(4);
        assertThat(name(trunks.choose(FICTIONAL, 0))).isEqualTo("sound");
        assertThat(trunks.room(ten, half)).as("one may try it").isEqualTo(4);
        assertThat(name(trunks.choose(FICTIONAL, ten))).isEqualTo("dead");
        assertThat(name(trunks.choose(FICTIONAL, ten))).isEqualTo("sound");
        assertThat(trunks.room(ten, half)).isEqualTo(2);
        trunks.avoid(Set.of(), ten);
        assertThat(trunks.room(ten, half)).isEqualTo(5);
    }

    @Test
    void with_every_trunk_avoided_only_a_call_now_and_then_leaves() {
        Trunks trunks = new Trunks(List.of(loopback("dead", 4)));
        long ten = Duration.ofSeconds(10).toNanos();
        trunks.avoid(Set.of("dead"), 0);
        assertThat(trunks.room(0, Duration.ofMillis(500))).isZero();
        assertThat(name(trunks.choose(FICTIONAL, 0))).isEqualTo("NO_CHANNEL_FREE");
        assertThat(trunks.room(ten, Duration.ofMillis(500))).isEqualTo(1);
        assertThat(name(trunks.choose(FICTIONAL, ten))).isEqualTo("dead");
        assertThat(name(trunks.choose(FICTIONAL, ten))).isEqualTo("NO_CHANNEL_FREE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1st", "with space", "a/b", "a@b", "a\nb"})
    void has_a_plain_name(String name) {
        assertThatThrownBy(() -> new Trunk(name, 1, 1, true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Trunk loopback(String name, int channels) {
        return new Trunk(name, channels, 100, true);
    }

    private static String name(Choice choice) {
        return switch (choice) {
            case Choice.Use(Trunk trunk) -> trunk.name();
            case Choice.Later(Duration delay) -> "in " + delay;
            case Choice.None(String reason) -> reason;
        };
    }
}
