package org.rightparty.dialer.pacing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Dials ahead of the agents, under a budget for abandonment. With
///
///     A  answers to come from calls in flight, each by its ring age
///     F  agents who are free by the time a new dial would be answered
///     M(k) = P(waiting + A + Bin(k, p) > F), the chance that a person finds no agent
///
/// it dials the largest k with M(k) ≤ θ, never fewer than one-to-one. θ is a multiple of the
/// ceiling that falls with the budget: what the ceiling still allows over the regulator's window.
///
/// One-to-one, whatever M says, until the answer rate is known, and whenever one more abandonment,
/// with those expected in flight, would break the ceiling.
public final class PredictivePace implements Pace {
    /// Aim a little under the ceiling: 2.9 % for 3 %.
    private static final double AIM = 0.97;

    /// Calls in flight may grow to this multiple of their recent peak.
    private static final double GROWTH = 1.5;

    private static final double PEAK_FADE = 0.995;
    private static final double ANSWER_AFTER_SECONDS = 9;

    private final AnswerRate answers = new AnswerRate();
    private final MeanLength talk = new MeanLength(Duration.ofMinutes(2));
    private final MeanLength wrapUp = new MeanLength(Duration.ofSeconds(30));
    private final MeanLength ring = new MeanLength(Duration.ofSeconds(8));
    private double peak;
    private Optional<Instant> startedAt = Optional.empty();

    private static final Duration WARM_UP = Duration.ofSeconds(30);

    @Override
    public PaceDecision decide(Floor floor) {
        floor.news().forEach(this::learn);
        Instant started = startedAt.orElse(floor.at());
        startedAt = Optional.of(started);
        peak = Math.max(peak * PEAK_FADE, floor.dials().size());
        int progressive = floor.oneToOne();
        boolean warm = answers.isKnown() && !floor.at().isBefore(started.plus(WARM_UP));
        if (!warm) {
            return decision(progressive, "One to one until the answer rate is known.", floor, 0);
        } else if (!mayRisk(floor)) {
            return decision(
                    progressive, "One to one: abandonment is close to its ceiling.", floor, 0);
        } else {
            return ahead(floor, progressive);
        }
    }

    private void learn(Floor.News news) {
        switch (news) {
            case Floor.News.Answered n -> {
                answers.sawAnswer();
                ring.saw(n.ring());
            }
            case Floor.News.Unanswered _ -> answers.sawNone();
            case Floor.News.TalkEnded n -> talk.saw(n.length());
            case Floor.News.WrapUpEnded n -> wrapUp.saw(n.length());
            case Floor.News.Served _, Floor.News.Abandoned _ -> {}
        }
    }

    /// Strict: one more abandonment and those expected must still fit under the ceiling.
    private static boolean mayRisk(Floor floor) {
        Floor.Window w = floor.window();
        double allowed = w.ceiling().value() * AIM * (w.answered() + 1);
        return w.abandoned() + 1 <= allowed;
    }

    private PaceDecision ahead(Floor floor, int progressive) {
        double theta = theta(floor.window());
        int most = most(floor);
        int dials = 0;
        while (dials < most && shortage(floor, dials + 1) <= theta) {
            dials++;
        }
        String reason =
                dials > progressive
                        ? "Dialing ahead: the chance that a person finds no agent stays small."
                        : "One to one: dialing ahead would risk that a person finds no agent.";
        return decision(Math.max(dials, progressive), reason, floor, theta);
    }

    private int most(Floor floor) {
        int inFlight = floor.dials().size() + floor.ordered();
        int cap = (int) Math.ceil(GROWTH * peak) + 5 + floor.ready();
        return Math.clamp(cap - inFlight, 0, Math.max(0, floor.trunkRoom()));
    }

    /// Between a tenth and four times the ceiling, by the share of the budget that is left.
    private static double theta(Floor.Window w) {
        double budget = w.ceiling().value() * AIM * Math.max(1, w.answered());
        double left = (budget - w.abandoned()) / budget;
        return w.ceiling().value() * Math.clamp(0.1 + 6 * left, 0.1, 4);
    }

    /// M(k), by the normal approximation of a sum of independent chances.
    private double shortage(Floor floor, int dials) {
        double p = answers.rate();
        double mean = floor.waiting() + (dials + floor.ordered()) * p;
        double variance = (dials + floor.ordered()) * p * (1 - p);
        for (Floor.Dial dial : floor.dials()) {
            double q = answerChance(dial, p);
            mean += q;
            variance += q * (1 - q);
        }
        double horizon = ring.seconds() + 2;
        for (Floor.Seat seat : floor.agents()) {
            double f = freeChance(seat, horizon);
            mean -= f;
            variance += f * (1 - f);
        }
        return above((0.5 - mean) / Math.sqrt(variance + 1e-6));
    }

    /// What is left of the answer chance of a call that rings: answers come early, so it falls with
    /// the ring's age.
    private static double answerChance(Floor.Dial dial, double p) {
        return switch (dial.phase()) {
            case SET_UP -> p;
            case SCREENING -> 0.6;
            case RINGING -> {
                double left = p * Math.exp(-seconds(dial.phaseAge()) / ANSWER_AFTER_SECONDS);
                yield left / (left + 1 - p);
            }
        };
    }

    private double freeChance(Floor.Seat seat, double horizon) {
        return switch (seat.work()) {
            case READY -> 1;
            case WRAPPING_UP -> 1 - Math.exp(-horizon / wrapUp.seconds());
            case TALKING -> throughBoth(horizon);
            case CONNECTING, OWN_CALL, PAUSED -> 0;
        };
    }

    /// Two exponential stages, talk and then wrap-up, both within the horizon.
    private double throughBoth(double horizon) {
        double a = 1 / talk.seconds();
        double b = 1 / wrapUp.seconds();
        double close = Math.abs(a - b) < 1e-9 ? 1e-9 : b - a;
        return 1 - (b * Math.exp(-a * horizon) - a * Math.exp(-b * horizon)) / close;
    }

    private PaceDecision decision(int dials, String reason, Floor floor, double theta) {
        Map<String, Double> numbers = new HashMap<>(ProgressivePace.numbers(floor));
        numbers.put("answerRate", answers.rate());
        numbers.put("theta", theta);
        numbers.put("talkSeconds", talk.seconds());
        numbers.put("wrapUpSeconds", wrapUp.seconds());
        return new PaceDecision(dials, reason, numbers);
    }

    private static double seconds(Duration d) {
        return d.toMillis() / 1000.0;
    }

    /// P(Z > z) of the standard normal, by the logistic approximation (error below 0.01).
    private static double above(double z) {
        return 1 / (1 + Math.exp(1.5976 * z + 0.070565 * z * z * z));
    }
}
