package org.rightparty.dialer.selection;

import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.PhoneId;

import java.time.Instant;

/// What selection makes of one consumer in one campaign.
public sealed interface Choice {

    /// There is something to call about and a number to call.
    ///
    /// @param score expected value of the call in minor units
    /// @param notBefore when it is worth trying; the gate decides in the end
    /// @param why the sentence the agent reads; it names no amount
    record Candidate(
            AccountId account, PhoneId phone, Tier tier, int score, Instant notBefore, String why)
            implements Choice {}

    /// Not to be called for now, and no clock will change that.
    ///
    /// @param reason stable code
    record Parked(AccountId account, PhoneId phone, String reason) implements Choice {}

    /// Nothing to call about, or no number at all.
    record Nobody() implements Choice {}
}
