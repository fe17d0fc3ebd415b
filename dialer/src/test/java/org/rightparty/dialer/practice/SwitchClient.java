package org.rightparty.dialer.practice;

import static org.awaitility.Awaitility.await;

import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.ManagerConnection;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.action.RedirectAction;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.response.ManagerResponse;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/// asterisk-java as production uses it, with what it heard kept in order.
final class SwitchClient implements AutoCloseable {
    static final String USER = "dialer";
    static final String SECRET = "practice-secret";

    final List<ManagerEvent> heard = new CopyOnWriteArrayList<>();
    final ManagerConnection connection;

    SwitchClient(int port) {
        connection = new DefaultManagerConnection("127.0.0.1", port, USER, SECRET);
        UserEvents.ALL.forEach(connection::registerUserEventClass);
        connection.addEventListener(heard::add);
        try {
            connection.login();
        } catch (IOException | AuthenticationFailedException | TimeoutException failed) {
            throw new IllegalStateException(failed);
        }
    }

    ManagerResponse send(ManagerAction action) {
        try {
            return connection.sendAction(action);
        } catch (IOException | TimeoutException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// Calls a consumer as the dialer does.
    void call(String id, String e164, Duration timeout) {
        send(originate(id, "PJSIP/" + e164 + "@practice", "consumer", "s", timeout));
    }

    void callLine(String line) {
        send(originate("line-" + line, "PJSIP/" + line, "agent", line, Duration.ofSeconds(20)));
    }

    private static OriginateAction originate(
            String id, String channel, String context, String exten, Duration timeout) {
        OriginateAction action = new OriginateAction();
        action.setActionId(id);
        action.setChannelId(id);
        action.setChannel(channel);
        action.setContext(context);
        action.setExten(exten);
        action.setPriority(1);
        action.setTimeout(timeout.toMillis());
        action.setAsync(true);
        action.setVariables(
                Map.of(
                        "__DIALER_CALL_ID",
                        id,
                        "ABANDONED_MESSAGE",
                        "ABANDONED-en-1",
                        "ABANDONED_PROMPT",
                        "safe-harbor"));
        return action;
    }

    ManagerResponse redirect(String id, String context, String exten) {
        return send(new RedirectAction(id, context, exten, 1));
    }

    /// Waits for an event of a class about which `told` is true.
    <E extends ManagerEvent> E hears(Class<E> type, Predicate<E> told) {
        return await().atMost(Duration.ofSeconds(5))
                .until(
                        () ->
                                heard.stream()
                                        .filter(type::isInstance)
                                        .map(type::cast)
                                        .filter(told)
                                        .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    <E extends ManagerEvent> E hears(Class<E> type) {
        return hears(type, _ -> true);
    }

    @Override
    public void close() {
        connection.logoff();
    }
}
