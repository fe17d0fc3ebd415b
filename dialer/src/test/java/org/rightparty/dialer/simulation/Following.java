package org.rightparty.dialer.simulation;

import org.rightparty.dialer.pacing.Floor;
import org.rightparty.dialer.pacing.News;
import org.rightparty.dialer.pacing.PaceDecision;
import org.rightparty.dialer.simulation.file.ScenarioJson;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;

/// What a pace believed and did in each second of a day, and how long after a sudden change it had
/// followed.
public final class Following implements Simulation.Watch {
    private static final int SECONDS = 18_100;

    /// What is believed or done is taken as the mean of the last so many seconds.
    private static final int SPAN = 10;

    /// What was usual is taken from so long before.
    private static final int USUAL = 900;

    private final int[] looks = new int[SECONDS];
    private final double[] chance = new double[SECONDS];
    private final double[] inFlight = new double[SECONDS];
    private final double[] working = new double[SECONDS];
    private final double[] dials = new double[SECONDS];
    private final double[] answered = new double[SECONDS];
    private final double[] abandoned = new double[SECONDS];
    private final double[] lost = new double[SECONDS];

    /// `12-answers-halved` until 45 minutes after its last change, without the noise of its answer
    /// rate: that shifts what is believed as much as chance does, and hides when it was followed.
    public static Scenario answersHalved() {
        String file = "/scenarios/12-answers-halved.json";
        try (InputStream in = Following.class.getResourceAsStream(file)) {
            String text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            String still = FullDay.text(text, "/answerRate/noise/cv", "0");
            return ScenarioJson.read(FullDay.text(still, "/durationS", "13500"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void decided(int replication, double second, Floor floor, PaceDecision decision) {
        int s = (int) second;
        looks[s]++;
        chance[s] += decision.reasons().answerChance();
        inFlight[s] += decision.reasons().inFlight();
        working[s] += decision.reasons().working();
        dials[s] += decision.dials();
        for (News news : floor.news()) {
            answered[s] += news instanceof News.Answered ? 1 : 0;
            abandoned[s] += news instanceof News.Abandoned ? 1 : 0;
            lost[s] += isLostAtOnce(news) ? 1 : 0;
        }
    }

    /// A call on a dead trunk is gone again before it is half a second old.
    private static boolean isLostAtOnce(News news) {
        return news instanceof News.Unanswered n
                && n.phase() == Floor.Phase.SET_UP
                && n.setUp().toMillis() < 500;
    }

    /// Days of a scenario under our pace, alike but for chance, two at a time.
    public static List<Following> days(Scenario scenario, int count) {
        List<Following> days = Stream.generate(Following::new).limit(count).toList();
        Simulation.run(
                scenario,
                Policies.of("rightparty"),
                count,
                2,
                (day, s, f, d) -> days.get(day).decided(0, s, f, d));
        return days;
    }

    /// Until the pace took the chance of an answer to be nearer to `times` as much as before, in
    /// proportion, than to what it was.
    ///
    /// @return seconds after the change
    public int believes(int changeS, double times) {
        double before = mean(chance, changeS - USUAL, changeS);
        return until(chance, changeS, nearer(before, before * times));
    }

    /// Until the number of calls in flight was nearer to what it came to be than to what it was.
    ///
    /// @param settledS from when on it was what it came to be
    public int dialsSo(int changeS, int settledS) {
        return settled(inFlight, changeS, settledS);
    }

    /// The same for the number of agents who take calls.
    public int staffed(int changeS, int settledS) {
        return settled(working, changeS, settledS);
    }

    private int settled(double[] figures, int changeS, int settledS) {
        double before = mean(figures, changeS - USUAL, changeS);
        double after = mean(figures, settledS, settledS + USUAL);
        return until(figures, changeS, nearer(before, after));
    }

    private static DoublePredicate nearer(double before, double after) {
        double middle = Math.sqrt(before * after);
        return after < before ? value -> value < middle : value -> value > middle;
    }

    private int until(double[] figures, int changeS, DoublePredicate so) {
        for (int s = changeS + 1; s < SECONDS; s++) {
            if (so.test(mean(figures, s - SPAN, s))) {
                return s - changeS;
            }
        }
        throw new AssertionError("never after " + changeS);
    }

    /// The last second after the change in which so many calls or more were lost at once.
    public int lastLost(int changeS, int untilS, int calls) {
        int last = changeS;
        for (int s = changeS; s < untilS; s++) {
            last = lost[s] >= calls ? s + 1 : last;
        }
        return last - changeS;
    }

    /// Calls that were lost at once.
    public int lost(int fromS, int toS) {
        return (int) sum(lost, fromS, toS);
    }

    /// How many people more than a share of those who answered nobody was there for.
    public double abandonedBeyond(double share, int fromS, int toS) {
        return sum(abandoned, fromS, toS) - share * sum(answered, fromS, toS);
    }

    public double answers(int fromS, int toS) {
        return sum(answered, fromS, toS);
    }

    /// Answers that the calls placed meanwhile would have brought at the chance from before.
    public double expected(int changeS, int seconds) {
        return sum(dials, changeS, changeS + seconds) * mean(chance, changeS - USUAL, changeS);
    }

    private static double sum(double[] figures, int fromS, int toS) {
        double sum = 0;
        for (int s = fromS; s < toS; s++) {
            sum += figures[s];
        }
        return sum;
    }

    private double mean(double[] figures, int fromS, int toS) {
        double seen = 0;
        for (int s = fromS; s < toS; s++) {
            seen += looks[s];
        }
        return seen == 0 ? Double.NaN : sum(figures, fromS, toS) / seen;
    }
}
