package org.rightparty.console.desk;

import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.PhoneId;

import java.util.Optional;

/// Loads what an agent sees of an account, debt included. Blocks: call it while the phone rings.
public interface Screens {
    /// @param attempt the call the screen is for; empty while nothing is reserved
    /// @param why why this account is called now
    ScreenPop load(AccountId account, PhoneId dialed, Optional<AttemptId> attempt, CallReason why);
}
