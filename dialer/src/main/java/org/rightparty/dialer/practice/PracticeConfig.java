package org.rightparty.dialer.practice;

import java.time.Duration;

/// How the practice carrier behaves.
///
/// @param port TCP port on 127.0.0.1; 0 takes a free one
/// @param user name to log in with
/// @param secret password to log in with
/// @param seed same seed, same behaviour of the n-th call of each number
/// @param speed how many times faster than life everything runs; 1 in use, more in tests
/// @param ring how long a phone rings before it is answered
/// @param talk how long a person speaks with an agent before hanging up themselves
/// @param machineRecords how long an answering machine records before it hangs up
/// @param patience how long a person bears music or a recorded message
public record PracticeConfig(
        int port,
        String user,
        String secret,
        long seed,
        double speed,
        Mix mix,
        Span ring,
        Span talk,
        Span machineRecords,
        Span patience) {
    public PracticeConfig {
        if (speed <= 0 || port < 0 || port > 65_535) {
            throw new IllegalArgumentException("speed=" + speed + " port=" + port);
        }
    }

    /// Talks of about a minute and a half, so that agents practise negotiating and not only
    /// greeting.
    public static PracticeConfig standard(String user, String secret, long seed) {
        return new PracticeConfig(
                0,
                user,
                secret,
                seed,
                1,
                Mix.ORDINARY,
                span(9, 0.5, 2, 30),
                span(95, 0.7, 12, 600),
                span(45, 0.4, 20, 120),
                span(8, 0.8, 2, 120));
    }

    public PracticeConfig withPort(int other) {
        return new PracticeConfig(
                other, user, secret, seed, speed, mix, ring, talk, machineRecords, patience);
    }

    public PracticeConfig withSpeed(double other) {
        return new PracticeConfig(
                port, user, secret, seed, other, mix, ring, talk, machineRecords, patience);
    }

    public PracticeConfig withMix(Mix other) {
        return new PracticeConfig(
                port, user, secret, seed, speed, other, ring, talk, machineRecords, patience);
    }

    public PracticeConfig withSpans(Span otherRing, Span otherTalk) {
        return new PracticeConfig(
                port,
                user,
                secret,
                seed,
                speed,
                mix,
                otherRing,
                otherTalk,
                machineRecords,
                patience);
    }

    public PracticeConfig withPatience(Span other) {
        return new PracticeConfig(
                port, user, secret, seed, speed, mix, ring, talk, machineRecords, other);
    }

    private static Span span(int median, double spread, int least, int most) {
        return new Span(
                Duration.ofSeconds(median),
                spread,
                Duration.ofSeconds(least),
                Duration.ofSeconds(most));
    }
}
