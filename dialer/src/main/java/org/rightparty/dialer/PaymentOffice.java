package org.rightparty.dialer;

import org.rightparty.console.office.Payments;
import org.rightparty.console.postgres.PostgresPayments;
import org.rightparty.dialer.cli.PaymentsCommand;
import org.rightparty.dialer.postgres.PostgresTables;

import java.time.Instant;

/// Where payments are posted, for a command of its own.
record PaymentOffice(PostgresTables tables) implements PaymentsCommand.Opened {
    static PaymentOffice open(DialerConfig config) {
        return new PaymentOffice(Installed.open(config));
    }

    @Override
    public Payments payments() {
        return new PostgresPayments(tables.database(), tables.ledger());
    }

    @Override
    public Instant now() {
        return Clocks.WALL.instant();
    }

    @Override
    public void close() {
        tables.close();
    }
}
