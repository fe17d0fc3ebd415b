package org.rightparty.dialer.whole.bench;

import org.rightparty.dialer.asterisk.real.SippCarrier;
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
        Map<String, Script.Dial> scripted = new HashMap<>();
        List<SippCarrier.Invite> invites = floor.carrier.invites();
        for (int n = 0; n < invites.size() && n < floor.dials.size(); n++) {
            scripted.put(invites.get(n).number().replaceFirst("^\\+", ""), floor.dials.get(n));
        }
        List<Double> setup = new ArrayList<>();
        List<Double> pickUp = new ArrayList<>();
        for (String line : floor.tables.column(RINGS)) {
            String[] parts = line.split(" ", 4);
            Optional.ofNullable(scripted.get(parts[0]))
                    .ifPresent(dial -> {
                        setup.add(Double.parseDouble(parts[1]) - seconds(dial.setup()));
                        if (!parts[2].equals("-")) {
                            pickUp.add(Double.parseDouble(parts[2]) - seconds(dial.after()));
                        }
                    });
        }
        return new Timings(
                new Sample(setup),
                new Sample(pickUp),
                new Sample(floor.tables.column(BRIDGES).stream().map(Double::parseDouble).toList()),
                permit(floor.program.address()));
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

    private static final String RINGS =
            """
            SELECT ltrim(a.e164, '+') || ' ' || extract(epoch FROM min(r.at) - a.placed_at)
                || ' ' || coalesce(extract(epoch FROM min(e.answered_at) - min(r.at))::text, '-')
            FROM attempt a
            JOIN call_event r ON r.attempt_id = a.id AND r.kind = 'rang'
            LEFT JOIN attempt_end e ON e.attempt_id = a.id
            GROUP BY a.id, a.e164, a.placed_at
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
