package org.rightparty.dialer.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.console.office.Payments;
import org.rightparty.dialer.placement.Fault;
import org.rightparty.dialer.placement.UnusableFile;
import org.rightparty.vocabulary.ClientId;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class PaymentFileTest {
    private static final String HEADER = "account_number,amount,paid_on,reference,currency\n";

    @TempDir private Path directory = Path.of("");

    private List<PaymentRow> read(String text) throws IOException {
        return PaymentFile.read(Files.writeString(directory.resolve("march.csv"), text));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    amount      | paid on    | minor  | day
                    120.00      | 2026-03-05 | 12000  | 2026-03-05
                    $1,482.17   | 3/5/2026   | 148217 | 2026-03-05
                    0.01        | 12/31/2025 | 1      | 2025-12-31
                    """)
    void a_row_is_a_payment(String amount, String paidOn, long minor, LocalDate day)
            throws IOException {
        PaymentRow row = read(HEADER + "A-1,\"" + amount + "\"," + paidOn + ",R-1,\n").getFirst();
        assertThat(row)
                .isInstanceOfSatisfying(
                        PaymentRow.Usable.class,
                        usable -> {
                            assertThat(usable.row()).isEqualTo(2);
                            assertThat(usable.payment().amountMinor()).isEqualTo(minor);
                            assertThat(usable.payment().paidOn()).isEqualTo(day);
                            assertThat(usable.payment().currency().getCurrencyCode())
                                    .isEqualTo("USD");
                        });
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    field          | written    | reason
                    account_number | ''         | is missing
                    amount         | ''         | not an amount
                    amount         | 0          | is not above zero
                    amount         | -5         | is not above zero
                    amount         | 12.345     | more than two decimals
                    paid_on        | 2026-02-30 | is no day
                    paid_on        | 2/30/2026  | is no day
                    reference      | ''         | is missing or longer than 100 letters
                    currency       | XXZ        | is no currency
                    currency       | JPY        | has no hundredths, which accounts are kept in
                    """)
    void a_row_that_is_none_says_its_field_why_and_how_to_mend_it(
            String field, String written, String reason) throws IOException {
        List<String> cells = new ArrayList<>(List.of("A-1", "120.00", "2026-03-05", "R-1", ""));
        cells.set(List.of(HEADER.strip().split(",")).indexOf(field), written);
        PaymentRow row = read(HEADER + String.join(",", cells) + "\n").getFirst();
        assertThat(row).isInstanceOf(PaymentRow.Refused.class);
        List<Fault> faults = ((PaymentRow.Refused) row).faults();
        assertThat(faults).extracting(Fault::field).containsExactly(field);
        assertThat(faults.getFirst().reason()).isEqualTo(reason);
        assertThat(faults.getFirst().mend()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    'account_number,amount,paid_on'               | has no column reference
                    'account_number,amount,paid_on,reference,tip' | columns that are not known, tip
                    """)
    void a_header_that_is_none_stops_before_the_first_row(String header, String said) {
        assertThatThrownBy(() -> read(header + "\nA-1,1,2026-03-05,R-1,x\n"))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining(said);
    }

    @Test
    void a_file_that_breaks_off_posts_nothing() {
        assertThatThrownBy(() -> read(HEADER + "A-1,1,2026-03-05,R-1,\nA-2,\"1,2026\n"))
                .isInstanceOf(UnusableFile.class);
        assertThatThrownBy(() -> read(HEADER)).isInstanceOf(UnusableFile.class);
    }

    /// Refuses accounts that end in 0 and knows references that end in 0.
    private static final class Kept implements Payments {
        final List<Integer> batches = new ArrayList<>();

        @Override
        public Optional<ClientId> client(String name) {
            return Optional.empty();
        }

        @Override
        public List<Outcome> post(ClientId client, List<Payment> payments, By by) {
            batches.add(payments.size());
            return payments.stream().map(Kept::outcome).toList();
        }

        private static Outcome outcome(Payment payment) {
            if (payment.accountNumber().endsWith("0")) {
                return new Outcome.Refused(Field.ACCOUNT, "is none", "mend it");
            }
            return payment.reference().endsWith("0")
                    ? new Outcome.Known(1)
                    : new Outcome.Posted(1, 1, false);
        }
    }

    @Test
    void every_row_is_counted_once_and_refused_ones_keep_their_rows() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 1; i <= 401; i++) {
            text.append(i == 7 ? "A-7,none,2026-03-05,R,\n" : "A-" + i + ",1,2026-03-05,R-1,\n");
        }
        text.append("A-1,1,2026-03-05,R-0,\n");
        Kept kept = new Kept();
        PaymentPosts.Tally tally =
                PaymentPosts.post(
                        kept,
                        new ClientId(1),
                        new Payments.By("march.csv", Instant.EPOCH),
                        read(text.toString()));
        assertThat(tally.refused()).hasSize(41);
        assertThat(tally.refused().getFirst().row()).isEqualTo(8);
        assertThat(tally.known()).isEqualTo(1);
        assertThat(tally.posted()).isEqualTo(402 - 41 - 1).isEqualTo(tally.kept());
        assertThat(kept.batches).containsExactly(200, 200, 1);
    }
}
