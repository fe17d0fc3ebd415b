package org.rightparty.compliance.gate;

import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.DialPath;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.PhoneId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Instant;
import java.util.Optional;

/// Attempts for tests of what comes after the gate: no gate was asked, nothing is recorded.
public final class TestAttempts {
    private static final PhoneNumber SHOWN = new PhoneNumber("+12025550100");

    private TestAttempts() {}

    /// An attempt that may be originated for two seconds from `grantedAt`.
    public static Attempt granted(
            AttemptId id, PhoneNumber number, int ringSeconds, Instant grantedAt) {
        DialRequest request =
                new DialRequest(
                        new CampaignId(1),
                        new ConsumerId(id.value()),
                        new AccountId(id.value()),
                        new PhoneId(id.value()),
                        Mode.PREDICTIVE,
                        DialPath.CAMPAIGN,
                        Optional.empty(),
                        ringSeconds);
        return permit(request, number, grantedAt).reserved(id, SHOWN);
    }

    /// A permit that no gate gave. It lives here because only this package can make one, and in the
    /// tests because nothing else may.
    public static DialPermit permit(DialRequest request, PhoneNumber number, Instant grantedAt) {
        return new DialPermit(request, number, grantedAt);
    }
}
