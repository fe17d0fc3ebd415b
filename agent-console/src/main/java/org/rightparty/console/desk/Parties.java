package org.rightparty.console.desk;

import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.PhoneId;
import org.rightparty.vocabulary.PhoneNumber;

import java.util.List;

/// The people to whom a conversation may be handed over: who they are to the account, and their
/// numbers. Blocks.
public interface Parties {
    /// Those of the account of this call, by name; none when it is no call of this agent.
    List<Party> of(AttemptId attempt, AgentId by);

    /// Takes down somebody whom the consumer names, or a line of the house. The gate decides on the
    /// call.
    Answer add(Named named, AgentId by);

    /// @param phone the number, as an intent names it
    /// @param role what they are to the account, `ATTORNEY`
    record Party(PhoneId phone, String role, String name, PhoneNumber number) {
        @Override
        public String toString() {
            return "Party[phone=" + phone + " role=" + role + "]";
        }
    }

    /// @param role what they are to the account
    record Named(AttemptId attempt, String role, String name, PhoneNumber number) {
        @Override
        public String toString() {
            return "Named[attempt=" + attempt + " role=" + role + "]";
        }
    }
}
