package org.rightparty.dialer.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rightparty.dialer.pacing.Lead;
import org.rightparty.dialer.pacing.Memory;
import org.rightparty.dialer.pacing.Memory.Part;
import org.rightparty.dialer.pacing.Network;
import org.rightparty.dialer.pacing.Network.Carried;
import org.rightparty.dialer.pacing.NetworkResult;
import org.rightparty.dialer.pacing.NetworkTally;
import org.rightparty.dialer.pacing.TrunkHealth;
import org.rightparty.vocabulary.CampaignId;

import java.time.Instant;
import java.util.List;

class PostgresPaceMemoryTest {
    private static final Instant AT = Instant.parse("2026-03-02T15:00:00Z");

    private final Floorplan floor = Floorplan.open();

    @AfterEach
    void close() {
        floor.database.close();
    }

    @Test
    void what_was_learned_comes_back_and_the_last_word_holds() {
        PostgresPaceMemory memories = new PostgresPaceMemory(floor.database);
        CampaignId campaign = floor.campaign;
        assertThat(memories.of(campaign)).isEqualTo(Memory.NONE);
        Part ring = new Part("ring", Memory.ANY_HOUR, "", List.of(1.0, 2.5));
        memories.keep(campaign, new Memory(List.of(ring, level(14, 3))), AT);
        memories.keep(campaign, new Memory(List.of(level(14, 4), level(15, 5))), AT);
        assertThat(memories.of(campaign).parts()).containsExactly(level(14, 4), level(15, 5), ring);
    }

    @Test
    void what_the_network_did_is_kept_beside_what_the_pace_has_learned() {
        PostgresPaceMemory memories = new PostgresPaceMemory(floor.database);
        RememberedNetwork book = new RememberedNetwork(memories, Runnable::run);
        memories.keep(floor.campaign, new Memory(List.of(level(14, 3))), AT);
        Network before = new Network(book.of(floor.campaign));
        double now = AT.getEpochSecond();
        Lead lead = new Lead("Cards/OTHER", 1);
        before.saw(new Carried("north", "+12125550100", lead, NetworkResult.SPAM), now);
        book.keep(floor.campaign, before.memory(), AT);
        Network after = new Network(book.of(floor.campaign));
        TrunkHealth health = new TrunkHealth();
        assertThat(after.tallies(health, now))
                .isEqualTo(before.tallies(health, now))
                .hasSize(NetworkTally.Kind.values().length);
        assertThat(memories.of(floor.campaign).parts()).contains(level(14, 3));
    }

    private static Part level(int hour, double seen) {
        return new Part("level", hour, "", List.of(seen, 7.0));
    }
}
