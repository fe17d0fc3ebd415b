package org.rightparty.console.people;

import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Mode;

import java.util.List;
import java.util.Optional;

/// The people who work here. Blocks.
public interface People {
    /// What a log-in is checked against; empty when nobody has that login.
    Optional<Secret> secret(String login);

    Optional<Person> person(AgentId agent);

    /// All campaigns, by name.
    List<Workplace> campaigns();

    /// The campaign the agent works on; empty before the first.
    Optional<CampaignId> worksOn(AgentId agent);

    /// The agent's telephone line.
    Line line(AgentId agent);

    /// @param passwordHash Argon2id in PHC string form
    /// @param active false locks the log-in
    record Secret(AgentId agent, String passwordHash, boolean active) {
        @Override
        public String toString() {
            return "Secret[agent=" + agent + "]";
        }
    }

    record Workplace(CampaignId id, String name, Mode mode) {}

    /// @param number the number of the agent's room and telephone
    /// @param secret the SIP password of the line
    record Line(String number, Kind kind, String secret) {
        public enum Kind {
            BROWSER,
            DESK
        }

        @Override
        public String toString() {
            return "Line[" + number + ", " + kind + "]";
        }
    }
}
