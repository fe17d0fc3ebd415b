package org.rightparty.dialer.postgres;

import org.rightparty.dialer.selection.CandidateFacts;
import org.rightparty.dialer.selection.Choice;
import org.rightparty.dialer.selection.ExpectedValue;
import org.rightparty.dialer.selection.Tier;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneId;

import java.time.Instant;

/// One row of `dial_candidate` as selection wants it.
record CandidateRow(
        CampaignId campaign,
        ConsumerId consumer,
        AccountId account,
        PhoneId phone,
        int group,
        Tier tier,
        int score,
        boolean due,
        Instant nextAt,
        String parked,
        String why,
        int oddsPermille,
        String waitsFor) {
    private static final int USUAL = 1_000;

    static CandidateRow of(Dossier dossier, Choice.Candidate chosen, int group, Instant now) {
        return new CandidateRow(
                dossier.campaign(),
                dossier.facts().consumer(),
                chosen.account(),
                chosen.phone(),
                group,
                chosen.tier(),
                chosen.score(),
                !chosen.notBefore().isAfter(now),
                chosen.notBefore(),
                "",
                chosen.why(),
                odds(dossier.facts(), chosen, now),
                Waits.of(dossier, chosen, now));
    }

    private static int odds(CandidateFacts facts, Choice.Candidate chosen, Instant now) {
        Instant at = chosen.notBefore().isAfter(now) ? chosen.notBefore() : now;
        return facts.lines().stream()
                .filter(line -> line.phone().equals(chosen.phone()))
                .findFirst()
                .map(line ->
                        ExpectedValue.oddsPermille(line, facts.tries(), at.atZone(facts.clock())))
                .orElse(USUAL);
    }

    static CandidateRow of(Dossier dossier, Choice.Parked parked, int group, Instant now) {
        return new CandidateRow(
                dossier.campaign(),
                dossier.facts().consumer(),
                parked.account(),
                parked.phone(),
                group,
                Tier.POOL,
                0,
                false,
                now,
                parked.reason(),
                "",
                USUAL,
                "");
    }
}
