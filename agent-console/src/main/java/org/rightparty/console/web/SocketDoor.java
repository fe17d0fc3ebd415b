package org.rightparty.console.web;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;

import org.jspecify.annotations.Nullable;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.people.Sessions.Held;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Role;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where sockets come in: origin, room, session and role are checked before the upgrade, and the
/// session again every minute after it.
final class SocketDoor {
    static final int SOCKETS_MAX = 5_000;
    static final Duration CHECK_EVERY = Duration.ofMinutes(1);
    private static final Pattern CAMPAIGN =
            Pattern.compile("(?:^|&)campaign=([1-9]\\d{0,17})(?:&|$)");
    private static final String LOGGED_OUT = "You are logged out.";

    private final ConsoleServices services;
    private final Clocks clocks;
    private final Admission admission;
    private final Blocking blocking;
    private final Origins origins;
    private final FloorHub floors;
    private final Set<OpenSocket> open = ConcurrentHashMap.newKeySet();

    SocketDoor(
            ConsoleServices services,
            Clocks clocks,
            ConsoleConfig config,
            Admission admission,
            Blocking blocking,
            FloorHub floors) {
        this.services = services;
        this.clocks = clocks;
        this.admission = admission;
        this.blocking = blocking;
        this.origins = Origins.of(config);
        this.floors = floors;
    }

    void knock(Vertx vertx, ServerWebSocketHandshake handshake) {
        Set<Role> roles = SocketAccess.OPEN.getOrDefault(handshake.path(), Set.of());
        String cookie = handshake.headers().get("Cookie");
        if (roles.isEmpty()) {
            handshake.reject(404);
        } else if (!origins.allow(
                handshake.headers().get("Origin"), handshake.headers().get("Host"))) {
            handshake.reject(403);
        } else if (open.size() >= SOCKETS_MAX) {
            handshake.reject(503);
        } else {
            blocking.run(vertx.getOrCreateContext(), () -> admission.session(cookie))
                    .onSuccess(held -> admit(vertx, handshake, roles, held))
                    .onFailure(failed -> handshake.reject(503));
        }
    }

    private void admit(
            Vertx vertx, ServerWebSocketHandshake handshake, Set<Role> roles, Optional<Held> held) {
        Optional<CampaignId> campaign = campaign(handshake);
        if (held.isEmpty()) {
            handshake.reject(401);
        } else if (!held.get().person().holdsOneOf(roles)) {
            handshake.reject(403);
        } else if (handshake.path().equals(SocketAccess.FLOOR)) {
            handshake.accept().onSuccess(socket -> openFloor(vertx, socket, held.get()));
        } else if (campaign.isPresent()) {
            handshake
                    .accept()
                    .onSuccess(socket -> openDesk(vertx, socket, held.get(), campaign.get()));
        } else {
            handshake.reject(400);
        }
    }

    private static Optional<CampaignId> campaign(ServerWebSocketHandshake handshake) {
        String query = handshake.query();
        Matcher matcher = CAMPAIGN.matcher(query == null ? "" : query);
        return matcher.find()
                ? Optional.of(new CampaignId(Long.parseLong(matcher.group(1))))
                : Optional.empty();
    }

    private void openDesk(Vertx vertx, ServerWebSocket socket, Held held, CampaignId campaign) {
        Context context = vertx.getOrCreateContext();
        DeskSocket desk = new DeskSocket(vertx, socket, held, services, clocks, blocking);
        open.add(desk);
        long checking = checkSometimes(vertx, desk);
        socket.closeHandler(closed -> {
            vertx.cancelTimer(checking);
            open.remove(desk);
            desk.closed();
        });
        services.desks()
                .open(held.person().id(), campaign, desk)
                .whenComplete(
                        (answer, failed) -> context.runOnContext(ignored -> opened(desk, answer)));
    }

    private static void opened(DeskSocket desk, @Nullable Answer answer) {
        switch (answer) {
            case null -> desk.close("The desk cannot be opened now. Try again.");
            case Answer.Declined declined -> desk.declined(declined);
            case Answer.Accepted accepted -> desk.opened();
        }
    }

    private void openFloor(Vertx vertx, ServerWebSocket socket, Held held) {
        FloorSocket floor = new FloorSocket(vertx, socket, held, services.floor(), clocks);
        open.add(floor);
        long checking = checkSometimes(vertx, floor);
        socket.closeHandler(closed -> {
            vertx.cancelTimer(checking);
            open.remove(floor);
            floors.leave(floor);
            floor.closed();
        });
        floors.join(floor);
    }

    private long checkSometimes(Vertx vertx, OpenSocket socket) {
        Context context = vertx.getOrCreateContext();
        return vertx.setPeriodic(
                CHECK_EVERY.toMillis(),
                id ->
                        blocking.run(context, () -> admission.stillHeld(socket.held()))
                                .onSuccess(alive -> {
                                    if (!alive) {
                                        socket.close(LOGGED_OUT);
                                    }
                                }));
    }

    /// Closes the sockets of a session that ended.
    void loggedOut(Held held) {
        String ended = held.session().tokenSha256();
        open.stream()
                .filter(socket -> socket.held().session().tokenSha256().equals(ended))
                .forEach(socket -> socket.close(LOGGED_OUT));
    }
}
