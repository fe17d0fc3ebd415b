package org.rightparty.dialer.postgres;

import static org.rightparty.schema.generated.Tables.CAMPAIGN;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.INSTALLATION;

import org.jooq.DSLContext;
import org.rightparty.compliance.clock.ClockState;
import org.rightparty.compliance.gate.Refusal;
import org.rightparty.compliance.holds.Holds;
import org.rightparty.compliance.kernel.KernelClock;
import org.rightparty.compliance.ledger.Ledger;
import org.rightparty.compliance.ledger.Selection;
import org.rightparty.compliance.postgres.ClockKeeper;
import org.rightparty.compliance.postgres.LicenceDesk;
import org.rightparty.compliance.postgres.MessageDesk;
import org.rightparty.compliance.postgres.MessageTemplates;
import org.rightparty.compliance.postgres.MessagesToLeave;
import org.rightparty.compliance.postgres.OverrideDesk;
import org.rightparty.compliance.postgres.PostgresExplanations;
import org.rightparty.compliance.postgres.PostgresFacts;
import org.rightparty.compliance.postgres.PostgresGate;
import org.rightparty.compliance.postgres.PostgresHolds;
import org.rightparty.compliance.postgres.PostgresLedger;
import org.rightparty.compliance.postgres.PostgresLooks;
import org.rightparty.compliance.postgres.PostgresRulebooks;
import org.rightparty.compliance.postgres.PostgresZones;
import org.rightparty.compliance.postgres.RulebookDesk;
import org.rightparty.compliance.postgres.RulebookOffice;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.compliance.zones.Whereabouts;
import org.rightparty.compliance.zones.ZoneTables;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.floor.FloorView.Order;
import org.rightparty.console.office.CallDesk;
import org.rightparty.console.office.Office;
import org.rightparty.database.Database;
import org.rightparty.database.DatabaseConfig;
import org.rightparty.database.Partitions;
import org.rightparty.database.Pulse;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// An open database with what every command shares: the ledger, the rulebooks, the gate, the zone
/// tables and the candidates.
public final class PostgresTables implements AutoCloseable {
    private final Database database;
    private final InstantSource clock;
    private final PostgresLedger ledger = new PostgresLedger();
    private final PostgresRulebooks rulebooks;
    private final PostgresZones zones = new PostgresZones();
    private final RulebookHours hours;
    private final PostgresCandidates candidates;
    private final Pulse pulse;
    private Supplier<Optional<Refusal>> doubt = Optional::empty;
    private List<String> booksWaiting = List.of();

    private PostgresTables(Database database, Set<String> collector, InstantSource clock) {
        this.database = database;
        this.rulebooks = new PostgresRulebooks(ledger, collector);
        this.clock = clock;
        this.pulse = new Pulse(database);
        this.hours = new RulebookHours(rulebooks, ZoneId.systemDefault());
        this.candidates = new PostgresCandidates(database, hours);
    }

    /// Opens the database for a collector of whom nobody said in which state it is.
    public static PostgresTables open(DatabaseConfig config, InstantSource clock) {
        return open(config, Set.of(Whereabouts.HOME), clock);
    }

    /// Opens the database and brings partitions, rulebooks and zone tables up to date.
    ///
    /// @param collector where we are: the law of these places reaches every call
    public static PostgresTables open(
            DatabaseConfig config, Set<String> collector, InstantSource clock) {
        PostgresTables tables = new PostgresTables(Database.open(config), collector, clock);
        Instant now = clock.instant();
        tables.makePartitions();
        tables.database.transact(tx -> {
            tables.booksWaiting = tables.rulebooks.loadShipped(tx, now);
            tables.zones.load(tx);
            return now;
        });
        return tables;
    }

    public Database database() {
        return database;
    }

    public PostgresCandidates candidates() {
        return candidates;
    }

    /// Every edition of the books.
    public PostgresRulebooks books() {
        return rulebooks;
    }

    /// The titles of shipped books that waited for officers when the database was opened.
    public List<String> booksWaiting() {
        return booksWaiting;
    }

    /// The books in force now.
    public Rulebooks rulebooks() {
        return database.transact(this::rulebooks);
    }

    /// The same in a transaction that is under way.
    public Rulebooks rulebooks(DSLContext tx) {
        return rulebooks.at(tx, clock.instant());
    }

    /// What the officer does with rulebooks and decisions.
    public RulebookDesk rulebookDesk() {
        return new RulebookDesk(database, new RulebookOffice(rulebooks, ledger), clock);
    }

    /// Our leave to collect, by place.
    public LicenceDesk licences() {
        return new LicenceDesk(database, ledger, clock);
    }

    /// Rules set aside by two people.
    public OverrideDesk overrides() {
        return new OverrideDesk(database, rulebooks, ledger, clock);
    }

    /// What officers do with governed messages.
    public MessageDesk messageDesk() {
        return new MessageDesk(database, new MessageTemplates(ledger), clock);
    }

    /// What agents read to machines.
    public MessagesToLeave messagesToLeave() {
        return new MessagesToLeave(database, new MessageTemplates(ledger), clock);
    }

    /// The messages in force, read once.
    public PostgresAnnouncements announcements() {
        PostgresAnnouncements announcements = new PostgresAnnouncements(messageDesk());
        announcements.look();
        return announcements;
    }

    public ZoneTables zoneTables() {
        return database.transact(zones::tables);
    }

    /// The ledger as seen from inside a transaction.
    public Function<DSLContext, Ledger> ledger() {
        return ledger::in;
    }

    /// Where commands put entries of their own.
    public PostgresLedger entries() {
        return ledger;
    }

    /// The hash over the books in force, for checkpoints.
    public String rulebooksSha256(DSLContext tx, Instant now) {
        return rulebooks.at(tx, now).sha256();
    }

    public Journal journal() {
        return ledger::append;
    }

    public Office office() {
        return new PostgresOffice(
                database, explanations(), new PostgresFunnels(hours), candidates, journal(), clock);
    }

    public Holds holds() {
        return new PostgresHolds(database, ledger, clock);
    }

    /// Whether there is what an export is to be of.
    public boolean knows(Selection selection) {
        return switch (selection) {
            case Selection.Everything _, Selection.Period _ -> true;
            case Selection.OfConsumer(ConsumerId id) ->
                    database.transact(tx -> tx.fetchExists(CONSUMER, CONSUMER.ID.eq(id)));
            case Selection.OfCampaign(CampaignId id) ->
                    database.transact(tx -> tx.fetchExists(CAMPAIGN, CAMPAIGN.ID.eq(id)));
        };
    }

    /// Where it is entered who looked at whom.
    public PostgresLooks looks() {
        return new PostgresLooks(database, ledger);
    }

    /// What is known of consumers from outside our own calls.
    public PostgresFacts facts() {
        return new PostgresFacts(database, ledger, rulebooks, clock);
    }

    /// Where calls go that came in and that nobody took.
    public MissedCalls missedCalls() {
        return new MissedCalls(database, explanations(), candidates, journal());
    }

    private PostgresExplanations explanations() {
        return new PostgresExplanations(new PostgresRulebooks(ledger, rulebooks.collector()));
    }

    /// @param floor carries out what somebody orders
    public CallDesk callDesk(BiFunction<AgentId, Order, CompletionStage<Answer>> floor) {
        return new PostgresCallDesk(database, candidates, journal(), clock, floor);
    }

    /// Watches the clock from now on; permits are refused while it is not believed.
    ///
    /// @param nanos a monotonic clock
    public ClockKeeper keepClock(LongSupplier nanos, ClockState.Requires requires) {
        KernelClock kernel = new KernelClock();
        ClockKeeper keeper =
                new ClockKeeper(database, ledger, clock, nanos, kernel::sync, requires);
        doubt = keeper::doubt;
        return keeper;
    }

    /// @param fence throws in the transaction of a permit when another process leads
    public PostgresPool pool(Consumer<DSLContext> fence) {
        Gatekeeper gate = Gatekeeper.of(new PostgresGate(rulebooks, ledger, doubt)).behind(fence);
        return new PostgresPool(database, candidates, gate, journal());
    }

    public PostgresCallBook callBook(TrunkBook trunks) {
        return new PostgresCallBook(database, pulse, candidates, journal(), trunks);
    }

    public CampaignOrders campaignOrders() {
        return new CampaignOrders(database);
    }

    public Sweep sweep() {
        return new Sweep(database, candidates, journal());
    }

    public void makePartitions() {
        new Partitions(database).makeAhead(clock.instant());
    }

    /// Whether the portfolio in here is the demo's.
    public boolean isDemo() {
        return database.transact(
                tx -> tx.fetchExists(INSTALLATION, INSTALLATION.DEMO_LOADED_AT.isNotNull()));
    }

    /// Marks this installation's calls among others on the same telephone system.
    public String mark() {
        return database.transact(
                tx -> tx.select(INSTALLATION.MARK).from(INSTALLATION).fetchSingle().value1());
    }

    @Override
    public void close() {
        pulse.close();
        database.close();
    }
}
