package org.rightparty.console.office;

import org.rightparty.vocabulary.ClientId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/// Payments that came in, each entered once by client and reference. Blocks.
public interface Payments {
    /// The client of that name.
    Optional<ClientId> client(String name);

    /// Posts them in one transaction, and answers for each in the same order. What is refused
    /// changes nothing.
    List<Outcome> post(ClientId client, List<Payment> payments, By by);

    /// @param accountNumber the client's own number for the account
    /// @param reference what tells it from every other payment of the client
    record Payment(
            String accountNumber,
            long amountMinor,
            Currency currency,
            LocalDate paidOn,
            String reference) {
        @Override
        public String toString() {
            return "Payment[paidOn=" + paidOn + "]";
        }
    }

    /// A file of a client.
    ///
    /// @param source its name
    /// @param at when it is posted
    record By(String source, Instant at) {}

    /// What came of one.
    sealed interface Outcome {
        /// @param kept promises that it covered
        /// @param inCredit more came in than was owed
        record Posted(long id, int kept, boolean inCredit) implements Outcome {}

        /// It is here already.
        record Known(long id) implements Outcome {}

        /// @param field what of the payment is wrong
        record Refused(Field field, String reason, String mend) implements Outcome {}
    }

    enum Field {
        ACCOUNT,
        AMOUNT,
        CURRENCY,
        PAID_ON,
        REFERENCE
    }
}
