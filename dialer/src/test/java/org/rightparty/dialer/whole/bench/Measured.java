package org.rightparty.dialer.whole.bench;

import org.rightparty.dialer.robot.TestFloor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What was measured on a real floor between two instants, by the simulator's own definitions, from
/// the program's tables.
///
/// @param occupancy share of the agents' available time that they talked or wrapped up
/// @param meanWaitS how long agents were ready before a talk
record Measured(
        double occupancy,
        double meanWaitS,
        long dialed,
        long answered,
        long abandoned,
        long connected) {
    private static final double SECOND = 1_000;

    double abandonRate() {
        return answered == 0 ? 0 : (double) abandoned / answered;
    }

    static Measured of(TestFloor tables, Instant from, Instant to) {
        Desks desks = new Desks(from.toEpochMilli(), to.toEpochMilli());
        tables.column(STATES).stream().map(line -> line.split(" ")).forEach(desks::changed);
        desks.end();
        String window = " BETWEEN '" + from + "' AND '" + to + "'";
        return new Measured(
                desks.busy / (desks.busy + desks.idle),
                desks.waits.stream().mapToDouble(w -> w).average().orElse(0),
                tables.count(
                        "SELECT count(*) FROM attempt a WHERE placed_at"
                                + window
                                + " AND NOT EXISTS (SELECT 1 FROM attempt_end e"
                                + " WHERE e.attempt_id = a.id AND e.outcome = 'NEVER_PLACED')"),
                tables.count(FIRST.formatted("answered") + window),
                tables.count(FIRST.formatted("abandoned") + window),
                tables.count(FIRST.formatted("joined") + window));
    }

    /// One line for each: when it was, in seconds since `begin`, and what agents were doing.
    static List<String> abandonments(TestFloor tables, Instant begin) {
        return tables.column(
                """
                SELECT round(extract(epoch FROM e.answered_at - timestamptz '%s'), 1) || ' '
                    || (SELECT string_agg(lower(state) || '=' || agents, ' ' ORDER BY state)
                    FROM (SELECT state, count(*) AS agents FROM (
                        SELECT DISTINCT ON (s.agent_id) s.state FROM agent_state_change s
                        WHERE s.at <= e.answered_at
                        ORDER BY s.agent_id, s.at DESC, s.id DESC) AS latest
                    GROUP BY state) AS doing)
                FROM attempt_end e WHERE e.outcome = 'ABANDONED' ORDER BY e.answered_at
                """
                        .formatted(begin));
    }

    /// Calls by when this first happened: a talk that goes on has no end to be counted by.
    private static final String FIRST =
            """
            SELECT count(*) FROM (SELECT attempt_id, min(at) AS at FROM call_event
                WHERE kind = '%s' GROUP BY attempt_id) AS calls
            WHERE at\
            """;

    private static final String STATES =
            """
            SELECT agent_id || ' ' || state || ' ' || floor(extract(epoch FROM at) * 1000)
            FROM agent_state_change ORDER BY at, id
            """;

    /// What agents did, and since when.
    private static final class Desks {
        private final long from;
        private final long to;
        private final Map<String, Doing> doing = new HashMap<>();
        private final List<Double> waits = new ArrayList<>();
        private double busy;
        private double idle;

        private enum Kind {
            AWAY,
            WAITING,
            BUSY
        }

        private record Doing(Kind kind, long since) {}

        Desks(long from, long to) {
            this.from = from;
            this.to = to;
        }

        /// @param change agent, state, instant
        void changed(String[] change) {
            long at = Long.parseLong(change[2]);
            Kind next =
                    switch (change[1]) {
                        case "READY", "RESERVED" -> Kind.WAITING;
                        case "TALKING", "HOLDING", "CONNECTION_LOST", "WRAPPING_UP" -> Kind.BUSY;
                        default -> Kind.AWAY;
                    };
            Doing before = doing.getOrDefault(change[0], new Doing(Kind.AWAY, at));
            if (next != before.kind()) {
                count(before, at);
                boolean talks = change[1].equals("TALKING") && at >= from && at < to;
                if (talks && before.kind() == Kind.WAITING) {
                    waits.add((at - before.since()) / SECOND);
                }
                doing.put(change[0], new Doing(next, at));
            }
        }

        private void count(Doing past, long until) {
            double time = Math.max(0, Math.min(until, to) - Math.max(past.since(), from));
            switch (past.kind()) {
                case WAITING -> idle += time;
                case BUSY -> busy += time;
                case AWAY -> {}
            }
        }

        void end() {
            doing.values().forEach(last -> count(last, to));
        }
    }
}
