package org.rightparty.dialer.simulation.bench;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rightparty.dialer.simulation.Following;
import org.rightparty.dialer.simulation.Scenario;
import org.rightparty.dialer.simulation.file.ShippedScenarios;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// How many seconds after a sudden change the pace has followed it, over several days and with
/// several numbers of agents.
@Tag("bench")
class FollowingBench {
    private static final int DAYS = Integer.getInteger("days", 12);
    private static final int FIVE_MINUTES = 300;

    @Test
    void seconds_until_a_sudden_change_is_followed() {
        System.out.printf(
                "%-34s %6s %8s %8s %9s %9s%n",
                "change", "agents", "median s", "worst s", "expected", "too many");
        for (int agents : new int[] {20, 50, 100}) {
            answers("answers halved", agents, 7_200, 0.5);
            answers("answers doubled again", agents, 10_800, 2);
        }
        for (int agents : new int[] {20, 40, 100}) {
            lunch("half to lunch, unannounced", "06-lunch-half", agents);
            lunch("half to lunch, announced", "13-lunch-announced", agents);
        }
        for (int agents : new int[] {20, 50, 100}) {
            trunk(agents);
        }
    }

    private static void answers(String what, int agents, int changeS, double times) {
        Scenario scenario = Following.answersHalved().withAgents(agents);
        List<Following> days = Following.days(scenario, DAYS);
        double[] seconds = each(days, d -> d.believes(changeS, times));
        double[] expected = each(days, d -> d.expected(changeS, d.believes(changeS, times)));
        print(what + ": believed", agents, seconds, median(expected), tooMany(days, changeS));
        double[] dialed = each(days, d -> d.dialsSo(changeS, changeS + 900));
        print(what + ": calls in flight", agents, dialed, Double.NaN, tooMany(days, changeS));
    }

    private static void lunch(String what, String scenario, int agents) {
        List<Following> days = days(scenario, agents);
        double tooMany = tooMany(days, 9_000);
        print(what + ": staff", agents, each(days, d -> d.staffed(9_000, 9_900)), 0, tooMany);
        print(what + ": calls", agents, each(days, d -> d.dialsSo(9_000, 9_900)), 0, tooMany);
    }

    private static void trunk(int agents) {
        List<Following> days = days("11-trunk-dies", agents);
        print(
                "trunks die",
                agents,
                each(days, d -> d.lastLost(9_000, 9_600, 2)),
                0,
                tooMany(days, 9_000));
        System.out.printf(
                "  lost in the first minute: %s%n",
                Arrays.toString(each(days, d -> d.lost(9_000, 9_060))));
        System.out.printf(
                "  lost in the second minute: %s%n",
                Arrays.toString(each(days, d -> d.lost(9_060, 9_120))));
    }

    private static List<Following> days(String name, int agents) {
        return Following.days(ShippedScenarios.of(name).withAgents(agents), DAYS);
    }

    private static double[] each(List<Following> days, ToDoubleFunction<Following> figure) {
        return days.stream().mapToDouble(figure).sorted().toArray();
    }

    private static double median(double[] sorted) {
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /// How many people more than the ceiling allows nobody was there for in the five minutes after
    /// the change, as a mean over the days.
    private static double tooMany(List<Following> days, int changeS) {
        return days.stream()
                .mapToDouble(d -> d.abandonedBeyond(0.03, changeS, changeS + FIVE_MINUTES))
                .average()
                .orElseThrow();
    }

    private static void print(
            String what, int agents, double[] seconds, double expected, double tooMany) {
        System.out.printf(
                "%-34s %6d %8.0f %8.0f %9.0f %9.1f%n",
                what, agents, median(seconds), seconds[seconds.length - 1], expected, tooMany);
    }
}
