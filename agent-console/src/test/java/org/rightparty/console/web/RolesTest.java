package org.rightparty.console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.console.fakes.ConsoleFixture;

/// Every route and socket against every role.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesTest {
    private final ConsoleFixture console = new ConsoleFixture(0);

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
                    path              | nobody | agent | supervisor | officer | admin
                    /api/me           | 401    | 200   | 200        | 200     | 200
                    /api/dispositions | 401    | 200   | 200        | 200     | 200
                    /api/reasons      | 401    | 200   | 200        | 200     | 200
                    /api/desk/phone   | 401    | 200   | 403        | 403     | 403
                    /health/live      | 200    | 200   | 200        | 200     | 200
                    /health/ready     | 200    | 200   | 200        | 200     | 200
                    """)
    void each_route_knows_its_roles(
            String path, int nobody, int agent, int supervisor, int officer, int admin) {
        assertThat(new ConsoleClient(console.port()).get(path).statusCode()).isEqualTo(nobody);
        assertThat(code("agent", path)).isEqualTo(agent);
        assertThat(code("supervisor", path)).isEqualTo(supervisor);
        assertThat(code("officer", path)).isEqualTo(officer);
        assertThat(code("admin", path)).isEqualTo(admin);
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

    @ParameterizedTest
    @CsvSource({"supervisor, true", "officer, false", "admin, true"})
    void only_supervisors_and_administrators_give_orders(String login, boolean accepted) {
        int before = console.floor.orders().size();
        SocketClient socket = ConsoleClient.of(console.port(), login).socket("/ws/floor");
        socket.send(WireJson.write(new Wire.AskFloor("o", new WireOrder.Drain(1))));
        assertThat(socket.next("answer").get("accepted").asBoolean()).isEqualTo(accepted);
        assertThat(console.floor.orders()).hasSize(accepted ? before + 1 : before);
        socket.abort();
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
        ConsoleClient client = ConsoleClient.of(console.port(), login);
        assertThat(client.post("/api/search", "{\"q\":\"del\"}").statusCode()).isEqualTo(code);
    }

    private static int throughProxy(ConsoleClient client) {
        return client.send(client.request("/metrics").header("X-Forwarded-For", "10.0.0.9").GET())
                .statusCode();
    }

    private int code(String login, String path) {
        return ConsoleClient.of(console.port(), login).get(path).statusCode();
    }

    private void assertSocket(String login, String path, int code) {
        ConsoleClient client = ConsoleClient.of(console.port(), login);
        if (code == 101) {
            client.socket(path).abort();
        } else {
            assertThatThrownBy(() -> client.socket(path))
                    .isInstanceOfSatisfying(
                            SocketClient.Refused.class, r -> assertThat(r.code).isEqualTo(code));
        }
    }
}
