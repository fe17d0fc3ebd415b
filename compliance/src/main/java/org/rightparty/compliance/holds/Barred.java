package org.rightparty.compliance.holds;

import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneId;

import java.util.Optional;

/// Who is not to be called any more, from now on.
///
/// @param account the one debt it covers; empty for all
/// @param phone the one number it covers; empty for all
public record Barred(ConsumerId consumer, Optional<AccountId> account, Optional<PhoneId> phone) {

    /// Whether a call to this person about this debt on this number must not go on ringing.
    public boolean covers(ConsumerId called, AccountId about, PhoneId on) {
        return consumer.equals(called)
                && account.filter(one -> !one.equals(about)).isEmpty()
                && phone.filter(one -> !one.equals(on)).isEmpty();
    }
}
