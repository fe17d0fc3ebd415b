package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.AGENT;
import static org.rightparty.schema.generated.Tables.ATTEMPT_END;
import static org.rightparty.schema.generated.Tables.CAMPAIGN;
import static org.rightparty.schema.generated.Tables.CLIENT;
import static org.rightparty.schema.generated.Tables.CONSENT;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.LIVE_ATTEMPT;
import static org.rightparty.schema.generated.Tables.LOCATION_EVIDENCE;
import static org.rightparty.schema.generated.Tables.PHONE;
import static org.rightparty.schema.generated.Tables.PORTFOLIO;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.gate.Attempt;
import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ClientId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.DialPath;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.Outcome;
import org.rightparty.vocabulary.PhoneId;
import org.rightparty.vocabulary.PortfolioId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;

/// A fresh database with the shipped rulebooks and zones, one campaign, and consumers in New York.
public final class Office implements AutoCloseable {
    private static final Instant OPENED = Instant.parse("2025-12-01T00:00:00Z");

    final Database database;
    final PostgresLedger ledger = new PostgresLedger();
    final PostgresRulebooks rulebooks = new PostgresRulebooks(ledger);
    final PostgresZones zones = new PostgresZones();
    final PostgresGate gate = new PostgresGate(rulebooks, ledger);
    private final ClientId client;
    private final PortfolioId portfolio;
    private final CampaignId campaign;
    private int count;

    public Office() {
        this(TestDatabase.fresh());
    }

    /// Over a database of its own, which it closes.
    public Office(Database database) {
        this.database = database;
        transact(tx -> {
            rulebooks.loadShipped(tx, OPENED);
            zones.load(tx);
            return true;
        });
        client = transact(Office::insertClient);
        portfolio = transact(tx -> insertPortfolio(tx, client));
        campaign = transact(Office::insertCampaign);
    }

    <T> T transact(Function<DSLContext, T> work) {
        return database.transact(work);
    }

    /// As the database's owner, who can do what the product cannot.
    <T> T tamper(Function<DSLContext, T> work) {
        try (Database owner = TestDatabase.asOwner(database)) {
            return owner.transact(work);
        }
    }

    /// The same on a thread of its own, beside a transaction of this one.
    <T> T beside(Function<DSLContext, T> work) {
        return CompletableFuture.supplyAsync(() -> transact(work)).join();
    }

    /// A person with one debt, one number and evidence of New York.
    public record Debtor(ConsumerId consumer, AccountId account, PhoneId phone) {}

    public Debtor debtor() {
        int number = ++count;
        return transact(tx -> insertDebtor(tx, number, number(number)));
    }

    /// One whose number others may have too.
    Debtor debtorAt(String e164) {
        int number = ++count;
        return transact(tx -> insertDebtor(tx, number, e164));
    }

    /// Many of them, entered at once.
    List<Debtor> debtors(int many) {
        return transact(tx -> Stream.generate(() -> one(tx)).limit(many).toList());
    }

    private Debtor one(DSLContext tx) {
        int number = ++count;
        return insertDebtor(tx, number, number(number));
    }

    /// A number of New York that is nobody's.
    private static String number(int count) {
        return count < 100
                ? "+12125550" + (100 + count)
                : String.format(Locale.ROOT, "+12120%06d", count);
    }

    public DialRequest request(Debtor debtor) {
        return request(debtor, DialPath.CAMPAIGN);
    }

    DialRequest request(Debtor debtor, DialPath path) {
        return new DialRequest(
                campaign,
                debtor.consumer(),
                debtor.account(),
                debtor.phone(),
                Mode.PROGRESSIVE,
                path,
                Optional.empty(),
                25);
    }

    public Reservation reserve(DialRequest request, Instant now) {
        return transact(tx -> gate.reserve(tx, List.of(request), now)).getFirst();
    }

    /// The call ends: writes the end and frees the consumer.
    void end(Attempt attempt, Outcome outcome, Instant at) {
        transact(tx -> {
            tx.insertInto(ATTEMPT_END)
                    .set(ATTEMPT_END.ATTEMPT_ID, attempt.id())
                    .set(ATTEMPT_END.PLACED_AT, attempt.placedAt())
                    .set(ATTEMPT_END.OUTCOME, outcome.name())
                    .set(ATTEMPT_END.COUNTS, outcome.connected())
                    .set(ATTEMPT_END.ENDED_AT, at)
                    .execute();
            return tx.deleteFrom(LIVE_ATTEMPT)
                    .where(LIVE_ATTEMPT.ATTEMPT_ID.eq(attempt.id()))
                    .execute();
        });
    }

    private Debtor insertDebtor(DSLContext tx, int number, String e164) {
        ConsumerId consumer =
                tx.insertInto(CONSUMER)
                        .set(CONSUMER.GIVEN_NAME, "Test")
                        .set(CONSUMER.FAMILY_NAME, "Person " + number)
                        .returningResult(CONSUMER.ID)
                        .fetchSingle()
                        .value1();
        PhoneId phone = insertPhone(tx, consumer, e164);
        tx.insertInto(LOCATION_EVIDENCE)
                .set(LOCATION_EVIDENCE.CONSUMER_ID, consumer)
                .set(LOCATION_EVIDENCE.KIND, "STATED")
                .set(LOCATION_EVIDENCE.ZONES, new String[] {"America/New_York"})
                .set(LOCATION_EVIDENCE.JURISDICTION, "US-NY")
                .execute();
        return new Debtor(consumer, insertAccount(tx, consumer, number, null), phone);
    }

    /// Somebody who works here.
    AgentId agent(String login, String line) {
        return transact(tx ->
                tx.insertInto(AGENT)
                        .set(AGENT.LOGIN, login)
                        .set(AGENT.DISPLAY_NAME, login)
                        .set(AGENT.PASSWORD_HASH, "none")
                        .set(AGENT.LINE, line)
                        .set(AGENT.LINE_SECRET, "none")
                        .returningResult(AGENT.ID)
                        .fetchSingle()
                        .value1());
    }

    /// To be dialed by a machine and played messages, given or taken back.
    void consent(Debtor debtor, boolean granted, Instant at) {
        transact(tx ->
                tx.insertInto(CONSENT)
                        .set(CONSENT.CONSUMER_ID, debtor.consumer())
                        .set(CONSENT.KIND, "TCPA_PRIOR_EXPRESS")
                        .set(CONSENT.GRANTED, granted)
                        .set(CONSENT.GIVEN_AT, at)
                        .execute());
    }

    PhoneId insertPhone(DSLContext tx, ConsumerId consumer, String e164) {
        return tx.insertInto(PHONE)
                .set(PHONE.CONSUMER_ID, consumer)
                .set(PHONE.E164, e164)
                .set(PHONE.PLACE, "HOME")
                .returningResult(PHONE.ID)
                .fetchSingle()
                .value1();
    }

    AccountId insertAccount(
            DSLContext tx, ConsumerId consumer, int number, @Nullable String group) {
        return tx.insertInto(ACCOUNT)
                .set(ACCOUNT.PORTFOLIO_ID, portfolio)
                .set(ACCOUNT.CLIENT_ID, client)
                .set(ACCOUNT.CONSUMER_ID, consumer)
                .set(ACCOUNT.CLIENT_ACCOUNT_NUMBER, "A-" + number)
                .set(ACCOUNT.DEBT_TYPE, "CARD")
                .set(ACCOUNT.FREQUENCY_GROUP, group)
                .set(ACCOUNT.ORIGINAL_CREDITOR, "Bank")
                .set(ACCOUNT.CURRENT_CREDITOR, "Bank")
                .set(ACCOUNT.PLACED_MINOR, 10_000L)
                .set(ACCOUNT.BALANCE_MINOR, 10_000L)
                .set(ACCOUNT.ITEMIZATION_ON, LocalDate.of(2025, 6, 1))
                .set(ACCOUNT.ITEMIZATION_KIND, "CHARGE_OFF")
                .set(ACCOUNT.ITEMIZATION_MINOR, 10_000L)
                .returningResult(ACCOUNT.ID)
                .fetchSingle()
                .value1();
    }

    private static ClientId insertClient(DSLContext tx) {
        return tx.insertInto(CLIENT)
                .set(CLIENT.NAME, "bank")
                .set(CLIENT.LEGAL_NAME, "Bank, N.A.")
                .returningResult(CLIENT.ID)
                .fetchSingle()
                .value1();
    }

    private static PortfolioId insertPortfolio(DSLContext tx, ClientId client) {
        return tx.insertInto(PORTFOLIO)
                .set(PORTFOLIO.CLIENT_ID, client)
                .set(PORTFOLIO.NAME, "cards")
                .returningResult(PORTFOLIO.ID)
                .fetchSingle()
                .value1();
    }

    private static CampaignId insertCampaign(DSLContext tx) {
        return tx.insertInto(CAMPAIGN)
                .set(CAMPAIGN.NAME, "cards")
                .set(CAMPAIGN.MODE, "PROGRESSIVE")
                .set(CAMPAIGN.CALLER_ID, "+12125550199")
                .returningResult(CAMPAIGN.ID)
                .fetchSingle()
                .value1();
    }

    @Override
    public void close() {
        database.close();
    }
}
