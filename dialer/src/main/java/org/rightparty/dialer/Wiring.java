package org.rightparty.dialer;

import org.rightparty.compliance.postgres.BarListener;
import org.rightparty.compliance.postgres.ClockKeeper;
import org.rightparty.console.desk.Screens;
import org.rightparty.console.desk.WrapUps;
import org.rightparty.console.postgres.ConsumerHours;
import org.rightparty.console.postgres.PostgresAccounts;
import org.rightparty.console.postgres.PostgresDispositions;
import org.rightparty.console.postgres.PostgresDrafts;
import org.rightparty.console.postgres.PostgresPeople;
import org.rightparty.console.postgres.PostgresScreens;
import org.rightparty.console.postgres.PostgresSessions;
import org.rightparty.console.postgres.PostgresTries;
import org.rightparty.console.postgres.PostgresWrapUps;
import org.rightparty.console.web.ConsoleServer;
import org.rightparty.console.web.ConsoleServices;
import org.rightparty.console.web.Health;
import org.rightparty.database.Leadership;
import org.rightparty.dialer.asterisk.AsteriskTelephone;
import org.rightparty.dialer.cli.Progress;
import org.rightparty.dialer.demo.postgres.DemoPortfolio;
import org.rightparty.dialer.loop.CampaignPolicy;
import org.rightparty.dialer.loop.Floors;
import org.rightparty.dialer.loop.LoopLimits;
import org.rightparty.dialer.loop.Performer;
import org.rightparty.dialer.loop.Pool;
import org.rightparty.dialer.loop.Roster;
import org.rightparty.dialer.loop.TimedPool;
import org.rightparty.dialer.metrics.DialerMetrics;
import org.rightparty.dialer.metrics.web.VertxMeters;
import org.rightparty.dialer.placement.Tally;
import org.rightparty.dialer.postgres.PostgresAnnouncements;
import org.rightparty.dialer.postgres.PostgresHealth;
import org.rightparty.dialer.postgres.PostgresPaceMemory;
import org.rightparty.dialer.postgres.PostgresRoster;
import org.rightparty.dialer.postgres.PostgresTables;
import org.rightparty.dialer.postgres.RememberedNetwork;
import org.rightparty.dialer.postgres.Sweep;
import org.rightparty.vocabulary.CampaignId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;

/// Puts the parts together: the one place that knows them all.
public final class Wiring implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

    private static final int SWEEP_SECONDS = 1;
    private static final int NIGHT_LOOK_SECONDS = 60;
    private static final int HOUR_SECONDS = 3_600;
    private static final int LEADERSHIP_TRIES = 20;
    private static final Duration LEADERSHIP_WAIT = Duration.ofMillis(500);
    private static final int LINK_TRIES = 20;
    private static final Duration LINK_WAIT = Duration.ofMillis(100);
    private static final Executor VIRTUAL = Thread::startVirtualThread;

    private final DialerConfig config;
    private final PostgresTables tables;
    private final Leadership leadership;
    private final Switch telephones;
    private final Floors floors;
    private final ConsoleServer console;
    private final Housekeeping housekeeping;
    private final LedgerOffice ledger;

    private Wiring(
            DialerConfig config,
            PostgresTables tables,
            Leadership leadership,
            Switch telephones,
            Floors floors,
            ConsoleServer console,
            Housekeeping housekeeping,
            LedgerOffice ledger) {
        this.config = config;
        this.tables = tables;
        this.leadership = leadership;
        this.telephones = telephones;
        this.floors = floors;
        this.console = console;
        this.housekeeping = housekeeping;
        this.ledger = ledger;
    }

    /// Starts everything, one line of progress for each step. The database is closed again when a
    /// later step fails or the process is told to end.
    public static Wiring start(DialerConfig config, Progress progress) {
        Ports.check(config.http());
        PostgresTables tables =
                progress.step(
                        "database",
                        () ->
                                PostgresTables.open(
                                        config.database(), config.collector(), Clocks.WALL),
                        t -> "up and migrated");
        try (EarlyStop _ = new EarlyStop(tables::close)) {
            return start(config, progress, tables);
        } catch (RuntimeException failed) {
            tables.close();
            throw failed;
        }
    }

    private static Wiring start(DialerConfig config, Progress progress, PostgresTables tables) {
        progress.step("rulebooks", () -> waiting(tables), Wiring::bookWords);
        ClockKeeper clock = tables.keepClock(Clocks.NANOS, config.ledger().clock());
        Leadership leadership = leadership(tables);
        LedgerOffice ledger = LedgerOffice.open(config.ledger(), tables);
        SecureRandom secrets = new SecureRandom();
        progress.step("demo portfolio", () -> Demo.load(config, tables, secrets), Demo::words);
        Switch telephones =
                progress.step(
                        "telephone",
                        () -> Switch.open(config.phone(), tables.mark()),
                        Switch::description);
        Roster roster =
                new PostgresRoster(tables.database(), tables.journal(), ZoneId.systemDefault());
        Map<CampaignId, String> names = new ConcurrentHashMap<>();
        DialerMetrics metrics = metrics(tables, id -> names.getOrDefault(id, "unknown"));
        PostgresAnnouncements announcements = tables.announcements();
        Floors floors = floors(tables, leadership, telephones, announcements, metrics, roster);
        AsteriskTelephone telephone =
                telephones.telephone(new Reception(floors, tables.missedCalls(), VIRTUAL));
        Consumer<CampaignPolicy> known = met(names, metrics);
        Campaigns campaigns = campaigns(tables, roster, floors, telephone, known, config);
        Lead lead = new Lead(leadership::stand, campaigns::takeUp, floors::close);
        progress.step("campaigns", () -> led(lead, telephone, floors), led -> led + " led");
        ConsoleServer console =
                progress.step(
                        "console",
                        () -> console(config, tables, floors, ledger, metrics),
                        c -> "port " + c.port());
        Housekeeping housekeeping = housekeeping(tables, metrics, lead, campaigns, floors);
        housekeeping.every(SWEEP_SECONDS, "messages", announcements::look);
        housekeeping.every(SWEEP_SECONDS, "clock", clock::look);
        housekeeping.atClose(nights(config, tables, lead)::close);
        ledger.work(metrics);
        return new Wiring(
                config, tables, leadership, telephones, floors, console, housekeeping, ledger);
    }

    private static List<String> waiting(PostgresTables tables) {
        tables.booksWaiting().forEach(title -> LOG.warn("rulebook.waits title={}", title));
        return tables.booksWaiting();
    }

    private static String bookWords(List<String> waiting) {
        return waiting.isEmpty()
                ? "none waits"
                : "not in force until officers approve and activate: " + String.join(", ", waiting);
    }

    private static Consumer<CampaignPolicy> met(
            Map<CampaignId, String> names, DialerMetrics metrics) {
        return campaign -> {
            names.put(campaign.id(), campaign.name());
            metrics.expect(campaign.id());
        };
    }

    private static Campaigns campaigns(
            PostgresTables tables,
            Roster roster,
            Floors floors,
            AsteriskTelephone telephone,
            Consumer<CampaignPolicy> known,
            DialerConfig config) {
        PostgresPaceMemory memories = new PostgresPaceMemory(tables.database());
        Path traces = config.directory().resolve("traces");
        return new Campaigns(
                roster,
                tables.campaignOrders(),
                floors,
                telephone,
                new PacesAhead(memories, VIRTUAL, traces, config.traceBytes()),
                new RememberedNetwork(memories, VIRTUAL),
                known);
    }

    private static Housekeeping housekeeping(
            PostgresTables tables,
            DialerMetrics metrics,
            Lead lead,
            Campaigns campaigns,
            Floors floors) {
        Sweep sweep = tables.sweep();
        Housekeeping housekeeping = new Housekeeping();
        housekeeping.atClose(BarListener.start(tables.database(), floors::barred)::close);
        housekeeping.atClose(campaigns::close);
        housekeeping.every(SWEEP_SECONDS, "sweep", () -> sweep(sweep, metrics));
        housekeeping.every(SWEEP_SECONDS, "leadership", lead::look);
        housekeeping.every(SWEEP_SECONDS, "campaigns", () -> lead.whileLeading(campaigns::look));
        housekeeping.every(HOUR_SECONDS, "partitions", tables::makePartitions);
        return housekeeping;
    }

    /// On threads of its own: a night's work takes minutes.
    private static Housekeeping nights(DialerConfig config, PostgresTables tables, Lead lead) {
        Nights nights =
                new Nights(config.ledger().nights(), tables, ZoneId.systemDefault(), Clocks.WALL);
        Housekeeping work = new Housekeeping();
        work.every(
                NIGHT_LOOK_SECONDS,
                "nights",
                () -> {
                    if (lead.leads()) {
                        nights.look();
                    }
                });
        return work;
    }

    /// A process that was killed a moment ago may still be holding it.
    private static Leadership leadership(PostgresTables tables) {
        Leadership leadership = new Leadership(tables.database());
        for (int tries = 0; tries < LEADERSHIP_TRIES; tries++) {
            if (leadership.hold()) {
                return leadership;
            }
            LockSupport.parkNanos(LEADERSHIP_WAIT.toNanos());
        }
        tables.close();
        throw new DialerConfig.BadSetting(
                "database", "another Rightparty runs on this database; stop it, or name another");
    }

    private static void sweep(Sweep sweep, DialerMetrics metrics) {
        Sweep.Swept swept = sweep.sweep(Clocks.WALL.instant());
        metrics.candidatesChosen(swept.chosen() + swept.woken());
    }

    /// @param names what staff call each campaign; asked on the loops' threads
    private static DialerMetrics metrics(
            PostgresTables tables, Function<CampaignId, String> names) {
        DialerMetrics metrics =
                new DialerMetrics(names).withMachine().withPool(tables.database().dataSource());
        tables.database()
                .watchGate(
                        Clocks.NANOS,
                        waited -> metrics.databaseGateWaited(Duration.ofNanos(waited)));
        return metrics;
    }

    /// Each order of permits on its way to the pool is timed.
    private static Pool timed(Pool pool, DialerMetrics metrics) {
        return new TimedPool(pool, Clocks.NANOS, metrics);
    }

    private static Floors floors(
            PostgresTables tables,
            Leadership leadership,
            Switch telephones,
            PostgresAnnouncements announcements,
            DialerMetrics metrics,
            Roster roster) {
        ConsumerHours hours = ConsumerHours.by(tables::rulebooks, tables.books().collector());
        Screens screens = new PostgresScreens(tables.database(), hours, Clocks.WALL);
        WrapUps wrapUps =
                new PostgresWrapUps(tables.database(), tables.ledger(), hours, Clocks.WALL);
        return new Floors(
                new Performer(
                        timed(tables.pool(leadership::fence), metrics),
                        tables.callBook(telephones::trunkOf),
                        screens,
                        wrapUps,
                        roster,
                        Clocks.WALL),
                LoopLimits.forTrunks(telephones.channels()),
                announcements,
                metrics,
                Clocks.WALL,
                VIRTUAL);
    }

    /// @return how many campaigns are led
    private static int led(Lead lead, AsteriskTelephone telephone, Floors floors) {
        lead.begin();
        telephone.start();
        return floors.led();
    }

    private static ConsoleServer console(
            DialerConfig config,
            PostgresTables tables,
            Floors floors,
            LedgerOffice ledger,
            DialerMetrics metrics) {
        ConsoleServices services =
                new ConsoleServices(
                        floors,
                        floors,
                        new PostgresPeople(tables.database()),
                        new PostgresSessions(tables.database(), tables.ledger()),
                        new PostgresTries(tables.database()),
                        new PostgresDrafts(tables.database()),
                        new PostgresAccounts(tables.database(), Clocks.WALL),
                        new PostgresDispositions(tables.database()),
                        tables.looks()::looked,
                        health(tables, floors, ledger),
                        metrics,
                        ProgramRoutes.of(
                                config, tables, floors::order, batch -> imported(metrics, batch)));
        return ConsoleServer.start(
                ConsoleSettings.of(config),
                services,
                new org.rightparty.console.web.Clocks(
                        Clocks.WALL, Clocks.NANOS, new SecureRandom()),
                new VertxMeters(metrics.registry()));
    }

    private static void imported(DialerMetrics metrics, Tally batch) {
        metrics.rowsImported(DialerMetrics.ImportResult.ACCEPTED, batch.accepted());
        metrics.rowsImported(DialerMetrics.ImportResult.DUPLICATE, batch.duplicates());
        metrics.rowsImported(DialerMetrics.ImportResult.REJECTED, batch.rejected());
    }

    private static Health health(PostgresTables tables, Floors floors, LedgerOffice ledger) {
        Health others =
                new PostgresHealth(
                        tables.database(),
                        Clocks.WALL,
                        () -> floors.snapshot().telephoneUp(),
                        () -> !tables.rulebooks().rows().isEmpty(),
                        VIRTUAL);
        return () -> {
            Map<String, Boolean> checks = new LinkedHashMap<>(others.checks());
            checks.put("ledger", ledger.works());
            return checks;
        };
    }

    /// Says where the console is and who may log in.
    public void greet(Progress progress) {
        URI address =
                config.http()
                        .origin()
                        .map(URI::create)
                        .orElseGet(() -> URI.create("http://localhost:" + console.port()));
        String state = linkComesUp() ? "ready" : "serving, not ready without the telephone,";
        progress.say("");
        progress.say("%s after %.1f s: %s".formatted(state, progress.secondsSinceStart(), address));
        if (!floors.snapshot().telephoneUp()) {
            progress.say("the telephone is not there yet: " + telephones.advice());
        }
        if (tables.isDemo()) {
            progress.say(
                    "log in as agent1 … agent6, supervisor1, officer1, officer2 or admin1;"
                            + " the password is "
                            + DemoPortfolio.PASSWORD);
        } else if (!new AdministrationOffice(tables).hasAdministrator()) {
            progress.say(
                    "nobody may administer yet: run ./rightparty user add LOGIN --role admin"
                            + " with the same --config and --data");
        }
        progress.say("Ctrl-C stops everything; the data stay in " + config.directory());
    }

    /// A link that is there comes up within moments.
    private boolean linkComesUp() {
        for (int tries = 0; tries < LINK_TRIES && !floors.snapshot().telephoneUp(); tries++) {
            LockSupport.parkNanos(LINK_WAIT.toNanos());
        }
        return floors.snapshot().telephoneUp();
    }

    @Override
    public void close() {
        housekeeping.close();
        ledger.close();
        console.close();
        floors.close();
        telephones.close();
        leadership.close();
        tables.close();
    }
}
