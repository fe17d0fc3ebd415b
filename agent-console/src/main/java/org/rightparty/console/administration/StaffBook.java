package org.rightparty.console.administration;

import org.rightparty.console.desk.Answer;
import org.rightparty.console.people.People.Line;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.Role;

import java.util.List;
import java.util.Set;

/// The people who work here. Blocks; each change is written in one transaction with its audit
/// entry.
public interface StaffBook {
    /// Everybody, by login.
    List<Member> all();

    /// Enters a person, who gets the next free line.
    Answer add(Newcomer newcomer, By by);

    /// Gives a new password, frees a login that wrong ones have locked, and ends the person's
    /// sessions.
    ///
    /// @param passwordHash Argon2id in PHC string form
    Answer setPassword(AgentId agent, String passwordHash, By by);

    /// Closes the log-in and ends the person's sessions. Declined for oneself and for the last
    /// administrator.
    Answer disable(AgentId agent, By by);

    /// Opens the log-in again, whether it was closed or locked by wrong passwords.
    Answer unlock(AgentId agent, By by);

    /// Gives a telephone of this kind with a new SIP password; the number stays. The person works
    /// with it from the next time the desk is opened.
    ///
    /// @param secret the SIP password of the line
    Answer setLine(AgentId agent, Line.Kind phone, String secret, By by);

    /// @param line the number of the person's telephone and room
    /// @param active false when the log-in is closed
    record Member(
            AgentId id,
            String login,
            String name,
            Set<Role> roles,
            String line,
            Line.Kind phone,
            boolean active) {
        public Member {
            roles = Set.copyOf(roles);
        }

        /// Who the telephone says it is when it registers.
        public String sipUser() {
            return phone.sipUser(line);
        }

        @Override
        public String toString() {
            return "agent=" + id;
        }
    }

    /// @param passwordHash Argon2id in PHC string form
    /// @param lineSecret the SIP password of the line; typed into a desk phone and nowhere else
    record Newcomer(
            String login,
            String name,
            Set<Role> roles,
            String passwordHash,
            Line.Kind phone,
            String lineSecret) {
        public Newcomer {
            roles = Set.copyOf(roles);
        }

        @Override
        public String toString() {
            return "Newcomer[" + roles + "]";
        }
    }
}
