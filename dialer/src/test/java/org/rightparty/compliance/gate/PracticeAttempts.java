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

/// Attempts that no gate was asked for, to be placed at the practice carrier by its tests.
public final class PracticeAttempts {
    private PracticeAttempts() {}

    public static Attempt of(long id, String e164, Instant now) {
        DialRequest request =
                new DialRequest(
                        new CampaignId(1),
                        new ConsumerId(id),
                        new AccountId(id),
                        new PhoneId(id),
                        Mode.PREDICTIVE,
                        DialPath.CAMPAIGN,
                        Optional.empty(),
                        25);
        return new DialPermit(request, new PhoneNumber(e164), now).reserved(new AttemptId(id));
    }
}
