package org.rightparty.dialer.pacing;

import java.util.Arrays;

/// How a phase of a call ends, by its age: two ways out that race each other. Streaming and
/// bounded: for each bin of age the ends of either way and the time spent there, all forgotten by
/// count.
///
///     hazard of a way at an age = ends seen there ÷ time spent there
///
/// Time that is being spent by phases under way counts too: the first to end are the short ones.
final class Race {
    final int bins;
    final double width;
    final double[] won;
    final double[] lost;
    final double[] spent;
    final double[] spentWeighted;
    private final double[] underWay;
    private final double[] underWayWeighted;

    Race(int bins, double width) {
        this.bins = bins;
        this.width = width;
        this.won = new double[bins];
        this.lost = new double[bins];
        this.spent = new double[bins];
        this.spentWeighted = new double[bins];
        this.underWay = new double[bins];
        this.underWayWeighted = new double[bins];
    }

    int bin(double age) {
        return Math.clamp((int) (age / width), 0, bins - 1);
    }

    /// A phase that lasted so long and then ended. `odds` says how much likelier than usual the
    /// first way was: that time counts so much more for its hazard.
    void saw(double length, boolean winner, double odds) {
        spend(length, 1, odds, spent, spentWeighted);
        (winner ? won : lost)[bin(length)]++;
    }

    /// Nothing is under way, until told.
    void clearUnderWay() {
        Arrays.fill(underWay, 0);
        Arrays.fill(underWayWeighted, 0);
    }

    /// A phase has lasted so long and goes on.
    void goesOn(double length, double odds) {
        spend(length, 1, odds, underWay, underWayWeighted);
    }

    private void spend(
            double length, double weight, double odds, double[] time, double[] weighted) {
        int last = bin(length);
        for (int b = 0; b <= last; b++) {
            double here = weight * (b < last ? width : Math.min(length - last * width, width));
            time[b] += here;
            weighted[b] += here * odds;
        }
    }

    /// A prior: `count` phases, of which `share` end the first way after about `mean` seconds (a
    /// curve with a hump) and the rest after `other` seconds.
    void suppose(double count, double share, double mean, double other) {
        for (int i = 0; i < 40; i++) {
            double u = (i + 0.5) / 40;
            double length = mean * Math.exp(0.5 * (Math.log(u / (1 - u)) / 1.7) - 0.125);
            supposeOne(length, true, count * share / 40);
            supposeOne(other, false, count * (1 - share) / 40);
        }
    }

    private void supposeOne(double length, boolean winner, double weight) {
        spend(length, weight, 1, spent, spentWeighted);
        (winner ? won : lost)[bin(length)] += weight;
    }

    void fade(double keep) {
        for (int b = 0; b < bins; b++) {
            won[b] *= keep;
            lost[b] *= keep;
            spent[b] *= keep;
            spentWeighted[b] *= keep;
        }
    }

    double[] figures() {
        double[] all = new double[4 * bins];
        copy(won, all, 0);
        copy(lost, all, 1);
        copy(spent, all, 2);
        copy(spentWeighted, all, 3);
        return all;
    }

    private void copy(double[] from, double[] all, int place) {
        System.arraycopy(from, 0, all, place * bins, bins);
    }

    void restore(double[] all) {
        System.arraycopy(all, 0, won, 0, bins);
        System.arraycopy(all, bins, lost, 0, bins);
        System.arraycopy(all, 2 * bins, spent, 0, bins);
        System.arraycopy(all, 3 * bins, spentWeighted, 0, bins);
    }

    double winHazard(int b) {
        return won[b] / (spentWeighted[b] + underWayWeighted[b] + 1e-9);
    }

    double loseHazard(int b) {
        return (lost[b] + 1e-6) / (spent[b] + underWay[b] + 1e-6);
    }
}
