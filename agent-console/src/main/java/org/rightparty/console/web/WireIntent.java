package org.rightparty.console.web;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.rightparty.console.agent.PauseReason;
import org.rightparty.console.desk.Intent;
import org.rightparty.console.desk.WrapUp;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.Money;
import org.rightparty.vocabulary.PhoneId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/// What an agent asks for, as the page writes it.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WireIntent.CallMyLine.class, name = "callMyLine"),
    @JsonSubTypes.Type(value = WireIntent.GoReady.class, name = "goReady"),
    @JsonSubTypes.Type(value = WireIntent.Pause.class, name = "pause"),
    @JsonSubTypes.Type(value = WireIntent.DialPreview.class, name = "dialPreview"),
    @JsonSubTypes.Type(value = WireIntent.SkipPreview.class, name = "skipPreview"),
    @JsonSubTypes.Type(value = WireIntent.DialManually.class, name = "dialManually"),
    @JsonSubTypes.Type(value = WireIntent.Transfer.class, name = "transfer"),
    @JsonSubTypes.Type(value = WireIntent.CancelTransfer.class, name = "cancelTransfer"),
    @JsonSubTypes.Type(value = WireIntent.HangUp.class, name = "hangUp"),
    @JsonSubTypes.Type(value = WireIntent.Hold.class, name = "hold"),
    @JsonSubTypes.Type(value = WireIntent.Resume.class, name = "resume"),
    @JsonSubTypes.Type(value = WireIntent.PauseRecording.class, name = "pauseRecording"),
    @JsonSubTypes.Type(value = WireIntent.ResumeRecording.class, name = "resumeRecording"),
    @JsonSubTypes.Type(value = WireIntent.AnnounceRecording.class, name = "announceRecording"),
    @JsonSubTypes.Type(value = WireIntent.VerifyIdentity.class, name = "verifyIdentity"),
    @JsonSubTypes.Type(value = WireIntent.Dispose.class, name = "dispose"),
    @JsonSubTypes.Type(value = WireIntent.AskForHelp.class, name = "askForHelp"),
    @JsonSubTypes.Type(value = WireIntent.LogOut.class, name = "logOut")
})
public sealed interface WireIntent {
    record CallMyLine() implements WireIntent {}

    record GoReady() implements WireIntent {}

    record Pause(PauseReason reason) implements WireIntent {}

    record DialPreview() implements WireIntent {}

    record SkipPreview(String reason) implements WireIntent {}

    record DialManually(long account, long phone) implements WireIntent {}

    record Transfer(long attempt, long phone) implements WireIntent {}

    record CancelTransfer() implements WireIntent {}

    record HangUp() implements WireIntent {}

    record Hold() implements WireIntent {}

    record Resume() implements WireIntent {}

    record PauseRecording() implements WireIntent {}

    record ResumeRecording() implements WireIntent {}

    record AnnounceRecording(long attempt) implements WireIntent {}

    record VerifyIdentity(long attempt, List<String> proofs) implements WireIntent {}

    /// @param pause absent to be ready
    record Dispose(WireWrapUp wrapUp, Optional<PauseReason> pause) implements WireIntent {}

    record AskForHelp(boolean wanted) implements WireIntent {}

    record LogOut() implements WireIntent {}

    /// The wrap-up form, complete.
    record WireWrapUp(
            long attempt,
            String code,
            String reason,
            String note,
            Optional<WirePromise> promise,
            Optional<WireCallback> callback,
            Optional<WirePayment> payment,
            Optional<WireAttorney> attorney) {
        WrapUp toCore() {
            return new WrapUp(
                    new AttemptId(attempt),
                    code,
                    reason,
                    note,
                    promise.map(WirePromise::toCore),
                    callback.map(WireCallback::toCore),
                    payment.map(WirePayment::toCore),
                    attorney.map(WireAttorney::toCore));
        }

        @Override
        public String toString() {
            return "WireWrapUp[" + attempt + "]";
        }
    }

    record WirePromise(Wire.Amount amount, LocalDate dueOn, String method) {
        WrapUp.Promise toCore() {
            return new WrapUp.Promise(
                    new Money(amount.minorUnits(), Currency.getInstance(amount.currency())),
                    dueOn,
                    method);
        }
    }

    record WirePayment(Wire.Amount amount, String method, String confirmation) {
        WrapUp.Payment toCore() {
            return new WrapUp.Payment(
                    new Money(amount.minorUnits(), Currency.getInstance(amount.currency())),
                    method,
                    confirmation);
        }

        @Override
        public String toString() {
            return "WirePayment[]";
        }
    }

    record WireAttorney(String name, String firm, String reach) {
        WrapUp.Attorney toCore() {
            return new WrapUp.Attorney(name, firm, reach);
        }

        @Override
        public String toString() {
            return "WireAttorney[]";
        }
    }

    record WireCallback(
            Instant dueAt,
            String zone,
            Optional<Long> phone,
            boolean mine,
            boolean askedByConsumer) {
        WrapUp.Callback toCore() {
            return new WrapUp.Callback(dueAt, zone, phone.map(PhoneId::new), mine, askedByConsumer);
        }
    }

    /// The same in the core's words.
    ///
    /// @throws IllegalArgumentException when a value is none, such as an unknown currency
    static Intent toCore(WireIntent intent) {
        return switch (intent) {
            case CallMyLine i -> new Intent.CallMyLine();
            case GoReady i -> new Intent.GoReady();
            case Pause i -> new Intent.Pause(i.reason());
            case DialPreview i -> new Intent.DialPreview();
            case SkipPreview i -> new Intent.SkipPreview(i.reason());
            case DialManually i ->
                    new Intent.DialManually(new AccountId(i.account()), new PhoneId(i.phone()));
            case Transfer i ->
                    new Intent.Transfer(new AttemptId(i.attempt()), new PhoneId(i.phone()));
            case CancelTransfer i -> new Intent.CancelTransfer();
            case HangUp i -> new Intent.HangUp();
            case Hold i -> new Intent.Hold();
            case Resume i -> new Intent.Resume();
            case PauseRecording i -> new Intent.PauseRecording();
            case ResumeRecording i -> new Intent.ResumeRecording();
            case AnnounceRecording i -> new Intent.AnnounceRecording(new AttemptId(i.attempt()));
            case VerifyIdentity i ->
                    new Intent.VerifyIdentity(new AttemptId(i.attempt()), i.proofs());
            case Dispose i -> new Intent.Dispose(i.wrapUp().toCore(), i.pause());
            case AskForHelp i -> new Intent.AskForHelp(i.wanted());
            case LogOut i -> new Intent.LogOut();
        };
    }
}
