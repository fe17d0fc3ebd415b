package org.rightparty.dialer.whole;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;

import org.rightparty.console.web.ConsoleClient;
import org.rightparty.dialer.robot.TestFloor;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What an office does before the first call, over HTTP as it would: one officer writes the message
/// that the law asks for and another puts it in force, an administrator enters a campaign and a new
/// client with the mapping of its files, uploads the client's file of invented people, and starts
/// the campaign.
final class FirstPlacement {
    static final String FILE = "june.csv";
    private static final String CLIENT = "Northbank";
    private static final String CAMPAIGN = "Test campaign";
    private static final Duration IMPORTED_WITHIN = Duration.ofMinutes(2);

    private static final String HEADER =
            "Acct #;First;Last;Born;Street;City;State;ZIP;Home phone;Balance;Type;Charged off\n";
    private static final String MAPPING =
            """
            {
              "format": "csv",
              "delimiter": ";",
              "columns": {
                "account_number": "Acct #", "given_name": "First", "family_name": "Last",
                "born_on": "Born", "address1": "Street", "city": "City", "state": "State",
                "zip": "ZIP", "phone1": "Home phone", "balance": "Balance", "debt_type": "Type",
                "itemization_amount": "Balance", "itemization_date": "Charged off"
              },
              "dateFormats": ["M/d/yyyy"],
              "amounts": "dollars",
              "defaults": {
                "original_creditor": "Northbank", "current_creditor": "Northbank",
                "itemization_type": "CHARGE_OFF", "phone1_type": "landline",
                "phone1_place": "home"
              },
              "translations": {"debt_type": {"01": "CARD"}}
            }
            """;
    private static final String MESSAGE =
            """
            {"kind": "ABANDONED", "language": "en", "business": "Test House",
             "body": "{business} called: {number}.", "prompt": "safe-harbor"}
            """;
    private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("M/d/yyyy");

    /// The last digits of twenty people, which tell the carrier what they do. Five of them answer;
    /// one alone lets it ring, because that keeps a line busy for fifteen seconds.
    private static final String DIGITS = "01234567890103456879";

    private final int port;
    private final int people;
    private final ConsoleClient admin;

    /// @param people rows of the file
    FirstPlacement(URI console, int people) {
        this.port = console.getPort();
        this.people = people;
        this.admin = loggedIn("admin1");
    }

    private ConsoleClient loggedIn(String login) {
        ConsoleClient client = new ConsoleClient(port);
        answered(client.logIn(login, TestFloor.PASSWORD));
        return client;
    }

    private static HttpResponse<String> answered(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    /// Nobody is dialed ahead without an approved message.
    void putMessageInForce() {
        JsonNode draft = said(loggedIn("officer1").post("/api/messages/draft", MESSAGE));
        ConsoleClient other = loggedIn("officer2");
        String which = "{\"id\": %d}".formatted(draft.path("id").asLong());
        answered(other.post("/api/messages/approve", which));
        answered(other.post("/api/messages/activate", which));
    }

    void enterCampaign(String mode) {
        String campaign =
                """
                {"name": "%s", "mode": "%s", "portfolios": [], "settings":
                 {"callerId": "+12125550100", "ringSeconds": 15, "screening": true,
                  "recording": true, "wrapUpSeconds": 45}}
                """
                        .formatted(CAMPAIGN, mode);
        answered(admin.post("/api/administration/campaigns", campaign));
    }

    /// Uploads the file for the campaign and waits for the import's end, which it answers.
    JsonNode upload() {
        String client = "/api/placements/mappings/" + CLIENT + "?newClient=true";
        answered(admin.send("PUT", client, MAPPING));
        String campaign = URLEncoder.encode(CAMPAIGN, StandardCharsets.UTF_8);
        String path =
                "/api/placements?client=%s&name=%s&practice=true&campaign=%s"
                        .formatted(CLIENT, FILE, campaign);
        HttpResponse<String> started = admin.post(path, text());
        String job = "/api/placements/" + said(started).path("job").asLong();
        return await("the import's end")
                .atMost(IMPORTED_WITHIN)
                .until(() -> said(admin.get(job)), FirstPlacement::isEnded);
    }

    private static boolean isEnded(JsonNode job) {
        return List.of("done", "failed").contains(job.path("kind").asText());
    }

    void startCampaign() {
        long campaign =
                said(admin.get("/api/administration"))
                        .path("campaigns")
                        .path(0)
                        .path("id")
                        .asLong();
        answered(
                admin.post(
                        "/api/administration/orders",
                        "{\"kind\": \"start\", \"campaign\": %d}".formatted(campaign)));
    }

    private static JsonNode said(HttpResponse<String> answer) {
        return ConsoleClient.json(answered(answer));
    }

    private String text() {
        return HEADER + eachRow(FirstPlacement::row).stream().collect(Collectors.joining());
    }

    /// Every row's account and number, with whose file it is.
    List<String> rows() {
        return eachRow(n -> "%s %s T-%d %s".formatted(CLIENT, FILE, n, number(n)));
    }

    private List<String> eachRow(IntFunction<String> told) {
        return IntStream.rangeClosed(1, people).mapToObj(told).toList();
    }

    private static String row(int n) {
        LocalDate born = LocalDate.of(1980, 1, 1).plusDays(n);
        return String.join(
                        ";",
                        "T-" + n,
                        "Test",
                        "Consumer " + n,
                        born.format(AMERICAN),
                        n + " Main Street",
                        "Columbus",
                        "OH",
                        "43004",
                        number(n).substring(2),
                        "$1,0%02d.%02d".formatted(n / 100, n % 100),
                        "01",
                        "1/31/2026")
                + "\n";
    }

    /// In Ohio, whose own law adds nothing. No exchange begins with 1: such a number is taken for
    /// practice alone, and leaves by a loopback trunk alone.
    private static String number(int n) {
        return "+1614%d%c".formatted(100_000 + n, DIGITS.charAt(n % DIGITS.length()));
    }
}
