package org.rightparty.dialer.scrub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.compliance.holds.Bar;
import org.rightparty.compliance.holds.HoldOrder;
import org.rightparty.compliance.holds.Holds;
import org.rightparty.compliance.rules.Place;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.PhoneId;
import org.rightparty.vocabulary.PhoneNumber;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class ScrubTest {
    private static final AgentId OFFICER = new AgentId(31);

    @TempDir private Path directory = Path.of("");

    private final Kept holds = new Kept();

    /// Holds that are only remembered. Two persons share one number: one with two debts.
    private static final class Kept implements Holds {
        final List<HoldOrder> orders = new ArrayList<>();

        @Override
        public Outcome set(HoldOrder order) {
            if (order.account().value() > 100) {
                return new Outcome.Refused("UNKNOWN_ACCOUNT", "account", "There is none.");
            }
            orders.add(order);
            return new Outcome.Done(new Key(Key.Kind.HOLD, orders.size()));
        }

        @Override
        public Outcome lift(Key key, AgentId officer, String reason, String evidence) {
            throw new IllegalStateException("a file lifts nothing");
        }

        @Override
        public List<Standing> standing(AccountId account) {
            return List.of();
        }

        @Override
        public List<Owner> owners(PhoneNumber number) {
            return number.e164().equals("+12125550101")
                    ? List.of(owner(1, 7), owner(2, 7), owner(3, 8))
                    : List.of();
        }

        private static Owner owner(long account, long phone) {
            return new Owner(new AccountId(account), new PhoneId(phone));
        }
    }

    @Test
    void a_number_is_barred_for_everybody_who_has_it() throws IOException {
        Scrub.Tally tally =
                scrub("number,bar\n(212) 555-0101,DO_NOT_CALL_NUMBER\n212-555-0102,CEASE\n");
        assertThat(holds.orders)
                .extracting(HoldOrder::account, HoldOrder::phone)
                .containsExactly(
                        tuple(new AccountId(1), Optional.of(new PhoneId(7))),
                        tuple(new AccountId(3), Optional.of(new PhoneId(8))));
        assertThat(tally).isEqualTo(new Scrub.Tally(2, 2, 1, 0, List.of()));
    }

    @Test
    void what_bars_a_debt_bars_every_debt_of_the_number() throws IOException {
        scrub("number,bar\n+12125550101,DISPUTE\n");
        assertThat(holds.orders)
                .extracting(order -> order.account().value())
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void an_account_is_barred_with_what_the_row_or_the_command_says() throws IOException {
        scrub(
                """
                account,bar,evidence,until
                5,attorney,letter of May,2027-01-01T00:00:00Z
                6,,,
                999,,,
                """);
        assertThat(holds.orders)
                .extracting(HoldOrder::bar, HoldOrder::evidence, HoldOrder::source)
                .containsExactly(
                        tuple(Bar.ATTORNEY, "letter of May", HoldOrder.Source.FILE),
                        tuple(Bar.BANKRUPTCY, "court list", HoldOrder.Source.FILE));
        assertThat(holds.orders.getFirst().until()).isPresent();
    }

    @Test
    void an_inconvenient_time_or_place_comes_with_the_row() throws IOException {
        scrub(
                """
                account,bar,days,from,to,place
                5,INCONVENIENT_TIME,mon Tuesday,21:30,00:00,
                6,inconvenient_time,,08:00,09:00,
                7,INCONVENIENT_PLACE,,,,work
                """);
        assertThat(holds.orders)
                .extracting(HoldOrder::bar, HoldOrder::times, HoldOrder::place)
                .containsExactly(
                        tuple(
                                Bar.INCONVENIENT_TIME,
                                times(
                                        Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY),
                                        "21:30",
                                        "00:00"),
                                Optional.empty()),
                        tuple(
                                Bar.INCONVENIENT_TIME,
                                times(Set.of(DayOfWeek.values()), "08:00", "09:00"),
                                Optional.empty()),
                        tuple(Bar.INCONVENIENT_PLACE, Optional.empty(), Optional.of(Place.WORK)));
    }

    private static Optional<HoldOrder.Times> times(Set<DayOfWeek> days, String from, String to) {
        return Optional.of(new HoldOrder.Times(days, LocalTime.parse(from), LocalTime.parse(to)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    INCONVENIENT_TIME,,,,        | give from and to
                    INCONVENIENT_TIME,,21:00,,   | give from and to
                    INCONVENIENT_TIME,,9,10:00,  | times like 21:30
                    INCONVENIENT_TIME,M,08:00,09:00, | days are like MON TUE
                    INCONVENIENT_TIME,,08:00,09:00,HOME | place is for INCONVENIENT_PLACE
                    INCONVENIENT_PLACE,,,,       | the place is none of
                    INCONVENIENT_PLACE,,,,MOON   | the place is none of
                    CEASE,MON,,,                 | days, from and to are for
                    """)
    void a_wish_that_is_not_whole_is_refused(String cells, String sentence) throws IOException {
        Scrub.Tally tally = scrub("account,bar,days,from,to,place\n5," + cells + "\n");
        assertThat(holds.orders).isEmpty();
        assertThat(tally.shown().getFirst().sentence()).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    12345||             | the number is none
                    2125550101|5||give a number or an account
                    ||CEASE|give a number or an account
                    |abc||the account is no number
                    |5|SOMETHING|the bar is none of
                    """)
    void a_row_that_says_nothing_usable_is_refused_and_the_others_count(
            @Nullable String number,
            @Nullable String account,
            @Nullable String bar,
            String sentence)
            throws IOException {
        Scrub.Tally tally =
                scrub(
                        "number,account,bar\n%s,%s,%s\n,5,CEASE\n"
                                .formatted(text(number), text(account), text(bar)));
        assertThat(tally.refused()).isEqualTo(1);
        assertThat(tally.standing()).isEqualTo(1);
        assertThat(tally.shown().getFirst().row()).isEqualTo(2);
        assertThat(tally.shown().getFirst().sentence()).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    phone,bar       | columns that are not known, phone
                    bar,evidence    | needs a column
                    """)
    void a_file_of_another_shape_is_none(String header, String sentence) throws IOException {
        Path file = file(header + "\nx,y\n");
        ScrubFile scrub = new ScrubFile(Optional.empty(), "list");
        assertThatThrownBy(() -> scrub.read(file, new Scrub(holds, OFFICER)))
                .isInstanceOf(ScrubFile.Unusable.class)
                .hasMessageContaining(sentence);
        assertThat(holds.orders).isEmpty();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private Scrub.Tally scrub(String text) throws IOException {
        Scrub scrub = new Scrub(holds, OFFICER);
        new ScrubFile(Optional.of(Bar.BANKRUPTCY), "court list").read(file(text), scrub);
        return scrub.tally();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("list.csv"), text);
    }
}
