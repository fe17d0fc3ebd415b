package org.rightparty.console.desk;

import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.PhoneId;

import java.time.Instant;
import java.util.List;

/// Records dispositions. Blocks.
public interface WrapUps {
    /// Records the disposition with all that it brings (promise, callback, note, hold, the number's
    /// state) and its audit entry in one transaction, or declines with what is wrong in the form.
    /// Recording the same attempt again answers as the first time did and changes nothing.
    Answer record(AgentId agent, WrapUp wrapUp, Spoken spoken);

    /// What the telephone and the desk know of the conversation.
    ///
    /// @param rightParty the agent verified that it was the consumer
    record Spoken(Instant conversedAt, boolean rightParty, List<String> proofs) {
        public Spoken {
            proofs = List.copyOf(proofs);
        }
    }

    /// Conversations of this agent that still lack their disposition, oldest first.
    List<Undisposed> undisposed(AgentId agent);

    /// @param verifiedBy what the consumer proved identity with; empty when it was not verified
    record Undisposed(
            AttemptId attempt,
            AccountId account,
            PhoneId phone,
            Instant conversedAt,
            Instant endedAt,
            String hungUpBy,
            List<String> verifiedBy) {
        public Undisposed {
            verifiedBy = List.copyOf(verifiedBy);
        }
    }
}
