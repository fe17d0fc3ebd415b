package org.rightparty.dialer.asterisk;

import org.asteriskjava.manager.ManagerEventListener;
import org.asteriskjava.manager.event.ConfbridgeJoinEvent;
import org.asteriskjava.manager.event.ConnectEvent;
import org.asteriskjava.manager.event.ContactStatusEvent;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.CoreShowChannelsCompleteEvent;
import org.asteriskjava.manager.event.DialStateEvent;
import org.asteriskjava.manager.event.DisconnectEvent;
import org.asteriskjava.manager.event.FullyBootedEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.MixMonitorStartEvent;
import org.asteriskjava.manager.event.OriginateResponseEvent;
import org.jspecify.annotations.Nullable;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.call.CallEvent.Played.Progress;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Translates manager events on the library's reader thread and hands them over at once: that
/// thread also brings the responses, and drops events while it waits. It sends nothing.
final class EventReader implements ManagerEventListener {
    private static final String CHANNEL_UP = "6";

    /// What the names of rooms without an agent begin with; others are numbers of lines.
    private static final String PAIR = "pair";

    private static final Pattern CALLER =
            Pattern.compile("(?<ten>[2-9][0-9]{9})|\\+?(?<whole>[1-9][0-9]{6,14})");

    private final ChannelIds ids;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Consumer<Heard> handOver;

    EventReader(ChannelIds ids, InstantSource clock, LongSupplier nanos, Consumer<Heard> handOver) {
        this.ids = ids;
        this.clock = clock;
        this.nanos = nanos;
        this.handOver = handOver;
    }

    @Override
    public void onManagerEvent(ManagerEvent event) {
        long readNanos = nanos.getAsLong();
        translate(event, clock.instant(), readNanos).ifPresent(handOver);
    }

    private Optional<? extends Heard> translate(ManagerEvent event, Instant at, long readNanos) {
        return switch (event) {
            case SwitchEvents.Said said -> said(said, at, readNanos);
            case SwitchEvents.CameIn in ->
                    number(text(in.getCaller())).map(from -> new Heard.CameIn(from, at));
            case ConfbridgeJoinEvent join -> joined(join, at);
            case DialStateEvent dial -> rang(dial, at);
            case SwitchEvents.Ended ended -> ended(ended, at);
            case SwitchEvents.FarEndHungUp far ->
                    ids.call(far.getUniqueId()).map(Heard.FarEndHungUp::new);
            case OriginateResponseEvent response -> originateFailed(response, at);
            case MixMonitorStartEvent start ->
                    ids.call(start.getUniqueId()).map(c -> new Heard.RecordingBegan(c, at));
            case ContactStatusEvent contact -> contact(contact);
            case CoreShowChannelEvent row -> Optional.of(row(row));
            case CoreShowChannelsCompleteEvent end ->
                    Optional.of(new Heard.RowsEnd(text(end.getActionId())));
            case ConnectEvent _ -> Optional.of(new Heard.Connected());
            case DisconnectEvent _ -> Optional.of(new Heard.Disconnected(at));
            case FullyBootedEvent boot -> Optional.of(new Heard.Booted(uptime(boot)));
            default -> Optional.empty();
        };
    }

    private Optional<? extends Heard> said(SwitchEvents.Said said, Instant at, long readNanos) {
        return ids.call(said.getUniqueId()).flatMap(call -> said(said, call, at, readNanos));
    }

    private static Optional<? extends Heard> said(
            SwitchEvents.Said said, AttemptId call, Instant at, long readNanos) {
        return switch (said) {
            case SwitchEvents.Answered _ -> told(new CallEvent.Answered(call, at, readNanos));
            case SwitchEvents.Screening _ -> told(new CallEvent.ScreeningBegan(call, at));
            case SwitchEvents.Amd amd when amd.getStatus().equals("MACHINE") ->
                    told(new CallEvent.MachineHeard(call, amd.getCause(), at));
            case SwitchEvents.Abandoned _ -> told(new CallEvent.Abandoned(call, at));
            case SwitchEvents.Orphaned _ -> told(new CallEvent.Orphaned(call, at));
            case SwitchEvents.Held _ -> told(new CallEvent.Held(call, at));
            case SwitchEvents.MessageBegan began ->
                    told(new CallEvent.Played(call, began.getMessage(), Progress.BEGAN, at));
            case SwitchEvents.MessagePlayed played ->
                    told(new CallEvent.Played(call, played.getMessage(), end(played), at));
            case SwitchEvents.Amd _ -> Optional.empty();
        };
    }

    private static Progress end(SwitchEvents.MessagePlayed played) {
        return played.getStatus().equals("SUCCESS") ? Progress.FINISHED : Progress.FAILED;
    }

    private static Optional<Heard> told(CallEvent event) {
        return Optional.of(new Heard.OfCall(event));
    }

    private Optional<? extends Heard> joined(ConfbridgeJoinEvent join, Instant at) {
        String room = text(join.getConference());
        String channelId = text(join.getUniqueId());
        Optional<AttemptId> call = ids.call(channelId);
        if (call.isPresent()) {
            return told(
                    room.startsWith(PAIR)
                            ? new CallEvent.Paired(call.get(), at)
                            : new CallEvent.Joined(call.get(), room, at));
        }
        return ids.line(channelId).map(line -> new Heard.LineJoined(line, channelId, at));
    }

    private Optional<Heard> rang(DialStateEvent dial, Instant at) {
        return "RINGING".equals(dial.getDialStatus())
                ? ids.call(dial.getDestUniqueId())
                        .map(call -> new Heard.OfCall(new CallEvent.Rang(call, at)))
                : Optional.empty();
    }

    private Optional<? extends Heard> ended(SwitchEvents.Ended ended, Instant at) {
        int cause = ended.getCause() == null ? 0 : ended.getCause();
        String channelId = text(ended.getUniqueId());
        Optional<AttemptId> call = ids.call(channelId);
        if (call.isPresent()) {
            String sipCode = text(ended.getTechCause());
            return Optional.of(new Heard.CallEnded(call.get(), cause, sipCode, at));
        }
        return ids.line(channelId).map(l -> new Heard.LineEnded(l, channelId, cause, at));
    }

    private static Optional<Heard> originateFailed(OriginateResponseEvent response, Instant at) {
        return response.isSuccess()
                ? Optional.empty()
                : Optional.of(new Heard.OriginateFailed(text(response.getActionId()), at));
    }

    private static Optional<Heard> contact(ContactStatusEvent contact) {
        return ContactStatusEvent.STATUS_REMOVED.equals(contact.getContactStatus())
                ? Endpoints.browserLine(contact.getAor()).map(Heard.ContactGone::new)
                : Optional.empty();
    }

    private static Heard row(CoreShowChannelEvent row) {
        return new Heard.Row(
                text(row.getActionId()),
                text(row.getUniqueid()),
                text(row.getChannel()),
                text(row.getContext()),
                text(row.getExten()),
                text(row.getApplication()),
                CHANNEL_UP.equals(String.valueOf(row.getChannelState())));
    }

    private static Duration uptime(FullyBootedEvent boot) {
        return Duration.ofSeconds(boot.getUptime() == null ? Long.MAX_VALUE : boot.getUptime());
    }

    /// Carriers give it with the country code, with or without the plus, and those of North America
    /// its ten digits alone. Empty when it is withheld.
    private static Optional<PhoneNumber> number(String digits) {
        Matcher caller = CALLER.matcher(digits);
        if (!caller.matches()) {
            return Optional.empty();
        }
        String national = caller.group("ten");
        return Optional.of(
                new PhoneNumber(national == null ? "+" + caller.group("whole") : "+1" + national));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
