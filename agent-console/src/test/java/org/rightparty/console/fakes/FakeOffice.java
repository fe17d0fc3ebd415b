package org.rightparty.console.fakes;

import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Explanation;
import org.rightparty.compliance.gate.Explanation.Answer;
import org.rightparty.compliance.gate.Explanation.Input;
import org.rightparty.compliance.gate.Explanation.Row;
import org.rightparty.compliance.gate.Reach;
import org.rightparty.compliance.rules.Provenance;
import org.rightparty.compliance.rules.RuleType;
import org.rightparty.compliance.rules.Strength;
import org.rightparty.compliance.zones.Whereabouts;
import org.rightparty.console.office.Funnel;
import org.rightparty.console.office.Office;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.DialPath;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.Outcome;
import org.rightparty.vocabulary.PhoneId;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/// Two numbers of the sample account: one that a rule keeps back, one that may be called.
public final class FakeOffice implements Office {
    public static final Instant NOON = Instant.parse("2026-11-18T17:00:00Z");
    private static final String BOOK = "us-federal 2026.2";
    private static final PhoneId HELD_BACK = new PhoneId(901);
    private static final PhoneId FREE = new PhoneId(902);

    @Override
    public List<Explanation> explain(
            AccountId account, Optional<PhoneId> phone, Optional<Mode> mode, Optional<Instant> at) {
        return List.of(HELD_BACK, FREE).stream()
                .filter(one -> phone.map(one::equals).orElse(true))
                .map(one -> explained(account, one, mode.orElse(Mode.PREDICTIVE), at.orElse(NOON)))
                .toList();
    }

    @Override
    public Optional<ConsumerId> owner(AccountId account) {
        return account.value() == 404 ? Optional.empty() : Optional.of(new ConsumerId(38));
    }

    private static Explanation explained(AccountId account, PhoneId phone, Mode mode, Instant at) {
        boolean free = phone.equals(FREE);
        DialRequest request =
                new DialRequest(
                        new CampaignId(1),
                        new ConsumerId(38),
                        account,
                        phone,
                        mode,
                        DialPath.CAMPAIGN,
                        Optional.empty(),
                        25);
        return new Explanation(
                request,
                at,
                "us-federal 2026.2, us-states 2026.2, house-policy 2026.2",
                "ab".repeat(32),
                new Whereabouts(
                        Set.of(ZoneId.of("America/New_York")),
                        new TreeSet<>(Set.of("US", "US-NY"))),
                List.of(
                        new Reach("US", List.of("where we work from")),
                        new Reach("US-NY", List.of("the consumer's address"))),
                List.of(
                        frequency(free),
                        hours(),
                        other("US-MA-FREQ-2IN7", Answer.NOT_CONCERNED, "For US-MA only."),
                        other("UK-HRS", Answer.SWITCHED_OFF, "Nobody has confirmed it.")),
                Optional.of(free ? at : at.plusSeconds(86_400)));
    }

    private static Row frequency(boolean passes) {
        return new Row(
                "US-FED-7IN7",
                RuleType.FREQUENCY_CAP,
                BOOK,
                "US",
                "12 CFR 1006.14(b)(2)(i)(A)",
                Strength.PRESUMPTION,
                Provenance.VERIFIED,
                "FREQ_FED_7IN7",
                "Seven calls in seven days about this debt.",
                passes ? Answer.PASSES : Answer.REFUSES,
                List.of(
                        new Input("calls that count", passes ? "2" : "7"),
                        new Input("first of them", "2026-11-12T15:04:00Z")),
                passes ? Optional.empty() : Optional.of(NOON.plusSeconds(86_400)),
                passes ? "" : "One of the seven calls has to be eight days old.");
    }

    private static Row hours() {
        return new Row(
                "US-FED-HRS",
                RuleType.CONTACT_HOURS,
                BOOK,
                "US",
                "12 CFR 1006.6(b)(1)(i)",
                Strength.STATUTE,
                Provenance.VERIFIED,
                "OUTSIDE_HOURS",
                "Outside 08:00 to 21:00 where the consumer is.",
                Answer.PASSES,
                List.of(new Input("America/New_York", "12:00")),
                Optional.empty(),
                "");
    }

    private static Row other(String id, Answer answer, String why) {
        return new Row(
                id,
                RuleType.FREQUENCY_CAP,
                "us-states 2026.2",
                "US-MA",
                "209 CMR 18.16(1)(d)",
                Strength.STATUTE,
                Provenance.SECONDARY,
                id,
                "Two calls in seven days.",
                answer,
                List.of(),
                Optional.empty(),
                why);
    }

    @Override
    public Past past(long decision) {
        return decision == 404
                ? new Past.Untold("UNKNOWN", "There is no such decision.")
                : new Past.Told(
                        explained(new AccountId(701), HELD_BACK, Mode.PREDICTIVE, NOON),
                        false,
                        "2026b",
                        Optional.of(new Line("0142", "MOBILE")));
    }

    @Override
    public Optional<Funnel> whyNot(CampaignId campaign) {
        return campaign.value() > 9
                ? Optional.empty()
                : Optional.of(
                        new Funnel(
                                campaign,
                                NOON,
                                52_400,
                                List.of(
                                        new Funnel.Step("CLOSED", "Paid or closed", false, 8_020),
                                        new Funnel.Step("HOLD_CEASE", "Cease", false, 1_204),
                                        new Funnel.Step("OUTSIDE_HOURS", "Hours", true, 21_960)),
                                21_216));
    }

    @Override
    public Optional<List<AccountId>> behind(Funnel.Page page) {
        return page.campaign().value() > 9
                ? Optional.empty()
                : Optional.of(
                        LongStream.rangeClosed(701, 760)
                                .filter(account -> account > page.after())
                                .limit(page.countMax())
                                .mapToObj(AccountId::new)
                                .toList());
    }

    @Override
    public Corrected correct(AttemptId attempt, Outcome outcome, String reason, AgentId by) {
        return attempt.value() == 404
                ? new Corrected.Refused("UNKNOWN", "There is no such call.")
                : new Corrected.Done(2);
    }
}
