package org.rightparty.dialer.postgres;

import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.AGENT;
import static org.rightparty.schema.generated.Tables.CALLBACK;
import static org.rightparty.schema.generated.Tables.CAMPAIGN;
import static org.rightparty.schema.generated.Tables.CAMPAIGN_PORTFOLIO;
import static org.rightparty.schema.generated.Tables.CLIENT;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.DIAL_CANDIDATE;
import static org.rightparty.schema.generated.Tables.HOLD;
import static org.rightparty.schema.generated.Tables.LOCATION_EVIDENCE;
import static org.rightparty.schema.generated.Tables.PHONE;
import static org.rightparty.schema.generated.Tables.PORTFOLIO;
import static org.rightparty.schema.generated.Tables.PROMISE;

import org.jooq.DSLContext;
import org.rightparty.compliance.gate.Attempt;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.database.Database;
import org.rightparty.database.Pulse;
import org.rightparty.database.TestDatabase;
import org.rightparty.dialer.loop.CallBook.Ending;
import org.rightparty.schema.generated.tables.records.DialCandidateRecord;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ClientId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.Outcome;
import org.rightparty.vocabulary.PhoneId;
import org.rightparty.vocabulary.PortfolioId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A small house in a fresh database: one client, one portfolio, one campaign, and people as
/// needed.
final class Floorplan implements AutoCloseable {
    /// A Wednesday noon in New York.
    static final Instant NOON = Instant.parse("2026-11-18T17:00:00Z");

    final Database database = TestDatabase.fresh();
    final List<AuditEntry> entries = new ArrayList<>();
    final TestGate gate = new TestGate();
    final PostgresCandidates candidates;
    final PostgresPool pool;
    final PostgresCallBook book;
    final Sweep sweep;
    final Journal journal = (tx, entry) -> entries.add(entry);
    final CampaignId campaign;
    final PortfolioId portfolio;
    private int made;

    private final ClientId client;

    Floorplan(OpenHours hours) {
        candidates = new PostgresCandidates(database, hours);
        pool = new PostgresPool(database, candidates, gate, journal);
        book =
                new PostgresCallBook(
                        database, new Pulse(database), candidates, journal, TrunkBook.NONE);
        sweep = new Sweep(database, candidates, journal);
        client =
                database.transact(tx ->
                        tx.insertInto(CLIENT)
                                .set(CLIENT.NAME, "House Bank")
                                .set(CLIENT.LEGAL_NAME, "House Bank")
                                .returning(CLIENT.ID)
                                .fetchSingle()
                                .getId());
        portfolio = portfolio("Cards");
        campaign = campaign("Evening");
    }

    private PortfolioId portfolio(String name) {
        return database.transact(tx ->
                tx.insertInto(PORTFOLIO)
                        .set(PORTFOLIO.CLIENT_ID, client)
                        .set(PORTFOLIO.NAME, name)
                        .returning(PORTFOLIO.ID)
                        .fetchSingle()
                        .getId());
    }

    /// Another portfolio that the campaign calls, with one person in New York.
    Person personOf(String portfolioName, long balanceMinor) {
        Person person = person(balanceMinor);
        PortfolioId other = portfolio(portfolioName);
        database.transact(tx -> {
            tx.insertInto(CAMPAIGN_PORTFOLIO)
                    .set(CAMPAIGN_PORTFOLIO.CAMPAIGN_ID, campaign)
                    .set(CAMPAIGN_PORTFOLIO.PORTFOLIO_ID, other)
                    .execute();
            return tx.update(ACCOUNT)
                    .set(ACCOUNT.PORTFOLIO_ID, other)
                    .where(ACCOUNT.ID.eq(person.account()))
                    .execute();
        });
        return person;
    }

    static Floorplan open() {
        return new Floorplan((tx, zones, jurisdictions, now) -> true);
    }

    CampaignId campaign(String name) {
        return database.transact(tx -> {
            CampaignId id =
                    tx.insertInto(CAMPAIGN)
                            .set(CAMPAIGN.NAME, name)
                            .set(CAMPAIGN.MODE, "PREDICTIVE")
                            .set(CAMPAIGN.CALLER_ID, "+12125550100")
                            .returning(CAMPAIGN.ID)
                            .fetchSingle()
                            .getId();
            tx.insertInto(CAMPAIGN_PORTFOLIO)
                    .set(CAMPAIGN_PORTFOLIO.CAMPAIGN_ID, id)
                    .set(CAMPAIGN_PORTFOLIO.PORTFOLIO_ID, portfolio)
                    .execute();
            return id;
        });
    }

    record Person(ConsumerId id, AccountId account, PhoneId phone) {}

    /// A person in New York with one account and one number.
    Person person(long balanceMinor) {
        return person(balanceMinor, "America/New_York", "US-NY");
    }

    Person person(long balanceMinor, String zone, String jurisdiction) {
        int number = made++;
        return database.transact(tx -> {
            ConsumerId id =
                    tx.insertInto(CONSUMER)
                            .set(CONSUMER.FAMILY_NAME, "Person " + number)
                            .returning(CONSUMER.ID)
                            .fetchSingle()
                            .getId();
            tx.insertInto(LOCATION_EVIDENCE)
                    .set(LOCATION_EVIDENCE.CONSUMER_ID, id)
                    .set(LOCATION_EVIDENCE.KIND, "ADDRESS")
                    .set(LOCATION_EVIDENCE.ZONES, new String[] {zone})
                    .set(LOCATION_EVIDENCE.JURISDICTION, jurisdiction)
                    .execute();
            PhoneId phone = phone(tx, id, number, 1);
            return new Person(id, account(tx, id, number, balanceMinor), phone);
        });
    }

    private AccountId account(DSLContext tx, ConsumerId consumer, int number, long balance) {
        return tx.insertInto(ACCOUNT)
                .set(ACCOUNT.PORTFOLIO_ID, portfolio)
                .set(ACCOUNT.CLIENT_ID, client)
                .set(ACCOUNT.CONSUMER_ID, consumer)
                .set(ACCOUNT.CLIENT_ACCOUNT_NUMBER, "A" + number)
                .set(ACCOUNT.DEBT_TYPE, "CARD")
                .set(ACCOUNT.ORIGINAL_CREDITOR, "House Bank")
                .set(ACCOUNT.CURRENT_CREDITOR, "House Bank")
                .set(ACCOUNT.PLACED_MINOR, balance)
                .set(ACCOUNT.BALANCE_MINOR, balance)
                .set(ACCOUNT.DELINQUENT_ON, LocalDate.parse("2026-09-01"))
                .set(ACCOUNT.ITEMIZATION_ON, LocalDate.parse("2026-09-01"))
                .set(ACCOUNT.ITEMIZATION_KIND, "LAST_STATEMENT")
                .set(ACCOUNT.ITEMIZATION_MINOR, balance)
                .returning(ACCOUNT.ID)
                .fetchSingle()
                .getId();
    }

    PhoneId phone(Person person, int rank) {
        int number = made++;
        return database.transact(tx -> phone(tx, person.id(), number, rank));
    }

    private static PhoneId phone(DSLContext tx, ConsumerId consumer, int number, int rank) {
        return tx.insertInto(PHONE)
                .set(PHONE.CONSUMER_ID, consumer)
                .set(PHONE.E164, "+1212055%04d".formatted(number))
                .set(PHONE.PREFERENCE_RANK, (short) rank)
                .returning(PHONE.ID)
                .fetchSingle()
                .getId();
    }

    AgentId agent(String login) {
        int number = 2000 + made++;
        return database.transact(tx ->
                tx.insertInto(AGENT)
                        .set(AGENT.LOGIN, login)
                        .set(AGENT.DISPLAY_NAME, login)
                        .set(AGENT.PASSWORD_HASH, "none")
                        .set(AGENT.LINE, Integer.toString(number))
                        .set(AGENT.LINE_SECRET, "none")
                        .returning(AGENT.ID)
                        .fetchSingle()
                        .getId());
    }

    void hold(Person person, String code) {
        database.transact(tx ->
                tx.insertInto(HOLD)
                        .set(HOLD.CONSUMER_ID, person.id())
                        .set(HOLD.CODE, code)
                        .set(HOLD.FROM_AT, NOON.minusSeconds(1))
                        .execute());
    }

    void callback(Person person, Optional<AgentId> agent, Instant dueAt) {
        database.transact(tx ->
                tx.insertInto(CALLBACK)
                        .set(CALLBACK.CONSUMER_ID, person.id())
                        .set(CALLBACK.ACCOUNT_ID, person.account())
                        .set(CALLBACK.PHONE_ID, person.phone())
                        .set(CALLBACK.CAMPAIGN_ID, campaign)
                        .set(CALLBACK.AGENT_ID, agent.orElse(null))
                        .set(CALLBACK.DUE_AT, dueAt)
                        .set(CALLBACK.ZONE, "America/New_York")
                        .set(CALLBACK.ASKED_BY_CONSUMER, true)
                        .execute());
    }

    long promise(Person person, AgentId agent, long amountMinor, LocalDate dueOn) {
        return database.transact(tx ->
                tx.insertInto(PROMISE)
                        .set(PROMISE.ACCOUNT_ID, person.account())
                        .set(PROMISE.CONSUMER_ID, person.id())
                        .set(PROMISE.AGENT_ID, agent)
                        .set(PROMISE.AMOUNT_MINOR, amountMinor)
                        .set(PROMISE.DUE_ON, dueOn)
                        .set(PROMISE.GRACE_DAYS, 3)
                        .set(PROMISE.METHOD, "CARD")
                        .set(PROMISE.MADE_AT, NOON.minusSeconds(86_400 * 30))
                        .returning(PROMISE.ID)
                        .fetchSingle()
                        .getId());
    }

    Optional<DialCandidateRecord> candidate(Person person) {
        return database.transact(tx ->
                tx.selectFrom(DIAL_CANDIDATE)
                        .where(DIAL_CANDIDATE.CAMPAIGN_ID.eq(campaign))
                        .and(DIAL_CANDIDATE.CONSUMER_ID.eq(person.id()))
                        .fetchOptional());
    }

    /// How an attempt ended that nobody took.
    static Ending ending(Attempt attempt, Outcome outcome, Instant at) {
        return new Ending(
                attempt.id(),
                attempt.placedAt(),
                outcome,
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                16,
                "200",
                "NETWORK",
                "",
                "LIVE");
    }

    @Override
    public void close() {
        database.close();
    }
}
