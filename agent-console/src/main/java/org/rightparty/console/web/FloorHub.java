package org.rightparty.console.web;

import io.vertx.core.Vertx;

import org.rightparty.console.floor.FloorView;
import org.rightparty.console.floor.FloorView.CampaignLine;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// Sends the floor to all who watch it: soon after it changed and at least once a second. It is
/// written once for all, and the sockets are served one after another over a fifth of a second, not
/// in a burst.
final class FloorHub {
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration SPREAD = Duration.ofMillis(200);
    private static final Duration SEND_EVERY = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final FloorView floor;
    private final LongSupplier nanos;
    private final Set<FloorSocket> watching = ConcurrentHashMap.newKeySet();
    private List<CampaignLine> sent = List.of();
    private long sentAt;

    FloorHub(Vertx vertx, FloorView floor, LongSupplier nanos) {
        this.vertx = vertx;
        this.floor = floor;
        this.nanos = nanos;
        this.sentAt = nanos.getAsLong();
        vertx.getOrCreateContext()
                .runOnContext(ignored -> vertx.setPeriodic(LOOK_EVERY.toMillis(), id -> look()));
    }

    void join(FloorSocket socket) {
        watching.add(socket);
        socket.floor(json(floor.snapshot()));
    }

    void leave(FloorSocket socket) {
        watching.remove(socket);
    }

    private void look() {
        if (!watching.isEmpty()) {
            FloorView.FloorSnapshot now = floor.snapshot();
            long at = nanos.getAsLong();
            boolean due = at - sentAt >= SEND_EVERY.toNanos();
            if (due || !now.campaigns().equals(sent)) {
                sent = now.campaigns();
                sentAt = at;
                spread(json(now));
            }
        }
    }

    private void spread(String json) {
        List<FloorSocket> all = List.copyOf(watching);
        for (int i = 0; i < all.size(); i++) {
            FloorSocket socket = all.get(i);
            long delay = SPREAD.toMillis() * i / all.size();
            if (delay == 0) {
                socket.floor(json);
            } else {
                vertx.setTimer(delay, id -> socket.floor(json));
            }
        }
    }

    private static String json(FloorView.FloorSnapshot floor) {
        return WireJson.write(WireFloor.of(floor));
    }
}
