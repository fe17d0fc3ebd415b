package org.rightparty.console.fakes;

import org.rightparty.console.people.People;
import org.rightparty.console.people.Person;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.Role;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// People in memory. The password of each is their login followed by ` password`.
public final class FakePeople implements People {
    private final Map<AgentId, Person> people = new ConcurrentHashMap<>();
    private final Map<String, Secret> secrets = new ConcurrentHashMap<>();

    /// Somebody new.
    ///
    /// @param passwordHash of the password
    public FakePeople with(long id, String name, String login, String passwordHash, Role... roles) {
        AgentId agent = new AgentId(id);
        people.put(agent, new Person(agent, name, login, Set.of(roles)));
        secrets.put(login, new Secret(agent, passwordHash, true));
        return this;
    }

    /// Locks this login.
    public void deactivate(String login) {
        secrets.computeIfPresent(login, (l, s) -> new Secret(s.agent(), s.passwordHash(), false));
    }

    @Override
    public Optional<Secret> secret(String login) {
        return Optional.ofNullable(secrets.get(login));
    }

    @Override
    public Optional<Person> person(AgentId agent) {
        return Optional.ofNullable(people.get(agent));
    }

    @Override
    public List<Workplace> campaigns() {
        return List.of(
                new Workplace(new CampaignId(1), "Card 90", Mode.PREDICTIVE),
                new Workplace(new CampaignId(2), "Medical", Mode.PREVIEW));
    }

    @Override
    public Optional<CampaignId> worksOn(AgentId agent) {
        return Optional.of(new CampaignId(1));
    }

    @Override
    public Line line(AgentId agent) {
        return new Line(Long.toString(2000 + agent.value()), Line.Kind.BROWSER, "line secret");
    }
}
