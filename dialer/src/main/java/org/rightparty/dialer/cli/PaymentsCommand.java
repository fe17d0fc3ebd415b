package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.console.office.Payments;
import org.rightparty.dialer.DialerConfig;
import org.rightparty.dialer.payments.PaymentFile;
import org.rightparty.dialer.payments.PaymentPosts;
import org.rightparty.dialer.payments.PaymentRow;
import org.rightparty.dialer.placement.Fault;
import org.rightparty.dialer.placement.UnusableFile;
import org.rightparty.vocabulary.ClientId;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/// `payments FILE --client NAME`: posts the payments of a file.
///
/// It ends with 0 when every row is posted or was before, 1 when some were refused, 2 when the file
/// or the client cannot be used at all.
@Command(
        name = "payments",
        mixinStandardHelpOptions = true,
        description =
                "Posts a client's payments; the same file twice changes nothing. CSV with the"
                        + " columns account_number, amount, paid_on, reference, and as wanted"
                        + " currency.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every payment is posted, now or before",
            "1:some rows were refused; the others are posted",
            "2:the file is none, or there is no such client; nothing was written"
        })
public final class PaymentsCommand implements Callable<Integer> {
    private static final int SOME_REFUSED = 1;

    /// Opens what posting needs; closing it closes the database.
    public interface Opening {
        Opened open(DialerConfig config);
    }

    public interface Opened extends AutoCloseable {
        Payments payments();

        Instant now();

        @Override
        void close();
    }

    private final Opening opening;

    @Mixin private SettingsOptions settings = new SettingsOptions();

    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The client's payments.")
    private Path file = Path.of("");

    @Option(
            names = "--client",
            required = true,
            paramLabel = "NAME",
            description = "whose accounts they are for")
    private String client = "";

    public PaymentsCommand(Opening opening) {
        this.opening = opening;
    }

    @Override
    public Integer call() {
        PrintWriter out = CommandOutput.of(spec);
        List<PaymentRow> rows = rows();
        try (Opened opened = opening.open(settings.read())) {
            ClientId payer =
                    opened.payments()
                            .client(client)
                            .orElseThrow(() ->
                                    new NotDone(
                                            "there is no client " + client,
                                            "an import enters one"));
            Payments.By by = new Payments.By(String.valueOf(file.getFileName()), opened.now());
            return told(PaymentPosts.post(opened.payments(), payer, by, rows), out);
        } finally {
            out.flush();
        }
    }

    private List<PaymentRow> rows() {
        try {
            return PaymentFile.read(file);
        } catch (UnusableFile unusable) {
            throw unusable.in(file.toString());
        }
    }

    private static int told(PaymentPosts.Tally tally, PrintWriter out) {
        for (PaymentRow.Refused row : tally.refused()) {
            for (Fault fault : row.faults()) {
                out.printf(
                        "row %d: %s \"%s\" %s; %s%n",
                        row.row(), fault.field(), fault.value(), fault.reason(), fault.mend());
            }
        }
        out.printf(
                Locale.ROOT,
                "%,d payments posted, %,d here already, %,d rows refused;" + " %,d promises kept%n",
                tally.posted(),
                tally.known(),
                tally.refused().size(),
                tally.kept());
        if (tally.inCredit() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%,d paid more than was owed; each is a task of the supervisors%n",
                    tally.inCredit());
        }
        return tally.refused().isEmpty() ? 0 : SOME_REFUSED;
    }
}
