package org.rightparty.dialer.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.rightparty.compliance.postgres.PostgresReplay;
import org.rightparty.database.DatabaseFailure;
import org.rightparty.dialer.asterisk.real.SippCarrier.Invite;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What must be true of a floor of real parts, whatever happened to it.
final class FloorChecks {
    static final Duration DONE_WITHIN = Duration.ofMinutes(10);
    private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(20);
    private static final long HEADER_BYTES = 44;
    private static final String TALKING =
            """
            SELECT DISTINCT e.attempt_id::text FROM call_event e
            WHERE e.kind = 'joined' AND NOT EXISTS (
                SELECT 1 FROM attempt_end x WHERE x.attempt_id = e.attempt_id)
            """;
    static final String OWED = " ANSWERED with disposition";
    private static final String ENDS =
            """
            SELECT e.attempt_id || ' ' || e.outcome || CASE WHEN EXISTS (
                    SELECT 1 FROM disposition d WHERE d.attempt_id = e.attempt_id)
                THEN ' with disposition' ELSE ' without disposition' END
            FROM attempt_end e WHERE e.revision = 1
            """;

    /// Whose account and number, out of which file, each disposition is about.
    private static final String DISPOSED =
            """
            SELECT concat_ws(' ', c.name, r.file_name, b.client_account_number, t.e164)
            FROM disposition d
            JOIN attempt t ON t.id = d.attempt_id AND t.account_id = d.account_id
            JOIN account b ON b.id = d.account_id
            JOIN import_run r ON r.id = b.import_run_id
            JOIN client c ON c.id = r.client_id
            """;

    private static final String PERMITLESS =
            """
            SELECT a.id::text FROM attempt a WHERE NOT EXISTS (
                SELECT 1 FROM gate_decision d WHERE d.id = a.decision_id AND d.allowed)
            """;
    private static final String UNAUDITED =
            """
            SELECT a.id::text FROM attempt a WHERE (
                SELECT count(*) FROM audit_entry e
                WHERE e.attempt_id = a.id AND e.kind = 'dial.permitted') <> 1
            """;

    /// Every attempt, in order, and how it is written in the end.
    private static final String TRIES =
            """
            SELECT concat_ws(' ', a.e164, extract(epoch FROM a.placed_at), last.outcome)
            FROM attempt a CROSS JOIN LATERAL (
                SELECT e.outcome FROM attempt_end e WHERE e.attempt_id = a.id
                ORDER BY e.revision DESC LIMIT 1) last
            ORDER BY a.placed_at, a.id
            """;

    /// Nobody is due again within the minutes of a test, unless nothing was placed.
    private static final String TRIED_AGAIN =
            """
            SELECT b.id || ' after ' || a.id FROM attempt a
            JOIN attempt b ON b.consumer_id = a.consumer_id AND b.id <> a.id
                AND b.placed_at >= a.placed_at
            WHERE NOT EXISTS (
                SELECT 1 FROM attempt_end e WHERE e.attempt_id = a.id AND e.revision = 1
                    AND e.outcome = 'NEVER_PLACED' AND e.ended_at <= b.placed_at)
                OR EXISTS (
                    SELECT 1 FROM attempt_end e WHERE e.attempt_id = a.id
                        AND e.outcome <> 'NEVER_PLACED')
            """;

    private static final String UNENDED =
            """
            SELECT a.id::text FROM attempt a WHERE (
                SELECT count(*) FROM attempt_end e
                WHERE e.attempt_id = a.id AND e.revision = 1) <> 1
            """;
    private static final String TRUNKLESS =
            """
            SELECT attempt_id::text FROM attempt_end
            WHERE source = 'LIVE' AND trunk <> 'practice' AND connected_at IS NOT NULL
            """;
    private static final String DOUBLE_BOOKED =
            """
            SELECT x.attempt_id || ' and ' || y.attempt_id FROM attempt_end x
            JOIN attempt_end y ON x.agent_id = y.agent_id AND x.attempt_id < y.attempt_id
                AND x.connected_at < y.ended_at AND y.connected_at < x.ended_at
            """;

    /// A person answered and was connected, and nobody measured when the account was there.
    private static final String UNSCREENED =
            """
            SELECT e.attempt_id::text FROM attempt_end e
            WHERE e.source = 'LIVE' AND e.connected_at IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM screen_pop s
                WHERE s.attempt_id = e.attempt_id AND s.agent_id = e.agent_id)
            """;

    /// The campaign records; where all must be told first, the robots say so and the page does
    /// not.
    private static final String MISRECORDED =
            """
            SELECT e.attempt_id || ' ' || e.recording FROM attempt_end e
            JOIN attempt a ON a.id = e.attempt_id
            JOIN gate_decision d ON d.id = a.decision_id
            WHERE e.source = 'LIVE' AND (e.recording <> '') <> (
                e.connected_at IS NOT NULL AND (
                    d.obligations::text NOT LIKE '%RECORDING_ANNOUNCEMENT%' OR EXISTS (
                        SELECT 1 FROM call_event t WHERE t.attempt_id = e.attempt_id
                            AND t.kind = 'recording-announced')))
            """;

    private FloorChecks() {}

    static void reach(WholeFloor floor, int ended) {
        await().atMost(DONE_WITHIN)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptionsInstanceOf(DatabaseFailure.class)
                .until(() -> floor.ended() >= ended);
    }

    /// Somebody talks: only then is anything to be lost.
    static List<String> inConversation(WholeFloor floor) {
        return await().atMost(DONE_WITHIN)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> floor.floor.column(TALKING), talking -> !talking.isEmpty());
    }

    /// How each of these conversations ended, and whether it has its disposition.
    static List<String> ends(WholeFloor floor, Set<String> conversations) {
        return floor.floor.column(ENDS).stream()
                .filter(end -> conversations.contains(end.substring(0, end.indexOf(' '))))
                .toList();
    }

    static void settle(WholeFloor floor, int calls) {
        await().atMost(DONE_WITHIN)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptionsInstanceOf(DatabaseFailure.class)
                .until(() -> floor.isSettled(calls));
    }

    /// One INVITE a person, sent by an attempt that is written as placed; and nobody was tried
    /// again but after an attempt that had ended, and is still written, as never placed.
    static void nobodyWasCalledTwice(WholeFloor floor) {
        List<Invite> invites = floor.carrier.invites();
        List<Try> tries = floor.floor.column(TRIES).stream().map(Try::of).toList();
        assertThat(invites.stream().map(FloorChecks::number)).doesNotHaveDuplicates();
        assertThat(invites)
                .as("INVITEs whose attempt is written as placed")
                .allMatch(invite -> Try.before(invite, tries).filter(Try::placed).isPresent());
        none(floor, "attempt beside another of the same person", TRIED_AGAIN);
    }

    /// What the gate decided, it decides again from what it recorded, by the books in force.
    static void everyDecisionIsGivenAgain(WholeFloor floor, int calls) {
        PostgresReplay.Report report =
                floor.database.transact(tx -> PostgresReplay.run(tx, Instant.EPOCH, Instant.now()));
        assertThat(report.shown()).isEmpty();
        assertThat(report.clean()).isTrue();
        assertThat(report.same()).isGreaterThanOrEqualTo(calls);
    }

    /// One attempt.
    private record Try(String number, Instant reservedAt, boolean placed) {
        static Try of(String row) {
            String[] parts = row.split(" ");
            BigDecimal seconds = new BigDecimal(parts[1]);
            return new Try(
                    parts[0],
                    Instant.EPOCH.plus(seconds.movePointRight(6).longValue(), ChronoUnit.MICROS),
                    !parts[2].equals("NEVER_PLACED"));
        }

        /// The last to this number that had been reserved when the INVITE came.
        static Optional<Try> before(Invite invite, List<Try> inOrder) {
            return inOrder.reversed().stream()
                    .filter(tried -> tried.number.equals(FloorChecks.number(invite)))
                    .filter(tried -> !tried.reservedAt.isAfter(invite.at()))
                    .findFirst();
        }
    }

    /// Every row became an account, and every disposition is about an account and a number of the
    /// file.
    static void dispositionsLeadBackToTheFile(WholeFloor floor) {
        List<String> rows = floor.placement.rows();
        assertThat(floor.imported.path("ending").asText()).isEqualTo("IMPORTED");
        assertThat(floor.imported.path("accepted").asInt()).isEqualTo(rows.size());
        assertThat(floor.imported.path("dialedBy")).hasSize(1);
        assertThat(floor.floor.column(DISPOSED))
                .hasSize((int) floor.floor.count("SELECT count(*) FROM disposition"))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .isSubsetOf(rows);
    }

    static void everyInviteHasItsAttempt(WholeFloor floor, int calls) {
        nobodyWasCalledTwice(floor);
        Set<String> invited = numbers(floor.carrier.invites().stream());
        Set<String> placed =
                Set.copyOf(
                        floor.floor.column(
                                """
                                SELECT a.e164 FROM attempt a
                                JOIN attempt_end e ON e.attempt_id = a.id
                                WHERE e.outcome <> 'NEVER_PLACED'
                                """));
        assertThat(invited).isEqualTo(placed);
        assertThat(floor.attempts() - placed.size())
                .as("permits that died unused: one, should a transaction take two seconds")
                .isLessThanOrEqualTo(1);
        assertThat(floor.attempts()).isEqualTo(calls);
    }

    static Set<String> numbers(Stream<Invite> invites) {
        return invites.map(FloorChecks::number).collect(Collectors.toSet());
    }

    private static String number(Invite invite) {
        return "+" + invite.number().replaceFirst("^\\+", "");
    }

    /// What the last digit makes SIPp do, and what may come of it.
    ///
    /// Two things may come of chance. Screening counts packets of sound: a machine whose voice
    /// stops for 800 ms in the greeting's first second sounds like a person who waits. SIPp and
    /// Asterisk run before everything else; with a dozen other jobs on two cores that befell none
    /// of 20 machines in one run and 2 in another, so one in twenty of them, and more than three in
    /// a run once in sixty runs. And a person may find no agent when this machine stands still for
    /// the two seconds that an agent has: with so few calls behind it the pace dials no more than
    /// there are agents. No person is taken for a machine: nobody's "hello?" becomes longer by
    /// standing still, and [RealAsterisk#kill] lets nobody be heard with another's voice.
    ///
    /// @param numbers of the calls that nothing disturbed
    static void outcomesMatchTheCarrier(WholeFloor floor, Set<String> numbers) {
        String theirs = " AND a.e164 IN ('%s')".formatted(String.join("', '", numbers));
        List<String> wrong =
                floor.floor.column(
                        """
                        SELECT concat_ws(' ', a.e164, e.outcome, e.sip_code, (
                            SELECT string_agg(concat_ws(' ', h.at, h.kind, h.detail), ', '
                                ORDER BY h.id)
                            FROM call_event h WHERE h.attempt_id = a.id))
                        FROM attempt a JOIN attempt_end e ON e.attempt_id = a.id
                        CROSS JOIN LATERAL (VALUES ('0', ARRAY['ANSWERED', 'ABANDONED']),
                                ('1', ARRAY['ANSWERED', 'ABANDONED']),
                                ('2', ARRAY['RING_NO_ANSWER']),
                                ('3', ARRAY['BUSY']),
                                ('4', ARRAY['NOT_IN_SERVICE']),
                                ('5', ARRAY['VOICEMAIL_NO_MESSAGE', 'ANSWERED',
                                    'ABANDONED']),
                                ('6', ARRAY['NOT_IN_SERVICE']),
                                ('7', ARRAY['ANSWERED_DROPPED']),
                                ('8', ARRAY[CASE WHEN a.e164 LIKE '%88' THEN 'RING_NO_ANSWER'
                                    ELSE 'UNKNOWN' END]),
                                ('9', ARRAY['UNKNOWN'])) AS may (digit, outcomes)
                        WHERE may.digit = right(a.e164, 1) AND e.outcome <> ALL (may.outcomes)
                            AND e.outcome <> 'NEVER_PLACED'
                        """
                                + theirs);
        assertThat(wrong).isEmpty();
        String asPeople = "a.e164 ~ '5$' AND e.outcome IN ('ANSWERED', 'ABANDONED')";
        few(floor, "machines that screening took for people", asPeople + theirs, 3);
        String alone = "a.e164 ~ '[01]$' AND e.outcome = 'ABANDONED'";
        few(floor, "people whom no agent reached", alone + theirs, 2);
    }

    private static void few(WholeFloor floor, String what, String which, int most) {
        assertThat(
                        floor.floor.count(
                                """
                                SELECT count(*) FROM attempt a
                                JOIN attempt_end e ON e.attempt_id = a.id
                                WHERE
                                """
                                        + which))
                .as(what)
                .isLessThanOrEqualTo(most);
    }

    static void agentsAndRecordsAreInOrder(WholeFloor floor) {
        none(floor, "attempt without its permit", PERMITLESS);
        none(floor, "attempt without its one audit entry", UNAUDITED);
        none(floor, "attempt without an end, or with two", UNENDED);
        none(floor, "agent on two calls at once", DOUBLE_BOOKED);
        none(floor, "call seen to its end whose trunk is not known", TRUNKLESS);
        none(floor, "live attempt left", "SELECT attempt_id::text FROM live_attempt");
        assertThat(floor.undisposed()).as("conversations without a disposition").isZero();
        assertThat(
                        floor.floor.count(
                                "SELECT count(*) FROM attempt_end WHERE connected_at IS NOT NULL"))
                .as("conversations")
                .isPositive();
    }

    /// For a floor that nothing disturbed.
    static void everyConversationHasItsScreenAndItsRecording(WholeFloor floor) {
        none(floor, "conversation without the time to its screen", UNSCREENED);
        none(floor, "recorded where it may not be, or not where it should", MISRECORDED);
        List<String> recordings =
                floor.floor.column("SELECT recording FROM attempt_end WHERE recording <> ''");
        assertThat(recordings).as("recordings").isNotEmpty().doesNotHaveDuplicates();
        await("sound in each recording")
                .atMost(WRITTEN_WITHIN)
                .until(() -> recordings.stream().allMatch(file -> hasSound(floor, file)));
    }

    private static boolean hasSound(WholeFloor floor, String recording) {
        return floor.asterisk.onHost(recording).toFile().length() > HEADER_BYTES;
    }

    private static void none(WholeFloor floor, String what, String sql) {
        assertThat(floor.floor.column(sql)).as(what).isEmpty();
    }

    static String summary(WholeFloor floor) {
        return floor
                        .floor
                        .column(
                                """
                                SELECT rpad(outcome, 22) || lpad(count(*)::text, 5) FROM attempt_end
                                GROUP BY outcome ORDER BY outcome
                                """)
                        .stream()
                        .collect(Collectors.joining("\n"))
                + floor
                        .floor
                        .column(
                                """
                                SELECT format('answer to screen: %s calls, p50 %s ms, p99 %s ms',
                                    count(*),
                                    percentile_disc(0.5) WITHIN GROUP (ORDER BY latency_us) / 1000,
                                    percentile_disc(0.99) WITHIN GROUP (ORDER BY latency_us) / 1000)
                                FROM screen_pop
                                """)
                        .stream()
                        .collect(Collectors.joining("\n", "\n", ""))
                + "\ndeclined to robots: "
                + floor.declined;
    }
}
