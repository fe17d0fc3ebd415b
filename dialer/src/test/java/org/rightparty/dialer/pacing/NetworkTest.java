package org.rightparty.dialer.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.dialer.pacing.Network.Carried;
import org.rightparty.dialer.pacing.NetworkTally.Kind;
import org.rightparty.vocabulary.Outcome;

import java.util.Random;
import java.util.random.RandomGenerator;

class NetworkTest {
    private static final String CALLER = "+12125550100";
    private static final double HOUR = 3_600;

    private final Network network = new Network();
    private final TrunkHealth health = new TrunkHealth();
    private final RandomGenerator chance = new Random(9);
    private double now = 1_772_550_000;

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    outcome,              cause, sip, result
                    ANSWERED,             16,    '',  ANSWERED
                    ABANDONED,            16,    '',  ANSWERED
                    ANSWERED_DROPPED,     16,    '',  ANSWERED
                    VOICEMAIL_LEFT,       16,    '',  MACHINE
                    VOICEMAIL_NO_MESSAGE, 16,    '',  MACHINE
                    BUSY,                 17,    486, BUSY
                    RING_NO_ANSWER,       19,    '',  NO_ANSWER
                    RING_NO_ANSWER,       21,    603, NO_ANSWER
                    NOT_IN_SERVICE,       1,     404, DEAD
                    NETWORK_BLOCKED,      21,    '',  BLOCKED
                    NETWORK_BLOCKED,      21,    607, SPAM
                    NETWORK_BLOCKED,      21,    608, SPAM
                    UNKNOWN,              21,    603, SPAM
                    UNKNOWN,              20,    480, NO_ANSWER
                    UNKNOWN,              18,    408, NO_ANSWER
                    UNKNOWN,              21,    403, FAILED
                    UNKNOWN,              34,    503, FAILED
                    UNKNOWN,              0,     '',  FAILED
                    NEVER_PLACED,         0,     '',  nothing
                    """)
    void says_what_the_network_did(Outcome outcome, int cause, String sip, String result) {
        assertThat(NetworkResult.of(outcome, cause, sip).map(Enum::name).orElse("nothing"))
                .isEqualTo(result);
    }

    @Test
    void a_trunk_by_which_nobody_answers_is_told_from_what_changes_for_all() {
        calls("north", 300, 0.15, 0);
        calls("south", 300, 0.15, 0);
        assertThat(network.trunkOdds("north", now)).isEqualTo(1);
        for (int i = 0; i < 300; i++) {
            calls("north", 1, 0.15, 0);
            calls("south", 1, 0, 0);
            now += 2;
        }
        assertThat(network.trunkOdds("north", now)).isEqualTo(1);
        assertThat(network.trunkOdds("south", now)).isLessThan(0.7);
        assertThat(tally(Kind.TRUNK, "south").standing()).isEqualTo(Standing.FAILING);
        assertThat(tally(Kind.TRUNK, "south").reason()).contains("as often as usual");
    }

    @Test
    void what_changes_for_all_is_no_trunks_doing() {
        for (int i = 0; i < 800; i++) {
            calls("north", 1, i < 400 ? 0.3 : 0.1, 0);
            calls("south", 1, i < 400 ? 0.3 : 0.1, 0);
            assertThat(network.trunkOdds("north", now)).isEqualTo(1);
            assertThat(network.trunkOdds("south", now)).isEqualTo(1);
        }
    }

    @Test
    void calls_that_got_nowhere_say_nothing_of_answers() {
        calls("north", 200, 0.15, 0);
        calls("south", 200, 0.15, 0);
        double before = tally(Kind.TRUNK, "south").expected();
        for (int i = 0; i < 100; i++) {
            saw("south", NetworkResult.FAILED);
        }
        assertThat(tally(Kind.TRUNK, "south").expected()).isCloseTo(before, within(0.001));
        assertThat(tally(Kind.TRUNK, "south").count(NetworkResult.FAILED)).isGreaterThan(99);
        assertThat(network.trunkOdds("south", now)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    calls, answer rate, refused of 100, standing
                    20,    0.15,        0,              UNTRIED
                    600,   0.15,        0,              SOUND
                    600,   0.15,        2,              SOUND
                    600,   0.05,        20,             REJECTED
                    600,   0.05,        0,              FAILING
                    """)
    void a_caller_id_that_is_taken_for_spam_is_told(
            int calls, double rate, int refused, Standing standing) {
        if (calls > 20) {
            calls("north", 2_000, 0.15, 0);
            now += 10 * 24 * HOUR;
        }
        calls("north", calls, rate, refused / 100.0);
        assertThat(tally(Kind.CALLER_ID, CALLER).standing()).isEqualTo(standing);
    }

    @Test
    void one_campaigns_caller_id_says_nothing_of_anothers() {
        Network other = new Network();
        for (int i = 0; i < 1_500; i++) {
            boolean spoiled = i > 800;
            calls("north", 1, spoiled ? 0.05 : 0.15, spoiled ? 0.2 : 0);
            boolean answered = chance.nextDouble() < 0.15;
            other.saw(
                    new Carried(
                            "north",
                            "+12125550101",
                            Lead.USUAL,
                            answered ? NetworkResult.ANSWERED : NetworkResult.NO_ANSWER),
                    now);
        }
        assertThat(tally(Kind.CALLER_ID, CALLER).standing()).isEqualTo(Standing.REJECTED);
        assertThat(other.tallies(health, now))
                .allSatisfy(t -> assertThat(t.standing()).isEqualTo(Standing.SOUND));
    }

    @ParameterizedTest
    @CsvSource({"TRUNK, 600", "CALLER_ID, 86400", "LIST, 604800", "HOUR, 1209600"})
    void half_of_the_weight_is_gone_after_the_half_life(Kind kind, double seconds) {
        for (int i = 0; i < 100; i++) {
            saw("north", NetworkResult.BUSY);
        }
        String key =
                network.tallies(health, now).stream()
                        .filter(t -> t.kind() == kind)
                        .findFirst()
                        .orElseThrow()
                        .key();
        now += seconds;
        assertThat(tally(kind, key).count(NetworkResult.BUSY)).isCloseTo(50, within(0.01));
    }

    @Test
    void outlives_a_restart_and_ages_meanwhile() {
        calls("north", 100, 0.2, 0);
        Network after = new Network(network.memory());
        assertThat(after.tallies(health, now)).isEqualTo(network.tallies(health, now));
        double calls = tally(Kind.CALLER_ID, CALLER).calls();
        Network later = new Network(network.memory());
        now += 24 * HOUR;
        NetworkTally aged =
                later.tallies(health, now).stream()
                        .filter(t -> t.kind() == Kind.CALLER_ID)
                        .findFirst()
                        .orElseThrow();
        assertThat(aged.calls()).isCloseTo(calls / 2, within(0.01));
    }

    private void calls(String trunk, int count, double rate, double refused) {
        for (int i = 0; i < count; i++) {
            double lot = chance.nextDouble();
            boolean spam = lot > 1 - refused;
            NetworkResult not = spam ? NetworkResult.SPAM : NetworkResult.NO_ANSWER;
            saw(trunk, lot < rate ? NetworkResult.ANSWERED : not);
        }
    }

    private void saw(String trunk, NetworkResult result) {
        network.saw(new Carried(trunk, CALLER, new Lead("Cards/OTHER", 1), result), now);
    }

    private NetworkTally tally(Kind kind, String key) {
        return network.tallies(health, now).stream()
                .filter(t -> t.kind() == kind && t.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
