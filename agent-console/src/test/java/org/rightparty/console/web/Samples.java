package org.rightparty.console.web;

import org.rightparty.console.agent.AgentState;
import org.rightparty.console.agent.Offer;
import org.rightparty.console.desk.CallReason;
import org.rightparty.console.desk.DeskSnapshot;
import org.rightparty.console.desk.NoCalls;
import org.rightparty.console.desk.ScreenPop;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.DialPath;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.Money;
import org.rightparty.vocabulary.Outcome;
import org.rightparty.vocabulary.PhoneId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One invented consumer, her debt and the desk in front of it.
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-03-02T20:15:00Z");
    public static final AttemptId ATTEMPT = new AttemptId(81);
    public static final CampaignId CAMPAIGN = new CampaignId(1);

    private Samples() {}

    public static ScreenPop screen() {
        return new ScreenPop(
                new ConsumerId(501),
                new AccountId(701),
                person(),
                dialed(),
                List.of("FULL_NAME", "DATE_OF_BIRTH", "NATIONAL_ID_LAST4", "ADDRESS"),
                List.of(
                        new ScreenPop.Flag("LANGUAGE", "Prefers Spanish."),
                        new ScreenPop.Flag("PREFERENCE", "No calls at work.")),
                List.of(),
                Optional.of(debt()));
    }

    private static ScreenPop.Person person() {
        return new ScreenPop.Person(
                "Maria",
                "Delgado",
                "es",
                Optional.of(LocalDate.parse("1984-07-19")),
                Optional.of("4321"),
                List.of(
                        new ScreenPop.Address(
                                "12 Example Street, Apt 4", "New York", "NY", "10001", true)),
                List.of(
                        new ScreenPop.Phone(
                                new PhoneId(901),
                                new PhoneNumber("+12125550142"),
                                "MOBILE",
                                "MOBILE",
                                "VERIFIED"),
                        new ScreenPop.Phone(
                                new PhoneId(902),
                                new PhoneNumber("+12125550177"),
                                "LANDLINE",
                                "HOME",
                                "UNVERIFIED")));
    }

    private static ScreenPop.Dialed dialed() {
        return new ScreenPop.Dialed(
                new PhoneNumber("+12125550142"),
                "MOBILE",
                "America/New_York",
                List.of("America/Chicago", "America/Detroit", "America/Adak"),
                Optional.of(Instant.parse("2026-03-03T02:00:00Z")),
                3,
                Optional.of(Instant.parse("2026-02-12T18:30:00Z")),
                CallReason.confidential("Broken promise of Feb 28, 2026"));
    }

    private static ScreenPop.Debt debt() {
        return new ScreenPop.Debt(
                "Northbank",
                "NB-100482-7781",
                "Northbank",
                "Northbank",
                "CARD",
                Money.dollars(148_217),
                Money.dollars(131_000),
                Money.dollars(12_217),
                Money.dollars(5_000),
                Money.dollars(148_217),
                LocalDate.parse("2025-09-30"),
                Money.dollars(140_000),
                Optional.of(LocalDate.parse("2025-10-10")),
                Optional.empty(),
                new ScreenPop.Policy(Money.dollars(103_752), 30, 3),
                List.of(
                        new ScreenPop.LinkedAccount(
                                new AccountId(702), "Cityphone", "TELECOM", Money.dollars(42_523))),
                List.of(
                        new ScreenPop.PastPromise(
                                Money.dollars(12_000), LocalDate.parse("2026-02-28"), "BROKEN")),
                past());
    }

    private static List<ScreenPop.History> past() {
        return List.of(
                new ScreenPop.History(
                        Instant.parse("2026-02-12T18:30:00Z"),
                        Optional.empty(),
                        "DISPOSITION",
                        "A. Kim",
                        "Promise to pay"),
                new ScreenPop.History(
                        Instant.parse("2026-02-10T15:00:00Z"),
                        Optional.empty(),
                        "CALL",
                        "",
                        "No answer"),
                new ScreenPop.History(
                        Instant.parse("2026-01-15T00:00:00Z"),
                        Optional.of(LocalDate.parse("2026-01-15")),
                        "PAYMENT",
                        "",
                        "$20.00"));
    }

    public static DeskSnapshot desk(
            long revision, AgentState state, Optional<DeskSnapshot.CallInFront> call) {
        return new DeskSnapshot(
                new AgentId(12),
                revision,
                NOW,
                CAMPAIGN,
                "Card 90",
                Mode.PREDICTIVE,
                state,
                DeskSnapshot.Line.UP,
                Optional.empty(),
                false,
                state instanceof AgentState.Ready
                        ? Optional.of(NoCalls.OUTSIDE_HOURS)
                        : Optional.empty(),
                state instanceof AgentState.NotReady ? Optional.of(missed()) : Optional.empty(),
                call);
    }

    public static DeskSnapshot.CallInFront call(DeskSnapshot.Phase phase, boolean verified) {
        return new DeskSnapshot.CallInFront(
                Optional.of(ATTEMPT),
                phase,
                Optional.of(NOW.minusSeconds(30)),
                phase == DeskSnapshot.Phase.ENDED
                        ? Optional.of(NOW.minusSeconds(5))
                        : Optional.empty(),
                phase == DeskSnapshot.Phase.ENDED ? "CONSUMER" : "",
                phase == DeskSnapshot.Phase.TALKING
                        ? DeskSnapshot.Recorded.RUNNING
                        : DeskSnapshot.Recorded.NOT,
                verified,
                Optional.empty(),
                Optional.of(screen()),
                List.of(
                        new DeskSnapshot.Duty(
                                "RECORDING_ANNOUNCEMENT", "Say that the call is recorded.")),
                false);
    }

    /// She asked to be called at this hour.
    public static Offer offer() {
        return new Offer(
                new ConsumerId(501),
                new AccountId(701),
                new PhoneId(901),
                DialPath.CALLBACK,
                "Callback the consumer asked for at 9:30 AM");
    }

    /// Her number was busy.
    public static DeskSnapshot.Missed missed() {
        return new DeskSnapshot.Missed(
                ATTEMPT,
                "Maria Delgado",
                Optional.of(new PhoneNumber("+12125550142")),
                Outcome.BUSY,
                false,
                "NETWORK",
                NOW.minusSeconds(5));
    }
}
