package org.rightparty.console.desk;

import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.PhoneId;

/// Loads what an agent sees of an account, debt included. Blocks: call it while the phone rings.
public interface Screens {
    /// @param why one sentence on why this account is called now
    ScreenPop load(AccountId account, PhoneId dialed, String why);
}
