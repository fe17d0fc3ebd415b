package org.rightparty.dialer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.AGENT;
import static org.rightparty.schema.generated.Tables.AUDIT_ENTRY;
import static org.rightparty.schema.generated.Tables.CAMPAIGN;
import static org.rightparty.schema.generated.Tables.CANDIDATE_CHANGE;

import org.jooq.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;
import org.rightparty.dialer.call.Telephone.AgentLine;
import org.rightparty.dialer.placement.Sample;
import org.rightparty.dialer.placement.postgres.TestOffice;
import org.rightparty.dialer.postgres.PostgresLines;
import org.rightparty.dialer.postgres.PostgresLines.Line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// `user` and `campaign` as the shell calls them, over real tables.
final class AdministrationCommandsTest {
    @TempDir Path directory;
    private final Database database = TestDatabase.fresh();
    private final TestOffice office =
            new TestOffice(database, InstantSource.fixed(TestAdministration.NOW));
    private final TestAdministration administration = new TestAdministration(database);
    private String password = "";

    @BeforeEach
    void password() throws IOException {
        Path file = Files.writeString(directory.resolve("password"), "a good password\nrest");
        password = file.toString();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_first_administrator_is_entered_by_command() {
        assertThat(run("user", "list").text()).contains("user add LOGIN --role admin");
        Said added = add("ada", "admin");
        assertThat(added.code()).as(added.text()).isZero();
        assertThat(added.text()).contains("ada may log in as admin; line 2001");
        assertThat(add("bo", "agent").text()).contains("line 2002");
        assertThat(run("user", "list").text())
                .containsPattern("ada +admin +line 2001 +softphone +may log in")
                .containsPattern("bo +agent +line 2002 +softphone");
        assertThat(column("SELECT password_hash FROM agent WHERE login = 'ada'"))
                .containsExactly("hash of a good password");
        assertThat(column("SELECT kind || ' ' || actor FROM audit_entry ORDER BY id"))
                .containsExactly("staff.added command", "staff.added command");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    user add ada                         | Missing required option: '--role=ROLE'
                    user add ada --role king             | expected one of [AGENT, SUPERVISOR
                    user disable taken                   | This is the last administrator
                    user unlock nobody                   | ./rightparty user list
                    user set-line nobody                 | nobody has the login nobody
                    user set-line taken --softphone --desk-phone | give one of the options
                    campaign add C --mode preview        | Missing required option
                    campaign add C --mode preview --caller-id 555 | write it as +12025550100
                    campaign add C --mode preview --caller-id +12025550100 --ring-seconds 9 | 15 to
                    campaign add C --mode loud --caller-id +12025550100 | [PREDICTIVE
                    campaign add C --mode preview --caller-id +12025550100 --portfolio P | P
                    campaign start C                     | there is no campaign C
                    campaign limit C --abandonment-ceiling 2     | there is no campaign C
                    campaign limit C --abandonment-ceiling two   | Invalid value
                    """)
    void says_in_one_line_what_cannot_be_done(String command, String says) {
        add("taken", "admin");
        int before = count(AUDIT_ENTRY);
        String[] words = command.split(" ");
        boolean secret = words[1].equals("add") && words[0].equals("user");
        boolean set = words[1].equals("set-password");
        Said said = run(secret || set ? with(words, "--password-file", password) : words);
        assertThat(said.code()).isNotZero();
        assertThat(said.text()).contains(says);
        assertThat(count(AUDIT_ENTRY)).isEqualTo(before);
        assertThat(count(AGENT)).isEqualTo(1);
        assertThat(count(CAMPAIGN)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    user add taken --role agent | Somebody has this login already; choose another
                    user add Ada --role agent   | small letters, digits
                    user set-password nobody    | nobody has the login nobody
                    user add bo --role agent    | none cannot be read: there is no file or directory
                    """)
    void a_password_is_asked_for_only_when_it_can_be_used(String command, String says) {
        add("taken", "admin");
        Said said = run(with(command.split(" "), "--password-file", directory + "/none"));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains(says).doesNotContain("Exception").hasLineCount(1);
        assertThat(count(AGENT)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "--abandonment-ceiling=10.0001, 0 to 10",
        "--abandonment-ceiling=-0.0001, 0 to 10",
        "--abandonment-ceiling=1.00001, four digits",
        "--screening-false-positives=20.0001, 0 to 20",
        "--screening-false-positives=-0.0001, 0 to 20"
    })
    void limits_of_abandonment_have_their_ranges(String option, String says) {
        Said said =
                run("campaign", "add", "C", "--mode=preview", "--caller-id=+12025550100", option);
        assertThat(said.code()).isNotZero();
        assertThat(said.text()).contains(says);
        assertThat(count(CAMPAIGN)).isZero();
    }

    @Test
    void limits_of_abandonment_are_entered_and_changed_one_by_one() {
        assertThat(
                        run(
                                        "campaign",
                                        "add",
                                        "C",
                                        "--mode=predictive",
                                        "--caller-id=+12025550100",
                                        "--abandonment-ceiling=10",
                                        "--screening-false-positives=20")
                                .code())
                .isZero();
        assertThat(run("campaign", "limit", "C", "--abandonment-ceiling", "2.5").text())
                .contains("at most 2.5 % of the answered calls abandoned; 20 % of machines");
        assertThat(run("campaign", "show", "C").text()).contains("at most 2.5 %");
        assertThat(
                        column(
                                "SELECT abandonment_ceiling_ppm || ' ' ||"
                                        + " screening_false_positive_ppm FROM campaign"))
                .containsExactly("25000 200000");
        assertThat(column("SELECT kind FROM audit_entry ORDER BY id"))
                .containsExactly("campaign.added", "campaign.limited");
    }

    @Test
    void what_was_agreed_with_a_client_is_set_by_command() throws IOException {
        importFile(TestOffice.file(directory, Sample.row()), "--new-client");
        assertThat(run("client", "list").text()).contains("Bank: ", "settles from 100 % of");
        assertThat(column("DELETE FROM candidate_change RETURNING 'one'")).isNotEmpty();
        Said set =
                run(
                        "client",
                        "set",
                        "Bank",
                        "--legal-name=First Bank, N.A.",
                        "--kind=health",
                        "--settlement-floor=62.5",
                        "--promise-days=45",
                        "--promise-grace-days=0");
        assertThat(set.code()).as(set.text()).isZero();
        assertThat(column("SELECT consumer_id::text FROM candidate_change")).isEmpty();
        assertThat(run("client", "set", "Bank", "--role=first_party").code()).isZero();
        assertThat(column("SELECT consumer_id::text FROM candidate_change")).hasSize(1);
        assertThat(run("client", "list").text())
                .contains("\"First Bank, N.A.\", health, we are its first_party")
                .contains("settles from 62.5 % of", "within 45 days, broken 0 days");
        assertThat(
                        column(
                                "SELECT concat_ws(' ', legal_name, kind, collector_role,"
                                        + " settlement_floor_ppm, promise_days_max,"
                                        + " promise_grace_days) FROM client"))
                .containsExactly("First Bank, N.A. HEALTH FIRST_PARTY 625000 45 0");
        assertThat(column("SELECT kind FROM audit_entry WHERE kind LIKE 'client.%'"))
                .containsExactly("client.agreed", "client.agreed");
    }

    @ParameterizedTest
    @CsvSource({
        "Bank --settlement-floor=100.0001, --settlement-floor is out of its range; write 0 to 100",
        "Bank --settlement-floor=-1, --settlement-floor is out of its range; write 0 to 100",
        "Bank --promise-days=0, --promise-days is out of its range; write 1 to 365",
        "Bank --promise-grace-days=61, --promise-grace-days is out of its range; write 0 to 60",
        "Bank --legal-name=, --legal-name is out of its range; write the client's name",
        "Bank --kind=shop, --kind",
        "Bank --role=agent, --role",
        "Bank, nothing would change",
        "Tank --promise-days=9, there is no client Tank; ./rightparty client list"
    })
    void what_cannot_be_agreed_with_a_client_is_told(String words, String says) throws IOException {
        importFile(TestOffice.file(directory, Sample.row()), "--new-client");
        Said said = run(("client set " + words).split(" "));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text()).contains(says);
        assertThat(column("SELECT kind FROM audit_entry WHERE kind LIKE 'client.%'")).isEmpty();
    }

    @Test
    void the_time_between_two_attempts_is_set_by_command() throws IOException {
        campaign("Cards");
        importFile(TestOffice.file(directory, Sample.row()), "--new-client", "--campaign", "Cards");
        assertThat(run("campaign", "show", "Cards").text()).contains("again after 240 minutes");
        assertThat(column("DELETE FROM candidate_change RETURNING 'one'")).isNotEmpty();
        for (String minutes : List.of("0", "43201")) {
            Said refused = run("campaign", "retry", "Cards", minutes);
            assertThat(refused.text()).contains("A wait is 1 to 43200 minutes");
            assertThat(refused.code()).isEqualTo(2);
        }
        Said set = run("campaign", "retry", "Cards", "90");
        assertThat(set.text()).contains("Cards: tries a person again after 90 minutes");
        assertThat(column("SELECT retry_minutes::text FROM campaign")).containsExactly("90");
        assertThat(column("SELECT consumer_id::text FROM candidate_change")).hasSize(1);
        assertThat(column("SELECT kind FROM audit_entry WHERE kind LIKE 'campaign.retry%'"))
                .containsExactly("campaign.retry.set");
    }

    @Test
    void a_weak_password_is_refused_and_none_is_taken_from_the_arguments() throws IOException {
        Files.writeString(directory.resolve("password"), "seven77\n");
        assertThat(add("ada", "admin").text()).contains("at least eight characters");
        Said argument = run("user", "add", "ada", "--role=admin", "--password", "a good password");
        assertThat(argument.code()).isEqualTo(2);
        assertThat(count(AGENT)).isZero();
    }

    @Test
    void a_new_password_a_closed_and_an_opened_log_in_end_sessions_and_locks() {
        add("ada", "admin");
        add("bo", "agent");
        session("bo");
        assertThat(run("user", "set-password", "bo", "--password-file", password).code()).isZero();
        assertThat(column("SELECT csrf_token FROM console_session")).isEmpty();
        session("bo");
        assertThat(run("user", "disable", "bo").text()).contains("may not log in");
        assertThat(column("SELECT csrf_token FROM console_session")).isEmpty();
        assertThat(run("user", "list").text()).containsPattern("bo .* disabled");
        assertThat(run("user", "unlock", "bo").code()).isZero();
        assertThat(column("SELECT login FROM agent WHERE active"))
                .containsExactlyInAnyOrder("ada", "bo");
        assertThat(column("SELECT kind FROM audit_entry ORDER BY id"))
                .containsExactly(
                        "staff.added",
                        "staff.added",
                        "staff.password.set",
                        "staff.disabled",
                        "staff.unlocked");
    }

    @Test
    void a_line_is_a_desk_phone_or_the_softphone_and_its_secret_is_said_once() {
        Said added = add("bo", "agent", "--desk-phone");
        assertThat(added.text())
                .contains("line 2001", "SIP user desk2001, secret line-secret-1 (shown this once)")
                .contains("run asterisk-config again and reload it");
        assertThat(run("user", "list").text())
                .containsPattern("bo +agent +line 2001 +desk phone +may log in")
                .doesNotContain("line-secret");
        assertThat(lines()).containsExactly(new Line("2001", AgentLine.Kind.DESK, "line-secret-1"));

        assertThat(run("user", "set-line", "bo").text()).contains("secret line-secret-2");
        Said soft = run("user", "set-line", "bo", "--softphone");
        assertThat(soft.text()).contains("bo has line 2001, softphone").doesNotContain("secret");
        assertThat(lines())
                .containsExactly(new Line("2001", AgentLine.Kind.BROWSER, "line-secret-3"));
        assertThat(run("user", "set-line", "bo", "--desk-phone").text()).contains("desk2001");
        assertThat(column("SELECT kind FROM audit_entry ORDER BY id"))
                .containsExactly(
                        "staff.added", "staff.line.set", "staff.line.set", "staff.line.set");
        assertThat(column("SELECT payload FROM audit_entry"))
                .noneMatch(text -> text.contains("line-secret"));
    }

    private List<Line> lines() {
        return new PostgresLines(database).all();
    }

    @Test
    void a_portfolio_comes_into_a_campaign_and_its_people_are_chosen_anew() throws IOException {
        Path file = TestOffice.file(directory, Sample.row());
        Said lonely = importFile(file, "--new-client");
        assertThat(lonely.text()).contains("No campaign dials this portfolio yet");
        database.transact(tx -> tx.deleteFrom(CANDIDATE_CHANGE).execute());
        String portfolio = file.getFileName().toString().replace(".csv", "");

        Said added = campaign("Cards", "--portfolio", "Bank/" + portfolio);

        assertThat(added.code()).as(added.text()).isZero();
        assertThat(count(CANDIDATE_CHANGE)).isEqualTo(1);
        assertThat(run("campaign", "list").text())
                .containsPattern("Cards +preview +stopped")
                .contains("Bank/" + portfolio + ", 1 account, in Cards");
        Said shown = run("campaign", "show", "Cards");
        assertThat(shown.code()).as(shown.text()).isZero();
        assertThat(shown.text())
                .contains("caller id +12025550100", "rings 25 s", "  records conversations\n")
                .contains("portfolio Bank/" + portfolio + ", 1 account\n")
                .containsPattern("  1  accounts of campaign [0-9]+\n")
                .containsPattern(" -1  Its facts changed just now .*BEING_CHOSEN")
                .contains("  0  may be dialed now, 2026-06-15T12:00:00Z");
        assertThat(run("campaign", "detach", "Cards", portfolio).code()).isZero();
        assertThat(run("campaign", "list").text()).contains("1 account, in no campaign");
        assertThat(run("campaign", "attach", "Cards", portfolio).code()).isZero();
        assertThat(column("SELECT kind FROM audit_entry WHERE campaign_id IS NOT NULL ORDER BY id"))
                .containsExactly(
                        "campaign.added",
                        "campaign.portfolio.attached",
                        "campaign.portfolio.detached",
                        "campaign.portfolio.attached");
    }

    @Test
    void an_import_can_name_the_campaign_that_is_to_dial_it() throws IOException {
        Path file = TestOffice.file(directory, Sample.row());
        Said unknown = importFile(file, "--new-client", "--campaign", "Cards");
        assertThat(unknown.text()).contains("there is no campaign Cards");
        assertThat(column("SELECT name FROM client")).isEmpty();
        campaign("Cards");
        assertThat(importFile(file, "--new-client", "--campaign", "Cards", "--dry-run").text())
                .contains("An import would have Cards dial it");
        assertThat(importFile(file, "--new-client", "--campaign", "Cards").text())
                .contains("Dialed by: Cards");
        assertThat(column("SELECT name FROM campaign, campaign_portfolio WHERE id = campaign_id"))
                .containsExactly("Cards");
    }

    @Test
    void an_order_waits_for_whoever_runs_the_campaigns() {
        campaign("Cards");
        assertThat(run("campaign", "start", "Cards").text()).contains("is ordered to start");
        assertThat(run("campaign", "list").text()).contains("stopped, ordered: start");
        assertThat(column("SELECT actor FROM campaign_order")).containsExactly("command");
    }

    private Said campaign(String name, String... more) {
        return run(
                with(
                        new String[] {
                            "campaign",
                            "add",
                            name,
                            "--mode",
                            "preview",
                            "--caller-id",
                            "+1 (202) 555-0100"
                        },
                        more));
    }

    private Said importFile(Path file, String... more) {
        return run(
                with(
                        new String[] {"import", file.toString(), "--client", "Bank", "--practice"},
                        more));
    }

    private Said add(String login, String role, String... more) {
        String[] words = {"user", "add", login, "--role", role, "--password-file", password};
        return run(with(words, more));
    }

    private void session(String login) {
        database.transact(tx ->
                tx.execute(
                        "INSERT INTO console_session SELECT 'token', id, 'csrf', now(), now(),"
                                + " now() + interval '1 hour' FROM agent WHERE login = '"
                                + login
                                + "'"));
    }

    private int count(Table<?> table) {
        return database.transact(tx -> tx.fetchCount(table));
    }

    private List<String> column(String sql) {
        return database.transact(tx -> tx.fetch(sql).getValues(0, String.class));
    }

    private static String[] with(String[] words, String... more) {
        String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return all;
    }

    private Said run(String... words) {
        return Said.of(Commands.all(_ -> new KeptOpen(office), _ -> administration), words);
    }
}
