package org.rightparty.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.console.fakes.ConsoleFixture;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;

class ForwardedTest {
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    peer      | X-Forwarded-For                | proxies           | client
                    10.0.0.1  | ''                             | ''                | 10.0.0.1
                    10.0.0.1  | 203.0.113.7                    | ''                | 10.0.0.1
                    10.0.0.9  | 203.0.113.7                    | 10.0.0.1          | 10.0.0.9
                    10.0.0.1  | 203.0.113.7                    | 10.0.0.1          | 203.0.113.7
                    10.0.0.1  | ''                             | 10.0.0.1          | 10.0.0.1
                    10.0.0.1  | 198.51.100.1, 203.0.113.7      | 10.0.0.1          | 203.0.113.7
                    10.0.0.1  | 203.0.113.7, 10.0.0.2          | 10.0.0.1 10.0.0.2 | 203.0.113.7
                    10.0.0.1  | 203.0.113.7, 10.0.0.2          | 10.0.0.1          | 10.0.0.2
                    10.0.0.1  | 203.0.113.7:5555               | 10.0.0.1          | 203.0.113.7
                    10.0.0.1  | [2001:db8:1:2:3:4:5:7]:5  | 10.0.0.1 | 2001:db8:1:2:3:4:5:7
                    10.0.0.1  | 2001:DB8:1:2:3:4:5:7      | 10.0.0.1 | 2001:db8:1:2:3:4:5:7
                    10.0.0.1  | unknown                        | 10.0.0.1          | 10.0.0.1
                    10.0.0.1  | 203.0.113.7, <script>          | 10.0.0.1          | 10.0.0.1
                    10.0.0.1  | 10.0.0.1                       | 10.0.0.1          | 10.0.0.1
                    ::1       | 203.0.113.7                    | 0:0:0:0:0:0:0:1   | 203.0.113.7
                    """)
    void believes_only_proxies_that_the_house_trusts(
            String peer, String header, String proxies, String client) {
        List<String> headers = header.isEmpty() ? List.of() : List.of(header);
        Set<String> trusted = proxies.isEmpty() ? Set.of() : Set.of(proxies.split(" "));
        assertThat(Forwarded.client(peer, headers, trusted)).isEqualTo(client);
    }

    @Test
    void reads_several_headers_as_one() {
        List<String> headers = List.of("203.0.113.7", "10.0.0.2");
        assertThat(Forwarded.client("10.0.0.1", headers, Set.of("10.0.0.1", "10.0.0.2")))
                .isEqualTo("203.0.113.7");
    }

    @ParameterizedTest
    @CsvSource({"true, 401", "false, 429"})
    void clients_behind_a_trusted_proxy_do_not_share_one_limit(boolean trusted, int code) {
        try (ConsoleFixture console =
                ConsoleFixture.behind(trusted ? Set.of("127.0.0.1") : Set.of())) {
            for (int i = 0; i < LogIns.ADDRESS_TRIES_MAX + 5; i++) {
                tryFrom(console, "203.0.113.7");
            }
            assertThat(tryFrom(console, "203.0.113.7")).isEqualTo(429);
            assertThat(tryFrom(console, "203.0.113.8")).isEqualTo(code);
        }
    }

    /// A login too long to be one costs no hashing and counts as a try.
    private static int tryFrom(ConsoleFixture console, String address) {
        ConsoleClient client = new ConsoleClient(console.port());
        String body = WireJson.write(new Wire.LogIn("x".repeat(65), "guess"));
        return client.send(
                        client.request("/api/log-in")
                                .header("X-Forwarded-For", address)
                                .POST(BodyPublishers.ofString(body)))
                .statusCode();
    }
}
