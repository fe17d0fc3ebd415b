package org.rightparty.console.postgres;

import static org.rightparty.schema.generated.Tables.AGENT;
import static org.rightparty.schema.generated.Tables.AGENT_ROLE;
import static org.rightparty.schema.generated.Tables.CAMPAIGN;
import static org.rightparty.schema.generated.Tables.CAMPAIGN_AGENT;

import org.jooq.Field;
import org.jooq.impl.DSL;
import org.rightparty.console.people.People;
import org.rightparty.console.people.Person;
import org.rightparty.database.Database;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.Role;

import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// People in `agent` and its neighbours.
public final class PostgresPeople implements People {
    /// The roles of the agent of the row at hand.
    static final Field<String[]> ROLES =
            DSL.array(
                    DSL.select(AGENT_ROLE.ROLE)
                            .from(AGENT_ROLE)
                            .where(AGENT_ROLE.AGENT_ID.eq(AGENT.ID)));

    private final Database database;

    public PostgresPeople(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Secret> secret(String login) {
        return database.transact(tx ->
                tx.select(AGENT.ID, AGENT.PASSWORD_HASH, AGENT.ACTIVE)
                        .from(AGENT)
                        .where(AGENT.LOGIN.eq(login))
                        .fetchOptional(
                                row -> new Secret(row.value1(), row.value2(), row.value3())));
    }

    @Override
    public Optional<Person> person(AgentId agent) {
        return database.transact(tx ->
                tx.select(AGENT.ID, AGENT.DISPLAY_NAME, AGENT.LOGIN, ROLES)
                        .from(AGENT)
                        .where(AGENT.ID.eq(agent))
                        .fetchOptional(row ->
                                new Person(
                                        row.value1(),
                                        row.value2(),
                                        row.value3(),
                                        roles(row.value4()))));
    }

    static Set<Role> roles(String[] names) {
        return Arrays.stream(names).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Workplace> campaigns() {
        return database.transact(tx ->
                tx.select(CAMPAIGN.ID, CAMPAIGN.NAME, CAMPAIGN.MODE)
                        .from(CAMPAIGN)
                        .orderBy(CAMPAIGN.NAME)
                        .fetch(row ->
                                new Workplace(
                                        row.value1(), row.value2(), Mode.valueOf(row.value3()))));
    }

    @Override
    public Optional<CampaignId> worksOn(AgentId agent) {
        return database.transact(tx ->
                tx.select(CAMPAIGN_AGENT.CAMPAIGN_ID)
                        .from(CAMPAIGN_AGENT)
                        .where(CAMPAIGN_AGENT.AGENT_ID.eq(agent))
                        .fetchOptional(CAMPAIGN_AGENT.CAMPAIGN_ID));
    }

    @Override
    public Line line(AgentId agent) {
        return database.transact(tx ->
                tx.select(AGENT.LINE, AGENT.LINE_KIND, AGENT.LINE_SECRET)
                        .from(AGENT)
                        .where(AGENT.ID.eq(agent))
                        .fetchOptional(row ->
                                new Line(
                                        row.value1(),
                                        Line.Kind.valueOf(row.value2()),
                                        row.value3()))
                        .orElseThrow(() -> new NoSuchElementException("no agent " + agent)));
    }
}
