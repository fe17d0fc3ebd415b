package org.rightparty.console.desk;

import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.PhoneNumber;

/// Takes down numbers that somebody gives in a call. Blocks.
public interface Numbers {
    /// Keeps the number with the person of the call, with whose word it is and what was consented
    /// to. The gate heeds it from then on: its area code is evidence of where the person may be,
    /// and nobody dials it ahead without consent.
    Answer learned(Learned number, AgentId by);

    /// @param place HOME, WORK, MOBILE or OTHER
    /// @param words what was said, for whoever asks later
    record Learned(
            AttemptId attempt,
            PhoneNumber number,
            String place,
            Giver giver,
            Dialing dialing,
            String words) {
        @Override
        public String toString() {
            return "Learned[attempt=" + attempt + "]";
        }
    }

    /// Whose word it is.
    enum Giver {
        /// Who has proved identity in this call.
        CONSUMER,
        SOMEBODY_ELSE
    }

    /// Whether the consumer agreed to be dialed there by a machine and to be played recorded
    /// messages (47 CFR 64.1200(a)(1)(iii)).
    enum Dialing {
        AGREED,
        REFUSED
    }
}
