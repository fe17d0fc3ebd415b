package org.rightparty.dialer.pacing;

import org.rightparty.vocabulary.Aim;

/// Dials ahead of the agents, under a budget for abandonment: as many calls as have, each, a chance
/// of abandonment up to the price that the budget sets; never fewer than one to one, and one to one
/// near the ceiling, within a bad hour, and until enough was seen.
///
/// What it learns, in [Learned]; the chance, in [Shortage]; the price, in [Price].
public final class PredictivePace implements LearningPace {
    /// The largest team whose chances are convolved exactly.
    private static final int EXACT_AGENTS = 30;

    /// So many times the price and more, by the rough look, is above it by the exact one.
    private static final double FAR = 4;

    private static final double FAR_AT_LEAST = 0.05;

    private static final double WARM_UP_SECONDS = 30;
    private static final double GROWTH = 1.5;
    private static final double PEAK_MEMORY_SECONDS = 300;

    /// What counts as nil when nobody may be abandoned: one in a thousand.
    private static final double SURE = 0.001;

    private static final double HOUR_RATE = 0.053;
    private static final int HOUR_ANSWERS = 300;

    private final Learned learned = new Learned();
    private final Price price = new Price();
    private final LastHour hour = new LastHour();
    private final Waits waits = new Waits();
    private final Forecast forecast = new Forecast();
    private final ExactShortage exact = new ExactShortage();
    private final NormalShortage normal = new NormalShortage();
    private double startedAt = Double.NaN;
    private double peak;
    private double peakAt;

    public PredictivePace() {
        this(Memory.NONE);
    }

    /// A pace that goes on from what an earlier one had learned.
    public PredictivePace(Memory memory) {
        Recall.restore(memory, learned, price);
    }

    /// A pace that goes on exactly as the one whose [#whole] this is.
    ///
    /// @param last the floor that was given there
    public static PredictivePace resumed(Memory whole, Floor last) {
        PredictivePace pace = new PredictivePace();
        double[] peak = new double[3];
        WholeMemory.restore(whole, pace.learned, pace.price, pace.hour, pace.waits, peak);
        pace.startedAt = peak[0];
        pace.peak = peak[1];
        pace.peakAt = peak[2];
        pace.learned.resume(last);
        return pace;
    }

    /// What it has learned, to be kept over a restart.
    public Memory memory() {
        return Recall.of(learned, price);
    }

    /// Everything that it holds now. Its tables are made anew, as they are every now and then.
    ///
    /// @param last the floor that it decided last
    public Memory whole(Floor last) {
        learned.renew(last);
        return WholeMemory.of(learned, price, hour, waits, new double[] {startedAt, peak, peakAt});
    }

    @Override
    public PaceDecision decide(Floor floor) {
        learn(floor);
        for (News news : floor.news()) {
            if (news instanceof News.Abandoned) {
                price.abandoned();
            }
        }
        forecast.fill(floor, learned);
        return decide(floor, Slices.seconds(floor.at()));
    }

    /// What was abandoned meanwhile is not of this pace's doing, and so no fault of its price.
    @Override
    public void watch(Floor floor) {
        learn(floor);
    }

    private void learn(Floor floor) {
        double now = Slices.seconds(floor.at());
        if (Double.isNaN(startedAt)) {
            startedAt = now;
            peakAt = now;
        }
        hour.tick(floor.at().getEpochSecond());
        for (News news : floor.news()) {
            learn(news, now);
        }
        learned.refresh(floor, now);
        followPeak(floor.dials().size(), now);
    }

    private void learn(News news, double now) {
        learned.saw(news, now);
        if (news instanceof News.Answered) {
            hour.sawAnswer();
        } else if (news instanceof News.Abandoned) {
            hour.sawAbandonment();
        } else if (news instanceof News.Served) {
            waits.served();
        }
    }

    private void followPeak(int inFlight, double now) {
        peak = Math.max(peak * Math.exp(-(now - peakAt) / PEAK_MEMORY_SECONDS), inFlight);
        peakAt = now;
    }

    private PaceDecision decide(Floor floor, double now) {
        int progressive = floor.oneToOne();
        Guard held = held(floor, now);
        waits.followed(floor, now);
        double theta = theta(floor, held);
        int inFlight = floor.dials().size() + floor.ordered();
        int room = floor.room().calls();
        int growth = Math.max(0, (int) (GROWTH * peak) + 5 + floor.ready() - inFlight);
        int most = Math.min(Math.min(room, growth), sure(floor, inFlight));
        boolean one = held != Guard.NONE && held != Guard.BRAKE;
        Shortage.Answer answer = most(floor, theta, one ? 0 : most);
        int dials = Math.max(progressive, answer.dials());
        if (!one && answer.dials() > 0) {
            steer(floor, answer.dials(), answer.mean());
        }
        boolean full = held == Guard.NONE && answer.dials() == most;
        Guard guard = full ? limit(most, room, growth) : held;
        return new PaceDecision(dials, reasons(floor, answer.risk(), theta, guard));
    }

    private static Guard limit(int most, int room, int growth) {
        return most == room ? Guard.ROOM : most == growth ? Guard.GROWTH : Guard.AIM;
    }

    /// Exact for small teams, unless a rough look already says that it is far too much.
    private Shortage.Answer most(Floor floor, double theta, int most) {
        normal.unsure(learned.level().uncertainty());
        boolean small = floor.agents().size() <= EXACT_AGENTS;
        Shortage.Answer rough = normal.most(forecast, theta, small ? 0 : most);
        boolean hopeless = most == 0 || rough.risk() > FAR * theta + FAR_AT_LEAST;
        return small && !hopeless ? exact.most(forecast, theta, most) : rough;
    }

    private void steer(Floor floor, int dials, double mean) {
        Floor.Window w = floor.window();
        double target = target(floor);
        double surplus = target * w.answered() - w.abandoned();
        double answers = dials * forecast.fresh[Slices.COUNT - 1];
        price.placed(answers, mean, Price.wanted(target, surplus), target);
    }

    private static double target(Floor floor) {
        Floor.Window w = floor.window();
        double ceiling =
                floor.aim() instanceof Aim.MaximiseTalk aim
                        ? Math.min(w.ceiling().value(), aim.rate().value())
                        : w.ceiling().value();
        return Math.max(1e-4, floor.meant(ceiling));
    }

    private double theta(Floor floor, Guard held) {
        double most = held == Guard.BRAKE ? Price.LEAST : price.value();
        return switch (floor.aim()) {
            case Aim.MaximiseTalk _ -> most;
            case Aim.TargetWait aim -> Math.min(most, waits.price(Slices.seconds(aim.length())));
            case Aim.NeverAbandon _ -> Math.min(most, SURE);
        };
    }

    /// When nobody may be abandoned: no more calls than there are agents for them.
    private int sure(Floor floor, int inFlight) {
        if (floor.aim() instanceof Aim.NeverAbandon) {
            double agents = forecast.ready + forecast.freesMean[Slices.COUNT - 1];
            return Math.max(0, (int) agents - floor.waiting() - inFlight);
        } else {
            return Integer.MAX_VALUE;
        }
    }

    private Guard held(Floor floor, double now) {
        Floor.Window w = floor.window();
        double target = target(floor);
        double usual = target * w.answered();
        int answered = hour.answered();
        if (!learned.isKnown() || now < startedAt + WARM_UP_SECONDS) {
            return Guard.STARTING;
        } else if (floor.isSpent()) {
            return Guard.CEILING;
        } else if (answered >= HOUR_ANSWERS && hour.abandoned() + 1 > HOUR_RATE * answered) {
            return Guard.HOUR;
        } else if (w.abandoned() > 1.1 * usual + 6 + 2 * Math.sqrt(usual)) {
            return Guard.BRAKE;
        } else {
            return Guard.NONE;
        }
    }

    private Reasons reasons(Floor floor, double risk, double theta, Guard guard) {
        return new Reasons(
                floor.working(),
                forecast.ready,
                forecast.freeWithin(Reasons.SOON_SECONDS),
                floor.waiting(),
                floor.dials().size() + floor.ordered(),
                forecast.answersComing(),
                forecast.fresh[Slices.COUNT - 1],
                floor.left(),
                theta,
                risk,
                guard);
    }
}
