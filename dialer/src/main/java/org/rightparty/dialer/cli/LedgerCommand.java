package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.ledger.Selection;
import org.rightparty.compliance.postgres.CallRecord;
import org.rightparty.compliance.postgres.LedgerReader;
import org.rightparty.compliance.postgres.Reconciliation;
import org.rightparty.compliance.proof.ProofRequest;
import org.rightparty.compliance.proof.ProofWriter;
import org.rightparty.compliance.verifier.VerifierMain;
import org.rightparty.dialer.Clocks;
import org.rightparty.dialer.DialerConfig;
import org.rightparty.dialer.Installed;
import org.rightparty.dialer.LedgerOffice;
import org.rightparty.dialer.Officers;
import org.rightparty.dialer.postgres.PostgresTables;
import org.rightparty.dialer.records.CallRecordFile;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;

import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/// What the compliance officer does with the ledger.
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Exports the audit ledger with its proofs, verifies exports, reconciles.",
        subcommands = {
            LedgerCommand.Export.class,
            LedgerVerifyCommand.class,
            LedgerReplayCommand.class,
            LedgerCommand.Reconcile.class,
            LedgerCommand.Key.class,
            CommandLine.HelpCommand.class
        })
final class LedgerCommand {

    private static final int NOTHING_FOUND = 1;

    private static PrintWriter out(@Nullable CommandSpec spec) {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = {
                "Writes a ZIP that proves itself to outsiders.",
                "It holds entries, proofs, checkpoints, time-stamps, the key, and two verifiers;"
                        + " SPEC.md in it says how it is checked.",
                "Exit code: 0 written, 1 written, but no entry is of what was asked for."
            })
    static final class Export implements Callable<Integer> {
        @Mixin private SettingsOptions settings = new SettingsOptions();
        @Mixin private LookOptions look = new LookOptions();

        @Mixin private GivenFiles.Force force = new GivenFiles.Force();

        @Parameters(paramLabel = "FILE", description = "The ZIP to write.")
        private @Nullable Path file;

        @ArgGroup private @Nullable Whose whose;

        @Option(
                names = "--personal",
                description = "With salts and values of personal facts that were not erased.")
        private boolean personal;

        @Option(
                names = "--kept",
                paramLabel = "FILE",
                description =
                        "A checkpoint the reader received before; the export shows that the"
                                + " ledger begins with it. May be given several times.")
        private List<Path> kept = List.of();

        @Spec private @Nullable CommandSpec spec;

        static final class Whose {
            @Option(names = "--consumer", paramLabel = "ID", description = "One person's entries.")
            private @Nullable Long consumer;

            @Option(names = "--campaign", paramLabel = "ID", description = "One campaign's.")
            private @Nullable Long campaign;

            @ArgGroup(exclusive = false)
            private @Nullable Between between;
        }

        static final class Between {
            @Option(
                    names = "--from",
                    required = true,
                    paramLabel = "TIME",
                    description = "A period's, from this time on (2026-04-01T00:00:00Z).")
            private @Nullable Instant from;

            @Option(
                    names = "--to",
                    required = true,
                    paramLabel = "TIME",
                    description = "To before this time.")
            private @Nullable Instant to;
        }

        @Override
        public Integer call() throws IOException {
            Path target = Objects.requireNonNull(file);
            GivenFiles.mayBeMade(target, force);
            DialerConfig config = settings.read();
            List<String> notes = new ArrayList<>();
            for (Path each : kept) {
                notes.add(Files.readString(each));
            }
            List<byte[]> authorities = new ArrayList<>();
            if (config.ledger().certificates().isPresent()) {
                byte[] pem = Files.readAllBytes(config.ledger().certificates().get());
                for (X509Certificate each : VerifierMain.certificates(pem)) {
                    authorities.add(VerifierMain.encoded(each));
                }
            }
            ProofRequest request = new ProofRequest(selection(), personal, notes, authorities);
            try (PostgresTables tables = Installed.open(config);
                    LedgerOffice office = LedgerOffice.open(config.ledger(), tables)) {
                look.check(login -> Officers.officer(tables, login));
                ExportSubject.requireKnown(request.selection(), tables);
                office.seal();
                ProofWriter.Written written = write(tables, request, target);
                tell(tables, request, written);
                out(spec)
                        .printf(
                                "wrote %d of %d entries, %d personal facts, to %s%n",
                                written.events(), written.size(), written.personal(), target);
                if (request.selection() instanceof Selection.Period) {
                    out(spec).println(ofPeriod(written));
                }
                return written.events() > 0 ? 0 : nothing(request.selection());
            }
        }

        private int nothing(Selection selection) {
            String sought =
                    switch (selection) {
                        case Selection.Everything() -> "sealed";
                        case Selection.OfConsumer(ConsumerId id) -> "about consumer " + id;
                        case Selection.OfCampaign(CampaignId id) -> "about campaign " + id;
                        case Selection.Period(Instant begin, Instant end) ->
                                "from " + begin + " to before " + end;
                    };
            out(spec).println("no entry of the ledger is " + sought + "; check what you asked for");
            return NOTHING_FOUND;
        }

        private static String ofPeriod(ProofWriter.Written written) {
            return written.selected() == 0
                    ? "No entry lies in the period; the ledger's first checkpoint is of "
                            + written.begun()
                            + "."
                    : "%d of them lie in the period; the others were sealed beside them or end its"
                                    .formatted(written.selected())
                            + " calls.";
        }

        private Selection selection() {
            if (whose == null) {
                return new Selection.Everything();
            } else if (whose.consumer != null) {
                return new Selection.OfConsumer(new ConsumerId(whose.consumer));
            } else if (whose.campaign != null) {
                return new Selection.OfCampaign(new CampaignId(whose.campaign));
            }
            Between between = Objects.requireNonNull(whose.between);
            return new Selection.Period(
                    Objects.requireNonNull(between.from), Objects.requireNonNull(between.to));
        }

        private static ProofWriter.Written write(
                PostgresTables tables, ProofRequest request, Path target) throws IOException {
            Path part = target.resolveSibling(target.getFileName() + ".part");
            ProofWriter.Written written =
                    LedgerReader.read(
                            tables.database(),
                            reader -> {
                                try (OutputStream stream = Files.newOutputStream(part)) {
                                    return new ProofWriter(reader, request, Clocks.WALL.instant())
                                            .write(stream);
                                } catch (IOException failed) {
                                    throw new UncheckedIOException(failed);
                                }
                            });
            Files.move(part, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            return written;
        }

        /// An export is itself an entry, about whom it is of.
        private void tell(PostgresTables tables, ProofRequest request, ProofWriter.Written of) {
            AuditEntry entry =
                    look.entry(
                            "ledger.exported",
                            request.selection().subject(),
                            Map.of(
                                    "selection", request.selection().describe(),
                                    "events", of.events(),
                                    "personal", of.personal()),
                            login -> Officers.officer(tables, login));
            tables.database()
                    .transact(tx -> {
                        tables.entries().append(tx, entry);
                        return entry;
                    });
        }
    }

    @Command(
            name = "reconcile",
            mixinStandardHelpOptions = true,
            description = {
                "Compares permits, attempts and entries with what others recorded.",
                "That is with each other, and with what Asterisk and the carrier wrote down in the"
                        + " period. Each difference becomes an entry and a task.",
                "Exit code: 0 no difference, 1 differences."
            })
    static final class Reconcile implements Callable<Integer> {
        private static final Duration DAY = Duration.ofDays(1);
        @Mixin private SettingsOptions settings = new SettingsOptions();

        @Option(
                names = "--cdr",
                paramLabel = "FILE",
                description = "Asterisk's call records (cdr-csv/Master.csv).")
        private @Nullable Path cdr;

        @Option(
                names = "--carrier",
                paramLabel = "FILE",
                description = "The carrier's: CSV with number, started_at, answered, call_id.")
        private @Nullable Path carrier;

        @Option(
                names = "--from",
                paramLabel = "TIME",
                description = "Begin of the period (default: a day before its end).")
        private @Nullable Instant from;

        @Option(
                names = "--to",
                paramLabel = "TIME",
                description = "End of the period (default: now).")
        private @Nullable Instant to;

        @Spec private @Nullable CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            Instant now = Clocks.WALL.instant();
            Instant end = Optional.ofNullable(to).orElse(now);
            Instant begin = Optional.ofNullable(from).orElse(end.minus(DAY));
            try (PostgresTables tables = Installed.open(settings.read())) {
                Map<CallRecord.Source, List<CallRecord>> records = records(tables.mark());
                Reconciliation.Result result =
                        new Reconciliation(tables.database(), tables.entries())
                                .reconcile(begin, end, records, now);
                result.found()
                        .forEach(d ->
                                out(spec).println(d.kind().words() + " (" + d.subject() + ")"));
                out(spec)
                        .printf(
                                "%d differences, %d of them new, %d records of others compared%n",
                                result.found().size(),
                                result.fresh(),
                                records.values().stream().mapToInt(List::size).sum());
                return result.found().isEmpty() ? 0 : 1;
            }
        }

        private Map<CallRecord.Source, List<CallRecord>> records(String mark) throws IOException {
            Map<CallRecord.Source, List<CallRecord>> records = new TreeMap<>();
            if (cdr != null) {
                records.put(CallRecord.Source.SWITCH, CallRecordFile.asterisk(cdr, mark));
            }
            if (carrier != null) {
                records.put(CallRecord.Source.CARRIER, CallRecordFile.carrier(carrier));
            }
            return records;
        }
    }

    @Command(
            name = "key",
            mixinStandardHelpOptions = true,
            description = "Prints the public key with which others check checkpoints.")
    static final class Key implements Callable<Integer> {
        @Mixin private SettingsOptions settings = new SettingsOptions();
        @Spec private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            DialerConfig config = settings.read();
            try (PostgresTables tables = Installed.open(config);
                    LedgerOffice office = LedgerOffice.open(config.ledger(), tables)) {
                out(spec).println(office.verifierKey());
            }
            return 0;
        }
    }
}
