package org.rightparty.dialer.pacing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Whether each trunk still brings calls to the number's network, told within a few calls.
///
/// Page's test of every trunk for "half of the calls fail" against the share that usually fails:
///
///     score = max(0, score + ln(0.5 ÷ usual))              on a call that failed
///     score = max(0, score + ln(0.5 ÷ (1 − usual)))        on a call that got through
///
/// Above 7, four failures in a row at a usual 5 %, the trunk is failing, and dead when fewer than
/// one in ten got through since the score began. From then on the same test runs the other way
/// round, against the share that fails now: one call through a dead trunk, or three in a row
/// through a failing one, make it sound. Calls placed before a trunk fell do not speak for it.
///
/// Only calls on sound trunks say what is usual; a share above a quarter is not taken for that.
public final class TrunkHealth {
    private static final double FAILING = 0.5;
    private static final double SURE = 7;
    private static final double SURE_AGAIN = 1.8;
    private static final double DEAD_SHARE = 0.1;
    private static final double USUAL_LEAST = 0.05;
    private static final double USUAL_MOST = 0.25;
    private static final double MEMORY_CALLS = 2_000;
    private static final double PRIOR_CALLS = 100;
    private static final int TRIED = 5;

    private final Map<String, Trunk> trunks = new LinkedHashMap<>();
    private double calls = PRIOR_CALLS;
    private double failures = PRIOR_CALLS * USUAL_LEAST / 2;

    private static final class Trunk {
        private Standing standing = Standing.UNTRIED;
        private Instant since = Instant.MIN;
        private double score;
        private double failed;
        private double through;
        private int tried;

        private void count(boolean got) {
            tried++;
            failed += got ? 0 : 1;
            through += got ? 1 : 0;
        }

        private void begin() {
            score = 0;
            failed = 0;
            through = 0;
        }

        private double failedShare() {
            return (failed + FAILING) / (failed + through + 1);
        }

        private boolean isOut() {
            return standing == Standing.DEAD || standing == Standing.FAILING;
        }
    }

    /// A call on this trunk got through to the number's network, or did not.
    ///
    /// @return whether the trunk's standing changed
    public boolean saw(String trunk, boolean through, Instant placedAt, Instant now) {
        Trunk t = trunks.computeIfAbsent(trunk, _ -> new Trunk());
        Standing before = t.standing;
        if (t.isOut() && through && placedAt.isBefore(t.since)) {
            return false;
        }
        if (t.isOut()) {
            recover(t, through);
        } else {
            watch(t, through);
        }
        if (t.standing != before) {
            t.since = now;
        }
        return t.standing != before;
    }

    private void watch(Trunk t, boolean through) {
        double usual = usual();
        double keep = 1 - 1 / MEMORY_CALLS;
        calls = calls * keep + 1;
        failures = failures * keep + (through ? 0 : 1);
        t.count(through);
        t.score += Math.log(FAILING / (through ? 1 - usual : usual));
        if (t.score > SURE) {
            boolean dead = t.through < DEAD_SHARE * (t.failed + t.through);
            t.standing = dead ? Standing.DEAD : Standing.FAILING;
            t.score = 0;
        } else {
            if (t.score <= 0) {
                t.begin();
            }
            t.standing = t.tried < TRIED ? Standing.UNTRIED : Standing.SOUND;
        }
    }

    private void recover(Trunk t, boolean through) {
        double usual = usual();
        double now = Math.clamp(t.failedShare(), FAILING, 1 - USUAL_LEAST);
        t.score += through ? Math.log((1 - usual) / (1 - now)) : Math.log(usual / now);
        t.score = Math.max(0, t.score);
        t.count(through);
        if (t.score > SURE_AGAIN) {
            t.standing = Standing.SOUND;
            t.begin();
        }
    }

    private double usual() {
        return Math.clamp(failures / calls, USUAL_LEAST, USUAL_MOST);
    }

    public Standing of(String trunk) {
        Trunk t = trunks.get(trunk);
        return t == null ? Standing.UNTRIED : t.standing;
    }

    /// The share of calls that get through, as far as the trunk is not sound; 1 otherwise.
    public double through(String trunk) {
        Trunk t = trunks.get(trunk);
        return t == null || !t.isOut() ? 1 : 1 - t.failedShare();
    }

    /// Whether every trunk that was tried is dead.
    public boolean isCutOff() {
        return !trunks.isEmpty()
                && trunks.values().stream().allMatch(t -> t.standing == Standing.DEAD);
    }

    /// Trunks that calls should go round: the dead, and the failing while another is not.
    public Set<String> avoid() {
        boolean better = trunks.values().stream().anyMatch(t -> !t.isOut());
        Set<String> avoid = new LinkedHashSet<>();
        trunks.forEach((name, t) -> {
            if (t.standing == Standing.DEAD || (better && t.isOut())) {
                avoid.add(name);
            }
        });
        return avoid;
    }
}
