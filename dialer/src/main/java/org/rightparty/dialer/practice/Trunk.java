package org.rightparty.dialer.practice;

import org.rightparty.dialer.practice.Behaviour.Answers;
import org.rightparty.dialer.practice.Behaviour.Refuses;
import org.rightparty.dialer.practice.Behaviour.Rings;
import org.rightparty.dialer.practice.Behaviour.RingsOut;
import org.rightparty.dialer.practice.Exchange.By;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Carries an originate to the far end: a simulated consumer for `PJSIP/number@trunk`, one of our
/// own phones, which answers by itself, for `PJSIP/line`.
final class Trunk {
    private static final Pattern CONSUMER = Pattern.compile("PJSIP/(\\+?)([0-9]{7,15})@[\\w.-]+");
    private static final Duration FORBIDDEN_AFTER = Duration.ofMillis(20);
    private static final Duration RINGS_AFTER = Duration.ofMillis(120);
    private static final Duration OWN_PHONE_ANSWERS = Duration.ofMillis(300);
    private static final Refuses FORBIDDEN = new Refuses(FORBIDDEN_AFTER, Rings.NEVER, 21, 403);

    private static final int REASON_REFUSED = 0;
    private static final int REASON_TIMEOUT = 3;

    private final Timeline timeline;
    private final Notices notices;
    private final Exchange exchange;
    private final Consumers consumers;

    Trunk(Timeline timeline, Notices notices, Exchange exchange, Consumers consumers) {
        this.timeline = timeline;
        this.notices = notices;
        this.exchange = exchange;
        this.consumers = consumers;
    }

    /// Starts the call of a channel that the exchange has just taken up.
    void dial(Channel channel, Outgoing dialing, Duration timeout) {
        channel.dialing = Optional.of(dialing);
        Matcher consumer = CONSUMER.matcher(dialing.dialed());
        if (consumer.matches()) {
            play(channel, behaviour("+" + consumer.group(2)), timeout);
        } else {
            channel.step = timeline.after(OWN_PHONE_ANSWERS, () -> exchange.answered(channel));
        }
    }

    /// Numbers that a person could have are refused as a carrier refuses a caller it does not know.
    private Behaviour behaviour(String e164) {
        if (e164.matches("\\+[1-9][0-9]{6,14}")) {
            PhoneNumber number = new PhoneNumber(e164);
            return number.isFictional() ? consumers.next(number) : FORBIDDEN;
        } else {
            return FORBIDDEN;
        }
    }

    private void play(Channel channel, Behaviour behaviour, Duration timeout) {
        switch (behaviour) {
            case Answers answers when answers.ring().compareTo(timeout) < 0 -> {
                rings(channel);
                channel.step =
                        timeline.after(
                                later(answers.ring()),
                                () -> {
                                    channel.person = Optional.of(answers);
                                    exchange.answered(channel);
                                });
            }
            case Answers _, RingsOut _ -> ringsOut(channel, timeout);
            case Refuses refuses when refuses.after().compareTo(timeout) < 0 -> {
                if (refuses.rings() == Rings.FIRST) {
                    rings(channel);
                }
                channel.step =
                        timeline.after(
                                later(refuses.after()),
                                () ->
                                        fails(
                                                channel,
                                                REASON_REFUSED,
                                                refuses.cause(),
                                                refuses.sip()));
            }
            case Refuses _ -> ringsOut(channel, timeout);
        }
    }

    /// Never before the ringing has begun.
    private static Duration later(Duration delay) {
        Duration least = RINGS_AFTER.plusMillis(10);
        return delay.compareTo(least) < 0 ? least : delay;
    }

    private void rings(Channel channel) {
        timeline.after(
                RINGS_AFTER,
                () -> {
                    if (!channel.gone && channel.state == Channel.State.DOWN) {
                        channel.state = Channel.State.RINGING;
                        notices.rings(channel);
                    }
                });
    }

    private void ringsOut(Channel channel, Duration timeout) {
        rings(channel);
        channel.step =
                timeline.after(later(timeout), () -> fails(channel, REASON_TIMEOUT, 19, 480));
    }

    private void fails(Channel channel, int reason, int cause, int sip) {
        fail(channel, reason, cause, sip, By.US);
    }

    /// Ends a channel that was never answered. The order of the two last events is not fixed at
    /// Asterisk, so it changes here from channel to channel.
    void fail(Channel channel, int reason, int cause, int sip, By by) {
        Optional<Outgoing> dialing = channel.dialing;
        channel.dialing = Optional.empty();
        notices.dialEnded(channel, dialStatus(cause));
        Runnable told =
                () ->
                        dialing.ifPresent(outgoing ->
                                notices.notOriginated(outgoing, reason, channel.uniqueId));
        if (channel.uniqueId.hashCode() % 2 == 0) {
            told.run();
            exchange.hangUp(channel, cause, sip, by);
        } else {
            exchange.hangUp(channel, cause, sip, by);
            told.run();
        }
    }

    private static String dialStatus(int cause) {
        return switch (cause) {
            case 17 -> "BUSY";
            case 34 -> "CONGESTION";
            case 21 -> "CHANUNAVAIL";
            case 16 -> "CANCEL";
            default -> "NOANSWER";
        };
    }
}
