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
            /// The softphone in the page.
            BROWSER("web"),
            /// A SIP telephone on the desk.
            DESK("desk");

            private final String prefix;

            Kind(String prefix) {
                this.prefix = prefix;
            }

            /// Who such a telephone says it is when it registers: `desk2001`.
            public String sipUser(String number) {
                return prefix + number;
            }
        }

        public String sipUser() {
            return kind.sipUser(number);
        }

        @Override
        public String toString() {
            return "Line[" + number + ", " + kind + "]";
        }
    }
}
