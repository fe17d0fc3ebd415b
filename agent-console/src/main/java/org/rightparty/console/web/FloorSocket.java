package org.rightparty.console.web;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;

import org.rightparty.console.desk.Answer;
import org.rightparty.console.floor.FloorView;
import org.rightparty.console.people.Sessions.Held;

/// One page that watches the floor.
final class FloorSocket implements OpenSocket {
    private final Context context;
    private final SocketWire wire;
    private final Held held;
    private final FloorView floor;
    private final Clocks clocks;
    private long seq;

    FloorSocket(Vertx vertx, ServerWebSocket socket, Held held, FloorView floor, Clocks clocks) {
        this.context = vertx.getOrCreateContext();
        this.wire = new SocketWire(vertx, socket, clocks.nanos());
        this.held = held;
        this.floor = floor;
        this.clocks = clocks;
        socket.textMessageHandler(this::received);
    }

    @Override
    public Held held() {
        return held;
    }

    @Override
    public void close(String reason) {
        context.runOnContext(ignored -> wire.last(new Wire.Dismissed(reason)));
    }

    void closed() {
        wire.closed();
    }

    /// Sends a floor already written; a page that does not read misses it. From any thread.
    void floor(String json) {
        context.runOnContext(ignored -> {
            if (!wire.isFull()) {
                seq++;
                wire.write("{\"kind\":\"floor\",\"seq\":" + seq + ",\"floor\":" + json + "}");
            }
        });
    }

    private void received(String text) {
        if (!wire.heard(clocks.nanos().getAsLong())) {
            return;
        }
        try {
            switch (WireJson.read(text, Wire.FromFloor.class)) {
                case Wire.AskFloor ask -> order(ask);
                case Wire.PingFloor ping -> wire.send(new Wire.Pong(clocks.clock().instant()));
            }
        } catch (WireJson.Malformed | IllegalArgumentException wrong) {
            wire.protocolBroken();
        }
    }

    private void order(Wire.AskFloor ask) {
        if (held.person().holdsOneOf(SocketAccess.ORDER)) {
            floor.order(held.person().id(), WireOrder.toCore(ask.order()))
                    .whenComplete((answer, failed) ->
                            context.runOnContext(ignored ->
                                    wire.send(SocketWire.answer(ask.ref(), answer, failed))));
        } else {
            Answer refused =
                    Answer.Declined.because("NOT_YOUR_ROLE", "Your role does not allow this.");
            wire.send(SocketWire.answer(ask.ref(), refused, null));
        }
    }
}
