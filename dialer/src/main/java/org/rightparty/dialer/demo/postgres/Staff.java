package org.rightparty.dialer.demo.postgres;

import static org.rightparty.schema.generated.Tables.AGENT;
import static org.rightparty.schema.generated.Tables.AGENT_ROLE;
import static org.rightparty.schema.generated.Tables.CAMPAIGN;
import static org.rightparty.schema.generated.Tables.CAMPAIGN_AGENT;
import static org.rightparty.schema.generated.Tables.CAMPAIGN_PORTFOLIO;
import static org.rightparty.schema.generated.Tables.CLIENT;
import static org.rightparty.schema.generated.Tables.PORTFOLIO;

import org.jooq.DSLContext;
import org.rightparty.dialer.demo.DebtType.Creditor;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ClientId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.PortfolioId;
import org.rightparty.vocabulary.Role;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// The demo's clients, campaigns and people at work. All log in with [DemoPortfolio#PASSWORD].
final class Staff {
    static final String CALLER_ID = "+12025550100";
    private static final int SECRET_BYTES = 16;
    private static final int FIRST_LINE = 2001;
    private static final Map<Creditor, Mode> MODES =
            Map.of(
                    Creditor.BANK, Mode.PREDICTIVE,
                    Creditor.HOSPITAL, Mode.PROGRESSIVE,
                    Creditor.SERVICES, Mode.PREVIEW);

    private final DSLContext tx;
    private final Function<char[], String> hash;
    private final RandomGenerator secrets;

    Staff(DSLContext tx, Function<char[], String> hash, RandomGenerator secrets) {
        this.tx = tx;
        this.hash = hash;
        this.secrets = secrets;
    }

    /// One person at work.
    private record Worker(String login, String name, List<Role> roles, Creditor campaign) {}

    private static final List<Worker> WORKERS =
            List.of(
                    agent(1, Creditor.BANK),
                    agent(2, Creditor.BANK),
                    agent(3, Creditor.BANK),
                    agent(4, Creditor.BANK),
                    agent(5, Creditor.HOSPITAL),
                    agent(6, Creditor.SERVICES),
                    new Worker(
                            "supervisor1",
                            "Demo Supervisor",
                            List.of(Role.SUPERVISOR, Role.AGENT),
                            Creditor.BANK),
                    officer(1),
                    officer(2),
                    new Worker("admin1", "Demo Administrator", List.of(Role.ADMIN), Creditor.BANK));

    private static Worker agent(int number, Creditor campaign) {
        return new Worker("agent" + number, "Demo Agent " + number, List.of(Role.AGENT), campaign);
    }

    /// Two, for what one writes another approves.
    private static Worker officer(int number) {
        return new Worker(
                "officer" + number, "Demo Officer " + number, List.of(Role.OFFICER), Creditor.BANK);
    }

    /// Enters clients, portfolios and campaigns.
    Books books() {
        Map<Creditor, Books.Book> books = new EnumMap<>(Creditor.class);
        for (Creditor creditor : Creditor.values()) {
            ClientId client = client(creditor);
            PortfolioId portfolio =
                    tx.insertInto(PORTFOLIO, PORTFOLIO.CLIENT_ID, PORTFOLIO.NAME)
                            .values(client, "Demo placement")
                            .returningResult(PORTFOLIO.ID)
                            .fetchSingle()
                            .value1();
            CampaignId campaign = campaign(creditor);
            tx.insertInto(CAMPAIGN_PORTFOLIO)
                    .set(CAMPAIGN_PORTFOLIO.CAMPAIGN_ID, campaign)
                    .set(CAMPAIGN_PORTFOLIO.PORTFOLIO_ID, portfolio)
                    .execute();
            books.put(creditor, new Books.Book(client, portfolio, campaign));
        }
        return new Books(books);
    }

    private ClientId client(Creditor creditor) {
        return tx.insertInto(CLIENT)
                .set(CLIENT.NAME, creditor.words())
                .set(CLIENT.LEGAL_NAME, creditor.legalName())
                .set(CLIENT.KIND, creditor.kind())
                .set(CLIENT.SETTLEMENT_FLOOR_PPM, 600_000)
                .returningResult(CLIENT.ID)
                .fetchSingle()
                .value1();
    }

    private CampaignId campaign(Creditor creditor) {
        return tx.insertInto(CAMPAIGN)
                .set(CAMPAIGN.NAME, creditor.words())
                .set(CAMPAIGN.MODE, MODES.getOrDefault(creditor, Mode.PREVIEW).name())
                .set(CAMPAIGN.ACTIVITY, "RUNNING")
                .set(CAMPAIGN.CALLER_ID, CALLER_ID)
                .returningResult(CAMPAIGN.ID)
                .fetchSingle()
                .value1();
    }

    /// Enters the people at work.
    ///
    /// @return the collection agents
    List<AgentId> people(Books books) {
        String password = hash.apply(DemoPortfolio.PASSWORD.toCharArray());
        List<AgentId> agents = new ArrayList<>();
        for (int i = 0; i < WORKERS.size(); i++) {
            Worker worker = WORKERS.get(i);
            AgentId id = person(worker, password, Integer.toString(FIRST_LINE + i));
            worker.roles().forEach(role -> give(id, role));
            if (worker.roles().contains(Role.AGENT)) {
                assign(id, books.of(worker.campaign()).campaign());
                agents.add(id);
            }
        }
        return agents;
    }

    private AgentId person(Worker worker, String password, String line) {
        byte[] secret = new byte[SECRET_BYTES];
        secrets.nextBytes(secret);
        return tx.insertInto(AGENT)
                .set(AGENT.LOGIN, worker.login())
                .set(AGENT.DISPLAY_NAME, worker.name())
                .set(AGENT.PASSWORD_HASH, password)
                .set(AGENT.LINE, line)
                .set(AGENT.LINE_SECRET, HexFormat.of().formatHex(secret))
                .returningResult(AGENT.ID)
                .fetchSingle()
                .value1();
    }

    private void give(AgentId agent, Role role) {
        tx.insertInto(AGENT_ROLE)
                .set(AGENT_ROLE.AGENT_ID, agent)
                .set(AGENT_ROLE.ROLE, role.name())
                .execute();
    }

    private void assign(AgentId agent, CampaignId campaign) {
        tx.insertInto(CAMPAIGN_AGENT)
                .set(CAMPAIGN_AGENT.AGENT_ID, agent)
                .set(CAMPAIGN_AGENT.CAMPAIGN_ID, campaign)
                .execute();
    }
}
