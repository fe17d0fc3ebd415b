package org.rightparty.console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rightparty.console.fakes.ConsoleFixture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Every socket and every message on it against every role. The routes have their own such test,
/// with those of the other modules.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesTest {
    private final ConsoleFixture console = new ConsoleFixture(0);
    private final Map<String, ConsoleClient> clients = new HashMap<>();

    @AfterAll
    void stop() {
        console.close();
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    path                | agent | supervisor | officer | admin
                    /ws/desk?campaign=1 | 101   | 403        | 403     | 403
                    /ws/floor           | 403   | 101        | 101     | 101
                    """)
    void each_socket_knows_its_roles(
            String path, int agent, int supervisor, int officer, int admin) {
        assertSocket("agent", path, agent);
        assertSocket("supervisor", path, supervisor);
        assertSocket("officer", path, officer);
        assertSocket("admin", path, admin);
    }

    /// Each order as a page writes it.
    static List<String> orders() {
        return List.of(
                "{\"kind\":\"start\",\"campaign\":1}",
                "{\"kind\":\"drain\",\"campaign\":1}",
                "{\"kind\":\"stop\",\"campaign\":1}",
                "{\"kind\":\"setMode\",\"campaign\":1,\"mode\":\"PREVIEW\"}",
                "{\"kind\":\"setAim\",\"campaign\":1,\"aim\":{\"kind\":\"neverAbandon\"}}",
                "{\"kind\":\"pauseAgent\",\"agent\":12}");
    }

    @Test
    void every_order_and_every_message_of_a_floor_is_in_this_test() {
        List<Class<?>> tested = new ArrayList<>();
        orders().forEach(json -> tested.add(WireJson.read(json, WireOrder.class).getClass()));
        assertThat(tested).containsExactlyInAnyOrder(WireOrder.class.getPermittedSubclasses());
        assertThat(Wire.FromFloor.class.getPermittedSubclasses())
                .containsExactlyInAnyOrder(Wire.AskFloor.class, Wire.PingFloor.class);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void only_supervisors_and_administrators_give_orders(String order) {
        SocketClient desk = client("agent").socket("/ws/desk?campaign=1");
        desk.next("desk");
        for (String login : List.of("supervisor", "officer", "admin")) {
            boolean may = !login.equals("officer");
            int before = console.floor.orders().size();
            SocketClient socket = client(login).socket("/ws/floor");
            WireOrder wire = WireJson.read(order, WireOrder.class);
            socket.send(WireJson.write(new Wire.AskFloor("o", wire)));
            assertThat(socket.next("answer").get("accepted").asBoolean()).isEqualTo(may);
            assertThat(console.floor.orders()).hasSize(may ? before + 1 : before);
            socket.abort();
        }
        desk.abort();
    }

    private ConsoleClient client(String login) {
        return clients.computeIfAbsent(login, name -> ConsoleClient.of(console.port(), name));
    }

    @Test
    void the_metrics_are_for_this_machine_or_an_administrator() {
        ConsoleClient agent = ConsoleClient.of(console.port(), "agent");
        assertThat(agent.get("/metrics").statusCode()).isEqualTo(200);
        assertThat(throughProxy(agent)).isEqualTo(403);
        assertThat(throughProxy(ConsoleClient.of(console.port(), "admin"))).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"agent, 200", "supervisor, 200", "officer, 200", "admin, 403"})
    void only_people_on_the_floor_and_officers_look_accounts_up(String login, int code) {
        ConsoleClient client = client(login);
        assertThat(client.post("/api/search", "{\"q\":\"del\"}").statusCode()).isEqualTo(code);
    }

    private static int throughProxy(ConsoleClient client) {
        return client.send(client.request("/metrics").header("X-Forwarded-For", "10.0.0.9").GET())
                .statusCode();
    }

    private void assertSocket(String login, String path, int code) {
        ConsoleClient client = client(login);
        if (code == 101) {
            client.socket(path).abort();
        } else {
            assertThatThrownBy(() -> client.socket(path))
                    .isInstanceOfSatisfying(
                            SocketClient.Refused.class, r -> assertThat(r.code).isEqualTo(code));
        }
    }
}
