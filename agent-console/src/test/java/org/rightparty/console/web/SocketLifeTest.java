package org.rightparty.console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rightparty.console.agent.PauseReason;
import org.rightparty.console.desk.Intent;
import org.rightparty.console.fakes.ConsoleFixture;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/// Silence, slow readers and the floor's beat. The monotonic clock can be put forward.
class SocketLifeTest {
    private final AtomicLong ahead = new AtomicLong();
    private final ConsoleFixture console =
            new ConsoleFixture(
                    ConsoleConfig.onLoopback(0, ConsoleFixture.uploads()),
                    new Clocks(
                            InstantSource.system(),
                            () -> System.nanoTime() + ahead.get(),
                            new SecureRandom()));

    @AfterEach
    void stop() {
        console.close();
    }

    @Test
    void closes_a_page_that_is_silent_for_fifteen_seconds_and_keeps_its_desk() {
        SocketClient socket = desk();
        socket.next("desk");
        ahead.addAndGet(SocketWire.SILENCE_MAX.toNanos());
        assertThat(socket.closeCode()).isEqualTo(4002);
        assertThat(console.desks.snapshot(ConsoleFixture.AGENT)).isPresent();
    }

    @Test
    void keeps_a_page_that_pings() {
        SocketClient socket = desk();
        socket.next("desk");
        ahead.addAndGet(SocketWire.SILENCE_MAX.minusSeconds(5).toNanos());
        socket.send(new Wire.Ping());
        socket.next("pong");
        ahead.addAndGet(SocketWire.SILENCE_MAX.minusSeconds(8).toNanos());
        await().during(Duration.ofSeconds(4))
                .atMost(Duration.ofSeconds(6))
                .until(() -> !socket.isClosed());
    }

    @Test
    void a_page_that_hangs_gets_the_latest_desk_and_not_all_it_missed() {
        SocketClient socket = desk();
        socket.next("desk");
        console.callFor(ConsoleFixture.AGENT);
        socket.next("desk");
        socket.stopReading();
        int changes = 6_000;
        for (int i = 0; i < changes; i++) {
            console.desks.ask(ConsoleFixture.AGENT, new Intent.AskForHelp(i % 2 == 0));
        }
        long last = console.desks.snapshot(ConsoleFixture.AGENT).orElseThrow().revision();
        socket.readOn();
        int frames = 0;
        JsonNode desk = socket.next("desk");
        while (desk.at("/desk/revision").asLong() < last) {
            frames++;
            desk = socket.next("desk");
        }
        assertThat(frames).isLessThan(changes / 2);
    }

    @Test
    void beats_the_floor_every_second_and_at_once_when_it_changes() {
        SocketClient desk = desk();
        desk.next("desk");
        SocketClient floor = ConsoleClient.of(console.port(), "supervisor").socket("/ws/floor");
        JsonNode first = floor.next("floor");
        assertThat(first.get("seq").asLong()).isEqualTo(1);
        assertThat(first.at("/floor/campaigns/0/name").asText()).isEqualTo("Card 90");
        console.desks.ask(ConsoleFixture.AGENT, new Intent.Pause(PauseReason.LUNCH));
        JsonNode next = floor.next("floor");
        while (!next.at("/floor/campaigns/0/agents/0/state/reason").asText().equals("LUNCH")) {
            next = floor.next("floor");
        }
        assertThat(floor.next("floor").get("seq").asLong()).isEqualTo(next.get("seq").asLong() + 1);
    }

    private SocketClient desk() {
        return ConsoleClient.of(console.port(), "agent").socket("/ws/desk?campaign=1");
    }
}
