package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.console.administration.By;
import org.rightparty.console.administration.CampaignBook;
import org.rightparty.console.administration.CampaignBook.Portfolio;
import org.rightparty.dialer.DialerConfig;
import org.rightparty.dialer.placement.Mapping;
import org.rightparty.dialer.placement.UnusableFile;
import org.rightparty.dialer.placement.file.ImportReport;
import org.rightparty.dialer.placement.file.ImportRequest;
import org.rightparty.dialer.placement.file.ImportRequest.Effect;
import org.rightparty.dialer.placement.file.MappingJson;
import org.rightparty.dialer.placement.file.PlacementImport;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.PortfolioId;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `import FILE --client NAME`: places the accounts of a file.
///
/// It ends with 0 when every row was used, 1 when some were rejected, and 2 when the file, the
/// mapping or the client cannot be used at all.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Imports a placement file; the same file twice changes nothing.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every row was accepted or was here already",
            "1:some rows were rejected; they stand in FILE.rejects.csv",
            "2:the file, the mapping or the client cannot be used; nothing was written"
        })
public final class ImportCommand implements Callable<Integer> {
    private static final int SOME_REJECTED = 1;
    private static final long MAPPING_BYTES_MAX = 1 << 20;

    /// Opens what imports need; closing it closes the database.
    public interface Opening {
        Opened open(DialerConfig config);
    }

    public interface Opened extends AutoCloseable {
        PlacementImport imports();

        /// Agrees on a mapping for all later files of a client.
        void save(String client, Mapping mapping);

        CampaignBook campaigns();

        Instant now();

        @Override
        void close();
    }

    private final Opening opening;

    @Mixin private SettingsOptions settings = new SettingsOptions();

    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "CSV, .xlsx or fixed-width lines")
    private Path file = Path.of("");

    @Option(
            names = "--client",
            required = true,
            paramLabel = "NAME",
            description = "who places the accounts")
    private String client = "";

    @Option(names = "--new-client", description = "enter the client if it is not known")
    private boolean newClient;

    @Option(
            names = "--portfolio",
            paramLabel = "NAME",
            description = "what to put them in; default: the file's name")
    private String portfolio = "";

    @Option(
            names = "--campaign",
            paramLabel = "NAME",
            description = "have this campaign dial the accounts")
    private String campaign = "";

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "JSON; default: the client's own, or header names")
    private @Nullable Path mapping;

    @Option(names = "--save-mapping", description = "use the mapping for this client from now on")
    private boolean saveMapping;

    @Option(names = "--dry-run", description = "check every row and write only the reject file")
    private boolean dryRun;

    @Option(names = "--preview", description = "show how the first 50 rows would be read")
    private boolean preview;

    @Option(names = "--practice", description = "practice data: fictional numbers are allowed")
    private boolean practice;

    public ImportCommand(Opening opening) {
        this.opening = opening;
    }

    @Override
    public Integer call() {
        PrintWriter out = CommandOutput.of(spec);
        ImportRequest request = request();
        try (Opened opened = opening.open(settings.read())) {
            return placed(opened, request, out);
        } finally {
            out.flush();
        }
    }

    private int placed(Opened opened, ImportRequest request, PrintWriter out) {
        if (preview) {
            ReportText.preview(opened.imports().preview(request), request, out);
            return 0;
        }
        Optional<CampaignId> dials = campaign(opened);
        ImportReport report = run(opened, request, out);
        if (saveMapping && !dryRun) {
            opened.save(client, report.mapping());
        }
        ReportText.report(report, request, out);
        if (!dryRun) {
            dials.ifPresent(c -> attach(opened, report, c));
        }
        dialed(opened, report, out);
        return report.tally().rejected() > 0 ? SOME_REJECTED : 0;
    }

    private static ImportReport run(Opened opened, ImportRequest request, PrintWriter out) {
        try (ProgressLines progress = new ProgressLines(opened::now, out)) {
            return opened.imports().run(request, progress);
        }
    }

    /// Looked up before anything is written.
    private Optional<CampaignId> campaign(Opened opened) {
        return campaign.isEmpty()
                ? Optional.empty()
                : Optional.of(CampaignCommand.campaign(opened.campaigns(), campaign).id());
    }

    private static void attach(Opened opened, ImportReport report, CampaignId campaign) {
        portfolio(opened, report)
                .map(p -> opened.campaigns().attach(campaign, p.id(), By.command(opened.now())))
                .ifPresent(UserCommand::check);
    }

    private static Optional<Portfolio> portfolio(Opened opened, ImportReport report) {
        return opened.campaigns().portfolios().stream()
                .filter(p -> p.client().equals(report.client()))
                .filter(p -> p.name().equals(report.portfolio()))
                .findFirst();
    }

    /// Accounts in no campaign are never dialed, which nobody sees by looking at them.
    private void dialed(Opened opened, ImportReport report, PrintWriter out) {
        List<String> campaigns =
                portfolio(opened, report)
                        .map(Portfolio::id)
                        .map(id -> dialing(opened.campaigns(), id))
                        .orElse(List.of());
        if (dryRun) {
            if (!campaign.isEmpty()) {
                out.println("An import would have " + campaign + " dial it.");
            }
        } else if (campaigns.isEmpty()) {
            out.println(
                    "No campaign dials this portfolio yet: ./rightparty campaign attach NAME \""
                            + report.portfolio()
                            + "\"");
        } else {
            out.println("Dialed by: " + String.join(", ", campaigns));
        }
    }

    private static List<String> dialing(CampaignBook book, PortfolioId portfolio) {
        return book.campaigns().stream()
                .filter(entry -> entry.portfolios().contains(portfolio))
                .map(CampaignBook.Entry::name)
                .toList();
    }

    /// Looks at the files, before a database is opened.
    private ImportRequest request() {
        try {
            ImportRequest.requireFile(file);
        } catch (UnusableFile none) {
            throw none.in(file.toString());
        }
        Path name = file.getFileName();
        return new ImportRequest(
                file,
                name == null ? "" : name.toString(),
                client,
                portfolio,
                mapping == null ? null : readMapping(mapping),
                dryRun ? Effect.DRY_RUN : Effect.IMPORT,
                newClient,
                practice);
    }

    private static Mapping readMapping(Path path) {
        try {
            if (Files.size(path) > MAPPING_BYTES_MAX) {
                throw UnusableFile.of("larger than a mapping can be", "give the mapping's file");
            }
            return MappingJson.read(Files.readString(path));
        } catch (UnusableFile unusable) {
            throw unusable.in(path.toString());
        } catch (IOException failed) {
            throw UnusableFile.of("cannot be read", "check the path").in(path.toString());
        }
    }
}
