package org.rightparty.console.web;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.Role;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What goes over the wire between server and page, one record for each frame and each HTTP body.
///
/// Ids are numbers, instants ISO 8601 in UTC, days `YYYY-MM-DD`, money in minor units, absent facts
/// `null`. A type with several shapes names its own in `kind`. `ui/wire` mirrors these records, and
/// the golden files under `src/test/golden/wire` hold both sides to one another.
public interface Wire {

    /// What the server sends to a desk's socket, `/ws/desk`.
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = DeskFrame.class, name = "desk"),
        @JsonSubTypes.Type(value = DraftFrame.class, name = "draft"),
        @JsonSubTypes.Type(value = FloorFrame.class, name = "floor"),
        @JsonSubTypes.Type(value = AnswerFrame.class, name = "answer"),
        @JsonSubTypes.Type(value = Pong.class, name = "pong"),
        @JsonSubTypes.Type(value = Dismissed.class, name = "dismissed")
    })
    sealed interface ToPage {}

    /// The whole desk.
    ///
    /// @param seq grows with every frame of one socket; it may skip when the page is slow
    record DeskFrame(long seq, WireDesk desk) implements ToPage {}

    /// What was typed before the page went away. Sent once, after the first desk.
    record DraftFrame(long attempt, ObjectNode draft) implements ToPage {}

    /// The whole floor, once a second and soon after changes.
    record FloorFrame(long seq, WireFloor floor) implements ToPage {}

    /// What came of an ask.
    ///
    /// @param ref the page's own mark on its ask
    /// @param code empty when accepted
    record AnswerFrame(
            String ref, boolean accepted, String code, String sentence, List<Fault> faults)
            implements ToPage {}

    /// The answer to a ping.
    ///
    /// @param at the server's clock, for the page's timers
    record Pong(Instant at) implements ToPage {}

    /// The last frame before the server closes: this page is not the desk any more.
    record Dismissed(String reason) implements ToPage {}

    /// What a desk's page sends, on `/ws/desk`.
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Ask.class, name = "ask"),
        @JsonSubTypes.Type(value = Shown.class, name = "shown"),
        @JsonSubTypes.Type(value = SaveDraft.class, name = "draft"),
        @JsonSubTypes.Type(value = LineReady.class, name = "line"),
        @JsonSubTypes.Type(value = SoundArrives.class, name = "sound"),
        @JsonSubTypes.Type(value = Ping.class, name = "ping")
    })
    sealed interface FromDesk {}

    record Ask(String ref, WireIntent intent) implements FromDesk {}

    /// The account of this call is on the screen; sent after the browser has painted it.
    ///
    /// @param seq the frame that brought it
    record Shown(long seq, long attempt) implements FromDesk {}

    /// The half-filled wrap-up form, for safe keeping.
    ///
    /// @param draft the page's own: the server gives it back as it came and reads nothing in it
    record SaveDraft(long attempt, ObjectNode draft) implements FromDesk {}

    /// The softphone is registered and its microphone is live, or not any more.
    record LineReady(boolean ready) implements FromDesk {}

    /// The softphone counts packets of sound, or none for a few seconds.
    record SoundArrives(boolean arrives) implements FromDesk {}

    record Ping() implements FromDesk {}

    /// What a floor's page sends, on `/ws/floor`.
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = AskFloor.class, name = "ask"),
        @JsonSubTypes.Type(value = PingFloor.class, name = "ping")
    })
    sealed interface FromFloor {}

    record AskFloor(String ref, WireOrder order) implements FromFloor {}

    record PingFloor() implements FromFloor {}

    /// One field of a form and what to do about it.
    record Fault(String field, String sentence) {}

    /// An amount, in the minor units of its currency (ISO 4217).
    record Amount(long minorUnits, String currency) {}

    /// A telephone number.
    ///
    /// @param text as people write it, `(212) 555-0142`
    record Dialable(String e164, String text) {}

    // HTTP bodies.

    /// Body of every refusal.
    record Refused(String code, String sentence, List<Fault> faults) {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /// `POST /api/log-in`
    record LogIn(String login, String password) {
        @Override
        public String toString() {
            return "LogIn[]";
        }
    }

    /// Answer of `POST /api/log-in`.
    ///
    /// @param csrf to be repeated in `X-CSRF-Token` with every request that changes something
    record LoggedIn(Person agent, String csrf) {}

    /// `GET /api/me`; no body when nobody is logged in
    ///
    /// @param campaigns those this person may open a desk on
    /// @param campaign the one last worked on; absent when none
    record Me(
            Person agent,
            String csrf,
            List<Campaign> campaigns,
            Optional<Long> campaign,
            Optional<Long> desk) {}

    record Person(long id, String name, String login, List<Role> roles) {}

    record Campaign(long id, String name, Mode mode) {}

    /// One row of `GET /api/dispositions`.
    ///
    /// @param hotKey Alt and this digit; absent for the less common
    /// @param party RIGHT, THIRD, NOBODY or ANY: who must have spoken
    /// @param holdCode the hold it sets; absent when it sets none
    record Disposition(
            String code,
            String label,
            String category,
            Optional<Integer> hotKey,
            String party,
            boolean conversation,
            boolean needsPromise,
            boolean needsCallback,
            boolean needsNote,
            boolean needsReason,
            boolean needsPayment,
            boolean needsAttorney,
            Optional<String> holdCode) {}

    /// One row of `GET /api/reasons`: a reason for the delinquency.
    record Reason(String code, String label) {}

    /// `GET /api/desk/phone`: how the agent's line is connected. Here `kind` is in capitals.
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = BrowserPhone.class, name = "BROWSER"),
        @JsonSubTypes.Type(value = DeskPhone.class, name = "DESK"),
        @JsonSubTypes.Type(value = PracticePhone.class, name = "PRACTICE")
    })
    sealed interface Phone {}

    /// A softphone in the page.
    ///
    /// @param uri the SIP address to register
    record BrowserPhone(String uri, String password, String webSocketUrl, List<String> iceHosts)
            implements Phone {
        @Override
        public String toString() {
            return "BrowserPhone[]";
        }
    }

    record DeskPhone(String line) implements Phone {}

    /// No telephone at all: the practice carrier answers in the agent's place.
    record PracticePhone(String line) implements Phone {}

    /// `POST /api/search`: what is looked for stands in the body, because addresses end up in logs.
    ///
    /// @param q a name, a number or an account, as typed
    record Search(String q) {
        @Override
        public String toString() {
            return "Search[]";
        }
    }

    /// The answer.
    ///
    /// @param more there are others that match
    record FoundList(List<Found> found, boolean more) {}

    /// One row of the answer: an account to dial by hand. No money; and to agents no creditor.
    ///
    /// @param accountLast4 the end of the client's own account number
    /// @param client who placed the account; told to supervisors and officers only
    record Found(
            long account,
            long consumer,
            String name,
            String accountLast4,
            Optional<String> client,
            List<FoundPhone> phones) {}

    record FoundPhone(long id, Dialable number, String place, String lineType, String usable) {}
}
