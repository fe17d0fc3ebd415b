package org.rightparty.dialer.practice;

import org.rightparty.dialer.practice.Behaviour.Answers;
import org.rightparty.dialer.practice.Behaviour.Refuses;
import org.rightparty.dialer.practice.Behaviour.Rings;
import org.rightparty.dialer.practice.Behaviour.RingsOut;
import org.rightparty.dialer.practice.Behaviour.Voice;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// The people behind the numbers. Each number leans to one way of behaving, and chance has the
/// rest:
///
///     lean of a number      = mix at hash(seed, number)
///     n-th call of a number = its lean, with odds of 3 in 10; otherwise mix at hash(seed, number,
///     n)
///
/// Numbers that are out of service stay so on every call. Used on the carrier's thread only.
final class Consumers {
    /// Numbers whose calls are counted; the longest unused is forgotten and starts anew.
    private static final int NUMBERS_REMEMBERED_MAX = 200_000;

    private static final double LEANS = 0.3;

    private final PracticeConfig config;
    private final Map<PhoneNumber, Integer> calls =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<PhoneNumber, Integer> eldest) {
                    return size() > NUMBERS_REMEMBERED_MAX;
                }
            };

    Consumers(PracticeConfig config) {
        this.config = config;
    }

    /// What the next call of this number meets.
    Behaviour next(PhoneNumber number) {
        int count = calls.merge(number, 1, Integer::sum);
        return behaviour(number, count);
    }

    /// What the `count`-th call of this number meets, counted from 1.
    Behaviour behaviour(PhoneNumber number, int count) {
        long own = config.seed() * 31 + number.e164().hashCode();
        Mix.Kind lean = config.mix().at(new SplittableRandom(own).nextInt(1000));
        RandomGenerator chance = new SplittableRandom(own * 1_000_003 + count);
        boolean stays = lean == Mix.Kind.NOT_IN_SERVICE || chance.nextDouble() < LEANS;
        Mix.Kind drawn = config.mix().at(chance.nextInt(1000));
        return act(stays ? lean : drawn, chance);
    }

    private Behaviour act(Mix.Kind kind, RandomGenerator chance) {
        return switch (kind) {
            case PERSON -> answers(Voice.PERSON, config.talk(), chance);
            case MACHINE -> answers(Voice.MACHINE, config.machineRecords(), chance);
            case WRONG_NUMBER -> answers(Voice.STRANGER, seconds(6, 25), chance);
            case HANG_UP_AT_ONCE -> answers(Voice.HASTY, millis(200, 1200), chance);
            case RING_OUT -> new RingsOut();
            case BUSY -> refuses(Rings.NEVER, 17, 486, chance);
            case DECLINE -> refuses(Rings.FIRST, 21, 603, chance);
            case NOT_IN_SERVICE -> refuses(Rings.NEVER, 1, 404, chance);
            case CONGESTION -> refuses(Rings.NEVER, 34, 503, chance);
        };
    }

    private Answers answers(Voice voice, Span speaks, RandomGenerator chance) {
        return new Answers(
                config.ring().draw(chance),
                voice,
                speaks.draw(chance),
                config.patience().draw(chance),
                millis(1600, 2500).draw(chance));
    }

    private Refuses refuses(Rings rings, int cause, int sip, RandomGenerator chance) {
        Duration after =
                switch (rings) {
                    case NEVER -> millis(150, 900).draw(chance);
                    case FIRST -> config.ring().draw(chance).dividedBy(2);
                };
        return new Refuses(after, rings, cause, sip);
    }

    private static Span seconds(int least, int most) {
        return millis(least * 1000, most * 1000);
    }

    private static Span millis(int least, int most) {
        return new Span(
                Duration.ofMillis((least + most) / 2),
                0.4,
                Duration.ofMillis(least),
                Duration.ofMillis(most));
    }
}
