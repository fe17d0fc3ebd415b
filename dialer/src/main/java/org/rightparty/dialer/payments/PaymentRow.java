package org.rightparty.dialer.payments;

import org.rightparty.console.office.Payments.Payment;
import org.rightparty.dialer.placement.Fault;

import java.util.List;

/// A row of a payment file, by its number in the file; the header is row 1.
public sealed interface PaymentRow {
    long row();

    record Usable(long row, Payment payment) implements PaymentRow {}

    record Refused(long row, List<Fault> faults) implements PaymentRow {
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
