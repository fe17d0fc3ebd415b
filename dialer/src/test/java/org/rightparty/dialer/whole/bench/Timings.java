package org.rightparty.dialer.whole.bench;

import org.rightparty.dialer.asterisk.real.SippCarrier;
import org.rightparty.dialer.robot.TestFloor;
import org.rightparty.dialer.simulation.Script;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How long our own side took on a real floor, in seconds.
///
/// @param setup from the permit's commit to the ringing, less what the script says of the network
/// @param pickUp from the ringing to the answer, less what the script says
/// @param bridge from the answer to agent and person in one room, when an agent was ready
/// @param permit from the order of permits to their grant, a mean
record Timings(Sample setup, Sample pickUp, Sample bridge, double permit) {
    private static final double SECOND = 1_000;

    /// Sorted.
    record Sample(List<Double> values) {
        Sample(List<Double> values) {
            this.values = values.stream().sorted().toList();
        }

        double mean() {
            return values.stream().mapToDouble(v -> v).average().orElse(0);
        }

        double quantile(double share) {
            return values.isEmpty() ? 0 : values.get((int) (share * (values.size() - 1)));
        }
    }

    static Timings of(ScriptedFloor floor) {
        return of(
                floor.tables,
                floor.carrier.invites(),
                floor.dials,
                permit(floor.program.address()));
    }

    static Timings of(
            TestFloor tables,
            List<SippCarrier.Invite> invites,
            List<Script.Dial> dials,
            double permit) {
        Map<String, Script.Dial> scripted = new HashMap<>();
        Map<String, Integer> times = new HashMap<>();
        for (int n = 0; n < invites.size() && n < dials.size(); n++) {
            String number = invites.get(n).number().replaceFirst("^\\+", "");
            scripted.put(number + "#" + times.merge(number, 1, Integer::sum), dials.get(n));
        }
        List<Double> setup = new ArrayList<>();
        List<Double> pickUp = new ArrayList<>();
        for (String line : tables.column(RINGS)) {
            String[] parts = line.split(" ", 4);
            Optional.ofNullable(scripted.get(parts[0]))
                    .ifPresent(dial -> {
                        setup.add(Double.parseDouble(parts[1]) - seconds(dial.setup()));
                        if (!parts[2].equals("-")) {
                            pickUp.add(Double.parseDouble(parts[2]) - seconds(dial.after()));
                        }
                    });
        }
        List<Double> bridge = tables.column(BRIDGES).stream().map(Double::parseDouble).toList();
        return new Timings(new Sample(setup), new Sample(pickUp), new Sample(bridge), permit);
    }

    private static double seconds(java.time.Duration time) {
        return time.toMillis() / SECOND;
    }

    private static double permit(URI address) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI metrics = URI.create("http://127.0.0.1:" + address.getPort() + "/metrics");
            String text =
                    http.send(
                                    HttpRequest.newBuilder(metrics).build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body();
            return value(text, "dialer_permits_batch_seconds_sum")
                    / Math.max(1, value(text, "dialer_permits_batch_seconds_count"));
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static double value(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    /// Number and how often it was called until then, set-up, ringing: who is busy is called again.
    private static final String RINGS =
            """
            SELECT ltrim(e164, '+') || '#' || call || ' ' || extract(epoch FROM rang_at - placed_at)
                || ' ' || coalesce(extract(epoch FROM answered_at - rang_at)::text, '-')
            FROM (
                SELECT a.e164, a.placed_at, min(e.answered_at) AS answered_at,
                    (SELECT min(r.at) FROM call_event r
                    WHERE r.attempt_id = a.id AND r.kind = 'rang') AS rang_at,
                    row_number() OVER (PARTITION BY a.e164 ORDER BY a.placed_at) AS call
                FROM attempt a JOIN attempt_end e ON e.attempt_id = a.id
                WHERE e.outcome <> 'NEVER_PLACED'
                GROUP BY a.id, a.e164, a.placed_at) AS calls
            WHERE rang_at IS NOT NULL
            """;

    /// Where the agent had been ready before the answer: the rest waited for somebody.
    private static final String BRIDGES =
            """
            SELECT extract(epoch FROM e.connected_at - e.answered_at)::text FROM attempt_end e
            WHERE e.connected_at IS NOT NULL AND (
                SELECT max(s.at) FROM agent_state_change s
                WHERE s.agent_id = e.agent_id AND s.state = 'READY' AND s.at <= e.connected_at)
                < e.answered_at
            """;
}
