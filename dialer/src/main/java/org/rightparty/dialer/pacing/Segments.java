package org.rightparty.dialer.pacing;

import java.util.LinkedHashMap;
import java.util.Map;

/// How the parts of a list answer compared with the campaign: answers seen over answers expected
/// by everything else that is known, pulled to 1 and faded by count.
final class Segments {
    private static final int SEGMENTS_MAX = 64;
    private static final double PRIOR = 20;
    private static final double MEMORY_ANSWERS = 300;

    private final Map<String, double[]> sums = new LinkedHashMap<>(16, 0.75f, true);

    double odds(String segment) {
        if (segment.isEmpty()) {
            return 1;
        }
        double[] s = sums.get(segment);
        return s == null ? 1 : Math.clamp((s[0] + PRIOR) / (s[1] + PRIOR), 0.1, 8);
    }

    void saw(String segment, double expectation, boolean answered) {
        if (!segment.isEmpty()) {
            double[] s = make(segment);
            double keep = Math.exp(-expectation / MEMORY_ANSWERS);
            s[0] = s[0] * keep + (answered ? 1 : 0);
            s[1] = s[1] * keep + expectation;
        }
    }

    private double[] make(String segment) {
        if (sums.size() >= SEGMENTS_MAX && !sums.containsKey(segment)) {
            sums.remove(sums.keySet().iterator().next());
        }
        return sums.computeIfAbsent(segment, _ -> new double[2]);
    }

    Map<String, double[]> figures() {
        Map<String, double[]> copy = new LinkedHashMap<>();
        sums.forEach((segment, s) -> copy.put(segment, s.clone()));
        return copy;
    }

    void restore(String segment, double[] figures) {
        make(segment)[0] = figures[0];
        make(segment)[1] = figures[1];
    }
}
