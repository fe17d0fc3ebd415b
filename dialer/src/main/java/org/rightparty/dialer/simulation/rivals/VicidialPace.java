package org.rightparty.dialer.simulation.rivals;

import org.rightparty.dialer.pacing.Floor;
import org.rightparty.dialer.pacing.Guard;
import org.rightparty.dialer.pacing.News;
import org.rightparty.dialer.pacing.Pace;
import org.rightparty.dialer.pacing.PaceDecision;
import org.rightparty.dialer.pacing.Reasons;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;

/// VICIdial's loops: the floor is sampled each second, the level follows every 15 seconds, drops
/// are counted every 60, and every 2.5 seconds calls are placed:
///
///     goal = L · N + talking calls (only when only ready agents count), less calls that are up
///
/// where N are the ready agents, and those with a call too unless only ready ones count; the target
/// is added to N when the settings say so. Below the settings' threshold of agents L is 1.
public final class VicidialPace implements Pace {
    private static final Duration SAMPLE = Duration.ofSeconds(1);
    private static final int SAMPLES_A_LEVEL = 15;
    private static final Duration COUNT = Duration.ofSeconds(60);
    private static final Duration PLACE = Duration.ofMillis(2_500);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final VicidialLevel rule;
    private final VicidialSettings settings;
    private final Deque<Instant> placed = new ArrayDeque<>();
    private final Deque<Instant> dropped = new ArrayDeque<>();
    private double level;
    private double surplus;
    private double agents;
    private int samples;
    private long answeredToday;
    private long droppedToday;
    private double lastMinuteShare;
    private int lastMinuteCalls;
    private double todayShare;
    private int todayCalls;
    private int placedToday;
    private boolean overLimit;
    private Instant sampleAt = Instant.MIN;
    private Instant countAt = Instant.MIN;
    private Instant placeAt = Instant.MIN;

    /// @param ceiling of the scenario, in per cent: what may be dropped unless the settings say
    public VicidialPace(VicidialLevel.Method method, VicidialSettings settings, double ceiling) {
        this.rule =
                new VicidialLevel(
                        method,
                        settings.maximum(),
                        settings.intensity(),
                        settings.target(),
                        settings.dropped().orElse(ceiling),
                        settings.latest());
        this.level = settings.initial();
        this.settings = settings;
    }

    @Override
    public PaceDecision decide(Floor floor) {
        floor.news().forEach(news -> learn(news, floor.at()));
        if (!floor.at().isBefore(countAt)) {
            countAt = floor.at().plus(COUNT);
            count(floor.at());
        }
        if (!floor.at().isBefore(sampleAt)) {
            sampleAt = floor.at().plus(SAMPLE);
            sample(floor);
        }
        int wanted = 0;
        if (!floor.at().isBefore(placeAt) && floor.ordered() == 0) {
            placeAt = floor.at().plus(PLACE);
            wanted = Math.max(0, place(floor));
        }
        int dials = Math.min(wanted, floor.room().calls());
        placedToday += dials;
        for (int i = 0; i < dials; i++) {
            placed.add(floor.at());
        }
        return new PaceDecision(dials, Reasons.plain(floor, guard(dials < wanted)));
    }

    private Guard guard(boolean cut) {
        return cut ? Guard.ROOM : overLimit ? Guard.CEILING : Guard.MODE;
    }

    private void learn(News news, Instant now) {
        switch (news) {
            case News.Served _ -> answeredToday++;
            case News.Abandoned _ -> {
                answeredToday++;
                droppedToday++;
                dropped.add(now);
            }
            case News.Answered _, News.Unanswered _, News.TalkEnded _, News.WrapUpEnded _ -> {}
        }
    }

    private void count(Instant now) {
        Instant from = now.minus(MINUTE);
        placed.removeIf(at -> at.isBefore(from));
        dropped.removeIf(at -> at.isBefore(from));
        lastMinuteCalls = placed.size();
        lastMinuteShare = percent(dropped.size(), placed.size());
        todayCalls = placedToday;
        todayShare = Math.round(100 * percent(droppedToday, answeredToday)) / 100.0;
    }

    private static double percent(long part, long whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }

    private void sample(Floor floor) {
        surplus += floor.ready() - (double) floor.waiting();
        agents += floor.agents().size();
        samples++;
        if (samples == SAMPLES_A_LEVEL) {
            LocalTime clock = floor.at().atZone(ZoneOffset.UTC).toLocalTime();
            VicidialLevel.Seen seen =
                    new VicidialLevel.Seen(
                            surplus / samples,
                            agents / samples,
                            lastMinuteCalls,
                            lastMinuteShare,
                            todayCalls,
                            todayShare,
                            clock.getHour() * 100 + clock.getMinute());
            level = isBelowThreshold(floor) ? 1 : rule.next(level, seen);
            overLimit = rule.isOverLimit(seen);
            surplus = 0;
            agents = 0;
            samples = 0;
        }
    }

    private boolean isBelowThreshold(Floor floor) {
        return settings.threshold().filter(t -> t.fires(floor)).isPresent();
    }

    private int place(Floor floor) {
        int talking = floor.count(Floor.Work.TALKING) + floor.count(Floor.Work.CONNECTING);
        boolean onlyReady = settings.counting() == VicidialSettings.Counting.AVAILABLE_ONLY;
        double counted = floor.ready() + (onlyReady ? 0 : talking);
        double team = Math.max(0, counted + (settings.placed() ? settings.target() : 0));
        double now = isBelowThreshold(floor) ? 1 : level;
        int goal = (int) Math.rint(now * team + (onlyReady ? talking : 0));
        return goal - talking - floor.waiting() - floor.dials().size();
    }
}
