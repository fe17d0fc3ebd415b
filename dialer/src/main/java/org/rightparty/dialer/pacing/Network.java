package org.rightparty.dialer.pacing;

import org.rightparty.dialer.pacing.Memory.Part;
import org.rightparty.dialer.pacing.NetworkTally.Kind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the network did with a campaign's calls, by trunk, caller-ID, hour of the day and list.
///
///     odds = (answers + k) ÷ (answers usual for these numbers + k), k = 20
///
/// Only calls that got through to the number's network count in it: whether a trunk brings them
/// there, [TrunkHealth] tells. Usual is how the calls of the last weeks were answered; for a trunk,
/// how those by all trunks were in the same minutes, so that what changes for all is no trunk's
/// doing.
///
/// Older calls count less. Half of their weight is gone for a trunk after 10 minutes, since trunks
/// fail and come back within one shift; for a caller-ID after a day, since labels last days; for a
/// list after a week; for an hour of the day, which is seen once a day, after two.
public final class Network {
    /// How the names of all its parts begin.
    public static final String PART = "network-";

    private static final String BASE = "network-base";
    private static final int KEYS_MAX = 64;
    private static final double PRIOR = 20;
    private static final double LEAST = 0.05;
    private static final double MOST = 8;
    private static final double LASTING_SECONDS = 14 * 86_400.0;
    private static final double BASE_PRIOR_CALLS = 20;
    private static final double BASE_PRIOR_CHANCE = 0.15;

    /// Behind the counts of results: answers that were usual.
    private static final int EXPECTED = NetworkResult.values().length;

    private final Map<Kind, Map<String, Fading>> sums = new EnumMap<>(Kind.class);
    private final Fading usual = new Fading(LASTING_SECONDS, 2);

    public Network() {
        this(Memory.NONE);
    }

    /// One that goes on from what was kept; what is not its own is passed over.
    public Network(Memory memory) {
        for (Kind kind : Kind.values()) {
            sums.put(kind, new LinkedHashMap<>(16, 0.75f, true));
        }
        memory.parts().forEach(this::restore);
    }

    /// A call that has ended.
    ///
    /// @param trunk empty when it is not known
    /// @param callerId the number shown
    public record Carried(String trunk, String callerId, Lead lead, NetworkResult result) {}

    /// @param now in seconds
    public void saw(Carried call, double now) {
        usual.fade(now);
        double expected = expected(call);
        count(Kind.TRUNK, call.trunk(), call, expected, now);
        count(Kind.CALLER_ID, call.callerId(), call, expected, now);
        count(Kind.HOUR, hour(call.lead(), now), call, expected, now);
        count(Kind.LIST, call.lead().list(), call, expected, now);
        if (call.result().isThrough()) {
            usual.add(0, call.result() == NetworkResult.ANSWERED ? 1 : 0);
            usual.add(1, 1);
        }
    }

    private static String hour(Lead lead, double now) {
        boolean known = lead.hour() != Lead.ANY_HOUR;
        return Integer.toString(known ? lead.hour() : HourLevels.hour(now));
    }

    private double expected(Carried call) {
        if (!call.result().isThrough()) {
            return 0;
        }
        double answers = usual.sum(0) + BASE_PRIOR_CALLS * BASE_PRIOR_CHANCE;
        double p = answers / (usual.sum(1) + BASE_PRIOR_CALLS);
        double odds = call.lead().odds();
        return odds * p / (1 - p + odds * p);
    }

    private void count(Kind kind, String key, Carried call, double expected, double now) {
        if (!key.isEmpty()) {
            Fading sum = make(kind, key);
            sum.fade(now);
            sum.add(call.result().place(), 1);
            sum.add(EXPECTED, expected);
        }
    }

    private Fading make(Kind kind, String key) {
        Map<String, Fading> known = of(kind);
        if (known.size() >= KEYS_MAX && !known.containsKey(key)) {
            known.remove(known.keySet().iterator().next());
        }
        return known.computeIfAbsent(key, _ -> new Fading(kind.halfLifeSeconds, EXPECTED + 1));
    }

    /// How calls that got through by this trunk are answered beside all calls: 1 unless they surely
    /// are more seldom. A campaign with one trunk has none to compare it with.
    public double trunkOdds(String trunk, double now) {
        Map<String, Fading> trunks = of(Kind.TRUNK);
        if (trunks.size() < 2 || !trunks.containsKey(trunk)) {
            return 1;
        }
        trunks.values().forEach(sum -> sum.fade(now));
        Fading sum = make(Kind.TRUNK, trunk);
        double answered = answered(sum);
        double expected = sum.sum(EXPECTED) * levelOf(Kind.TRUNK);
        return NetworkVerdict.isSeldom(answered, expected) ? odds(answered, expected) : 1;
    }

    /// How calls of this list, at this hour or with this caller-ID, are answered beside usual, as
    /// it weighs now: 1 when nothing is known of it.
    public double odds(Kind kind, String key, double now) {
        Fading sum = of(kind).get(key);
        if (sum == null) {
            return 1;
        }
        sum.fade(now);
        return odds(answered(sum), sum.sum(EXPECTED) * levelOf(kind));
    }

    /// How all calls of these minutes are answered beside those of the last weeks.
    private double levelOf(Kind kind) {
        if (kind != Kind.TRUNK) {
            return 1;
        }
        double answered = 0;
        double expected = 0;
        for (Fading trunk : of(kind).values()) {
            answered += answered(trunk);
            expected += trunk.sum(EXPECTED);
        }
        return odds(answered, expected);
    }

    private Map<String, Fading> of(Kind kind) {
        return sums.getOrDefault(kind, Map.of());
    }

    private static double answered(Fading sum) {
        return sum.sum(NetworkResult.ANSWERED.place());
    }

    private static double odds(double answered, double expected) {
        return Math.clamp((answered + PRIOR) / (expected + PRIOR), LEAST, MOST);
    }

    /// All of it as it weighs now: trunks, caller-IDs, hours, lists, each by key.
    ///
    /// @param health what is known of the trunks beside it
    public List<NetworkTally> tallies(TrunkHealth health, double now) {
        List<NetworkTally> tallies = new ArrayList<>();
        sums.forEach((kind, known) -> {
            known.values().forEach(sum -> sum.fade(now));
            double level = levelOf(kind);
            known.forEach((key, sum) -> tallies.add(tally(kind, key, sum, level, health)));
        });
        tallies.sort(Comparator.comparing(NetworkTally::kind).thenComparing(NetworkTally::key));
        return tallies;
    }

    private static NetworkTally tally(
            Kind kind, String key, Fading sum, double level, TrunkHealth health) {
        Map<NetworkResult, Double> counts = new EnumMap<>(NetworkResult.class);
        for (NetworkResult result : NetworkResult.values()) {
            counts.put(result, sum.sum(result.place()));
        }
        double expected = sum.sum(EXPECTED) * level;
        NetworkTally plain =
                new NetworkTally(
                        kind,
                        key,
                        counts,
                        odds(answered(sum), expected),
                        expected,
                        Standing.SOUND,
                        "");
        return NetworkVerdict.of(plain, health);
    }

    /// To be kept over a restart.
    public Memory memory() {
        List<Part> parts = new ArrayList<>();
        sums.forEach((kind, known) ->
                known.forEach((key, sum) ->
                        parts.add(
                                Part.of(PART + kind.name(), Memory.ANY_HOUR, key, sum.figures()))));
        parts.add(Part.of(BASE, Memory.ANY_HOUR, "", usual.figures()));
        return new Memory(parts.stream().filter(p -> p.has(p.figures().size())).toList());
    }

    private void restore(Part part) {
        if (part.name().equals(BASE) && part.has(3)) {
            usual.restore(part.array());
        }
        Arrays.stream(Kind.values())
                .filter(kind -> part.name().equals(PART + kind.name()))
                .filter(_ -> part.has(EXPECTED + 2))
                .forEach(kind -> make(kind, part.key()).restore(part.array()));
    }
}
