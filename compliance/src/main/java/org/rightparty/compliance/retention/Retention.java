package org.rightparty.compliance.retention;

import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.ConsumerId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the compliance officer does about keeping and erasing. Each act is an entry of the ledger.
public interface Retention {
    /// Persons whose records have been kept long enough, by number.
    ///
    /// @param after go on behind this person; empty to begin
    List<Due> due(Optional<ConsumerId> after, int many, Instant now);

    /// Legal holds that stand, the newest first.
    List<LegalHold> legalHolds(int many);

    /// Erasures, the newest first.
    List<Erasure> erasures(int many);

    /// Forbids erasing anything of a person.
    Outcome hold(ConsumerId consumer, String reason, AgentId by, Instant now);

    Outcome release(long legalHold, String reason, AgentId by, Instant now);

    /// Asks for the erasure of a person, which another must approve.
    Outcome ask(ConsumerId consumer, Ground ground, String reason, AgentId by, Instant now);

    /// Approves what somebody else asked for. The work begins at once.
    Outcome approve(long erasure, AgentId by, Instant now);

    /// Takes an erasure back that has not been approved.
    Outcome withdraw(long erasure, AgentId by, Instant now);

    /// What a finished erasure removed, signed with the ledger's key.
    Optional<String> certificate(long erasure);

    /// @param lastActivity when something was last done about her or her accounts
    /// @param dueAt from when on nothing asks that it be kept
    /// @param held whether a legal hold stands
    /// @param asked whether an erasure is under way
    record Due(
            ConsumerId consumer,
            String name,
            Instant lastActivity,
            Instant dueAt,
            boolean held,
            boolean asked) {}

    record LegalHold(
            long id,
            ConsumerId consumer,
            String name,
            String reason,
            String setBy,
            Instant setAt) {}

    /// @param removed rows and files so far
    record Erasure(
            long id,
            ConsumerId consumer,
            Ground ground,
            String reason,
            State state,
            String askedBy,
            Instant askedAt,
            Optional<String> approvedBy,
            Optional<Instant> finishedAt,
            long removed) {}

    /// Why a person is erased.
    enum Ground {
        /// The time to keep is over.
        RETENTION,
        /// She asked for it, and no account of hers is open.
        REQUEST
    }

    /// Where an erasure is.
    enum State {
        ASKED,
        APPROVED,
        FINISHED,
        WITHDRAWN
    }

    /// What became of an order.
    sealed interface Outcome {
        /// @param id of the legal hold or erasure
        record Done(long id) implements Outcome {}

        /// @param code stable, for machines
        /// @param sentence for people
        record Refused(String code, String sentence) implements Outcome {}
    }
}
