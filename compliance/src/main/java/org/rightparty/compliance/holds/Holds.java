package org.rightparty.compliance.holds;

import org.rightparty.compliance.rules.Place;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Bars against contact. One that is set acts at once: calls that ring and are not answered yet
/// are hung up on every node, and permits that were not spent die.
public interface Holds {
    Outcome set(HoldOrder order);

    /// Lifts a bar that stands.
    ///
    /// @param reason why, in words
    /// @param evidence what that rests on, in words
    Outcome lift(Key key, AgentId officer, String reason, String evidence);

    /// All that stands against the consumer of this account, the latest first.
    List<Standing> standing(AccountId account);

    /// Whom this number is of: every debt of every person who has it, a person's first debt first.
    List<Owner> owners(PhoneNumber number);

    /// @param phone the number, as this person's
    record Owner(AccountId account, PhoneId phone) {}

    /// A hold or a wish, by the table that keeps it.
    record Key(Kind kind, long id) {
        public enum Kind {
            HOLD,
            WISH
        }
    }

    /// What came of it.
    sealed interface Outcome {
        /// It stands, or stood already, or is lifted.
        record Done(Key key) implements Outcome {}

        /// @param field what has to be mended, `evidence`
        /// @param sentence what to do about it
        record Refused(String code, String field, String sentence) implements Outcome {}
    }

    /// One bar that stands.
    ///
    /// @param code a [Bar] or an older code of the same table
    /// @param times of a wish about time
    /// @param place of a wish about a place
    record Standing(
            Key key,
            String code,
            ConsumerId consumer,
            Optional<AccountId> account,
            Optional<PhoneId> phone,
            Instant from,
            Optional<Instant> until,
            String evidence,
            String source,
            Optional<AgentId> by,
            Optional<HoldOrder.Times> times,
            Optional<Place> place) {}
}
