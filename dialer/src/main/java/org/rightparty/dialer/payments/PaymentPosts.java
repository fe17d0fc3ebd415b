package org.rightparty.dialer.payments;

import org.rightparty.console.office.Payments;
import org.rightparty.console.office.Payments.Outcome;
import org.rightparty.console.office.Payments.Payment;
import org.rightparty.dialer.placement.Fault;
import org.rightparty.vocabulary.ClientId;

import java.util.ArrayList;
import java.util.List;

/// Posts what a payment file says, and counts. The same file twice changes nothing.
public final class PaymentPosts {
    /// Payments a transaction: one that is killed has posted whole batches.
    private static final int BATCH = 200;

    private final Payments payments;
    private final ClientId client;
    private final Payments.By by;
    private final List<PaymentRow.Refused> refused = new ArrayList<>();
    private long posted;
    private long known;
    private long kept;
    private long inCredit;

    private PaymentPosts(Payments payments, ClientId client, Payments.By by) {
        this.payments = payments;
        this.client = client;
        this.by = by;
    }

    /// @param known rows of payments that are here already
    /// @param kept promises that were kept by them
    /// @param inCredit payments of more than was owed
    /// @param refused by their rows
    public record Tally(
            long posted, long known, long kept, long inCredit, List<PaymentRow.Refused> refused) {}

    public static Tally post(
            Payments payments, ClientId client, Payments.By by, List<PaymentRow> rows) {
        PaymentPosts posts = new PaymentPosts(payments, client, by);
        List<PaymentRow.Usable> batch = new ArrayList<>();
        for (PaymentRow row : rows) {
            switch (row) {
                case PaymentRow.Refused none -> posts.refused.add(none);
                case PaymentRow.Usable usable -> batch.add(usable);
            }
            if (batch.size() == BATCH) {
                posts.post(batch);
                batch.clear();
            }
        }
        posts.post(batch);
        posts.refused.sort((one, other) -> Long.compare(one.row(), other.row()));
        return new Tally(
                posts.posted, posts.known, posts.kept, posts.inCredit, List.copyOf(posts.refused));
    }

    private void post(List<PaymentRow.Usable> batch) {
        List<Outcome> outcomes =
                payments.post(client, batch.stream().map(PaymentRow.Usable::payment).toList(), by);
        for (int i = 0; i < batch.size(); i++) {
            count(batch.get(i), outcomes.get(i));
        }
    }

    private void count(PaymentRow.Usable row, Outcome outcome) {
        switch (outcome) {
            case Outcome.Posted done -> {
                posted++;
                kept += done.kept();
                inCredit += done.inCredit() ? 1 : 0;
            }
            case Outcome.Known _ -> known++;
            case Outcome.Refused no ->
                    refused.add(new PaymentRow.Refused(row.row(), List.of(fault(row, no))));
        }
    }

    private static Fault fault(PaymentRow.Usable row, Outcome.Refused no) {
        Payment payment = row.payment();
        return switch (no.field()) {
            case ACCOUNT ->
                    new Fault("account_number", payment.accountNumber(), no.reason(), no.mend());
            case AMOUNT -> new Fault("amount", "" + payment.amountMinor(), no.reason(), no.mend());
            case CURRENCY ->
                    new Fault(
                            "currency",
                            payment.currency().getCurrencyCode(),
                            no.reason(),
                            no.mend());
            case PAID_ON ->
                    new Fault("paid_on", payment.paidOn().toString(), no.reason(), no.mend());
            case REFERENCE -> new Fault("reference", payment.reference(), no.reason(), no.mend());
        };
    }
}
