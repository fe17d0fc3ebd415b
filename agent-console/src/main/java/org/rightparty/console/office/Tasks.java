package org.rightparty.console.office;

import org.rightparty.console.desk.Answer;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.Money;
import org.rightparty.vocabulary.Role;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What calls and comparisons leave to be done: who has taken it, and what came of it. Blocks.
public interface Tasks {
    /// What is still to be done, first what is due first.
    List<Task> open(Set<Role> roles, int many);

    /// What was done, the latest first.
    List<Task> done(Set<Role> roles, int many);

    /// Takes a task, out of another's hands if need be.
    ///
    /// @param holder who had it when it was looked at; declined when that is no longer so
    Answer take(long task, Optional<AgentId> holder, By by);

    /// Closes a task that nobody else has taken; a payment that was verified is posted with it.
    Answer close(Closing closing, By by);

    /// Who does it, and when.
    record By(AgentId who, Set<Role> roles, Instant at) {
        public By {
            roles = Set.copyOf(roles);
        }
    }

    /// Whose tasks somebody with these roles may look at and close: an officer everybody's, a
    /// supervisor the floor's.
    static Set<Role> of(Set<Role> roles) {
        if (roles.contains(Role.OFFICER)) {
            return EnumSet.allOf(Role.class);
        }
        return roles.contains(Role.SUPERVISOR)
                ? EnumSet.of(Role.SUPERVISOR, Role.AGENT)
                : EnumSet.noneOf(Role.class);
    }

    /// @param kind VERIFY_PAYMENT, DISPUTE, COMPLAINT, CLAIM, REVIEW, RECONCILE or OTHER
    record Task(
            long id,
            String kind,
            String title,
            Role role,
            Instant since,
            Instant dueAt,
            Optional<Whom> whom,
            Optional<Holder> holder,
            Optional<Announced> announced,
            Optional<Done> done) {}

    /// @param debt empty when it is about the person alone
    record Whom(ConsumerId consumer, String name, Optional<Debt> debt) {
        @Override
        public String toString() {
            return "consumer=" + consumer;
        }
    }

    record Debt(AccountId account, Currency currency) {}

    record Holder(AgentId who, String name) {}

    /// A payment as the agent recorded it on the telephone.
    record Announced(Money amount, String method, String confirmation, Instant at) {}

    record Done(Instant at, String by, String result) {}

    /// @param result what came of it, in words
    /// @param paid what was verified; empty when nothing was paid
    record Closing(long task, String result, Optional<Paid> paid) {}

    /// A payment that was found to have come in.
    ///
    /// @param reference what tells it from every other payment of the client
    record Paid(long amountMinor, LocalDate paidOn, String reference) {
        @Override
        public String toString() {
            return "Paid[paidOn=" + paidOn + "]";
        }
    }
}
