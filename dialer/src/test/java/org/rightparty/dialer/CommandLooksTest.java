package org.rightparty.dialer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.AGENT;
import static org.rightparty.schema.generated.Tables.AGENT_ROLE;
import static org.rightparty.schema.generated.Tables.AUDIT_ENTRY;
import static org.rightparty.schema.generated.Tables.CLIENT;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.Record2;
import org.jooq.Record3;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightparty.compliance.postgres.PostgresLedger;
import org.rightparty.compliance.postgres.PostgresRulebooks;
import org.rightparty.compliance.postgres.PostgresZones;
import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;
import org.rightparty.dialer.demo.postgres.DemoPortfolio;
import org.rightparty.dialer.demo.postgres.ShippedZones;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneId;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Every look at a person by a command is an entry of the ledger, as one by a page is.
final class CommandLooksTest {
    private static final Instant LOADED = Instant.parse("2026-03-02T15:00:00Z");
    private static final Database DATABASE = TestDatabase.fresh();
    @TempDir private static Path directory;

    private final Record2<AccountId, ConsumerId> owed =
            DATABASE.transact(tx ->
                    tx.select(ACCOUNT.ID, ACCOUNT.CONSUMER_ID)
                            .from(ACCOUNT)
                            .orderBy(ACCOUNT.ID)
                            .limit(1)
                            .fetchSingle());
    private final Record2<AgentId, String> officer =
            DATABASE.transact(tx ->
                    tx.select(AGENT.ID, AGENT.LOGIN)
                            .from(AGENT)
                            .join(AGENT_ROLE)
                            .on(AGENT_ROLE.AGENT_ID.eq(AGENT.ID))
                            .where(AGENT_ROLE.ROLE.eq("OFFICER"))
                            .orderBy(AGENT.ID)
                            .limit(1)
                            .fetchSingle());
    private int before;

    private record Said(int code, String text) {}

    private record Entry(String kind, String actor, ConsumerId consumer) {}

    @BeforeAll
    static void load() throws SQLException, IOException {
        PostgresLedger ledger = new PostgresLedger();
        DATABASE.transact(tx -> {
            new PostgresZones().load(tx);
            new PostgresRulebooks(ledger).loadShipped(tx, LOADED);
            return tx;
        });
        new DemoPortfolio(DATABASE, ShippedZones.read(), _ -> "a hash", new SplittableRandom(1))
                .loadIfEmpty(12, LOADED);
        try (Connection owner = TestDatabase.owner(DATABASE)) {
            Files.writeString(
                    config(),
                    """
                    rightparty {
                      directory = "%s"
                      database { url = "%s", user = postgres, password = postgres, pool-size = 4 }
                    }
                    """
                            .formatted(directory, owner.getMetaData().getURL()));
        }
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static Path config() {
        return directory.resolve("settings.conf");
    }

    @BeforeEach
    void count() {
        before = entries(0).size();
    }

    private Said run(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of("--config", config().toString()));
        words.addAll(List.of(more));
        StringWriter said = new StringWriter();
        CommandLine commands = Main.commands();
        commands.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
        return new Said(commands.execute(words.toArray(String[]::new)), said.toString());
    }

    /// All entries but the first `after`.
    private static List<Entry> entries(int after) {
        return DATABASE.transact(tx ->
                tx.select(AUDIT_ENTRY.KIND, AUDIT_ENTRY.ACTOR, AUDIT_ENTRY.CONSUMER_ID)
                        .from(AUDIT_ENTRY)
                        .orderBy(AUDIT_ENTRY.ID)
                        .offset(after)
                        .fetch(row -> new Entry(row.value1(), row.value2(), row.value3())));
    }

    private Entry entered(String kind) {
        return entries(before).stream()
                .filter(entry -> entry.kind().equals(kind))
                .reduce((one, other) -> {
                    throw new IllegalStateException("two of " + kind);
                })
                .orElseThrow();
    }

    private String account() {
        return owed.value1().toString();
    }

    @Test
    void explaining_an_account_is_a_look_by_the_officer_who_is_named() {
        Said said = run("compliance explain", "--account", account(), "--by", officer.value2());
        assertThat(said.text()).contains("account " + account());
        assertThat(entered("person.explained"))
                .isEqualTo(
                        new Entry("person.explained", "agent:" + officer.value1(), owed.value2()));
    }

    @Test
    void every_instant_is_told_by_the_clocks_where_the_person_may_be() {
        Instant night = Instant.parse("2026-03-03T08:00:00Z");
        String text =
                run("compliance explain", "--account", account(), "--at", night.toString()).text();
        String zone = text.lines().filter(line -> line.contains("zones: ")).findFirst().orElse("");
        String first = zone.replaceAll(".*: +", "").split(", ")[0];
        String clock = night.atZone(ZoneId.of(first)).toLocalDateTime().toString();
        assertThat(text).contains("Z (" + clock.replace('T', ' ') + " " + first);
        assertThat(text.lines().filter(line -> line.matches(".*\\dT\\d\\d:.*")))
                .anyMatch(line -> line.contains("next allowed: "))
                .anyMatch(line -> line.contains("not before: "))
                .allMatch(line -> line.contains(first));
        assertThat(text).contains("US (the consumer's address; ", "; where we work from)");
        assertThat(text).contains("      asks: Say that this is an attempt to collect a debt");
    }

    @Test
    void while_nobody_is_named_it_is_a_look_by_the_command() {
        run("compliance explain", "--account", account());
        assertThat(entered("person.explained"))
                .isEqualTo(new Entry("person.explained", "command", owed.value2()));
    }

    @Test
    void nobody_looks_under_the_name_of_who_is_no_officer() {
        for (String login : List.of("agent1", "nobody")) {
            Said said = run("compliance explain", "--account", account(), "--by", login);
            assertThat(said.code()).isEqualTo(2);
            assertThat(said.text())
                    .contains("no officer or administrator has the log-in name " + login)
                    .doesNotContain("zones:");
        }
        assertThat(entries(before)).isEmpty();
    }

    @Test
    void an_account_that_there_is_not_is_no_look_at_anybody() {
        run("compliance explain", "--account", "999999");
        assertThat(entries(before)).isEmpty();
    }

    @Test
    void listing_overrides_is_one() {
        assertThat(run("compliance override list", "--by", officer.value2()).code()).isZero();
        assertThat(entered("overrides.viewed").actor()).isEqualTo("agent:" + officer.value1());
    }

    @Test
    void an_override_shows_names_and_account_numbers() {
        Record3<String, PhoneId, String> told =
                DATABASE.transact(tx ->
                        tx.select(
                                        DSL.concat(
                                                CLIENT.NAME,
                                                DSL.inline("/"),
                                                ACCOUNT.CLIENT_ACCOUNT_NUMBER),
                                        PHONE.ID,
                                        PHONE.E164)
                                .from(ACCOUNT)
                                .join(CLIENT)
                                .on(CLIENT.ID.eq(ACCOUNT.CLIENT_ID))
                                .join(PHONE)
                                .on(PHONE.CONSUMER_ID.eq(ACCOUNT.CONSUMER_ID))
                                .where(ACCOUNT.ID.eq(owed.value1()))
                                .limit(1)
                                .fetchSingle());
        Said asked =
                run(
                        "compliance override ask HOUSE-GAP --reason asked --evidence letter",
                        "--account",
                        account(),
                        "--phone",
                        told.value2().toString(),
                        "--until",
                        Clocks.WALL.instant().plus(Duration.ofDays(3)).toString(),
                        "--by",
                        officer.value2());
        assertThat(asked.text())
                .contains("account=%s phone=%s ".formatted(told.value1(), told.value3()))
                .contains(" asked_by=\"" + name() + "\" approved_by=-");
        assertThat(run("compliance override list").text()).isEqualTo(asked.text());
    }

    private String name() {
        return DATABASE.transact(tx ->
                tx.select(AGENT.DISPLAY_NAME)
                        .from(AGENT)
                        .where(AGENT.ID.eq(officer.value1()))
                        .fetchSingle()
                        .value1());
    }

    @Test
    void an_export_of_a_person_is_an_entry_about_that_person() {
        String file = directory.resolve("one.zip").toString();
        String consumer = owed.value2().toString();
        Said said = run("ledger export " + file, "--consumer", consumer, "--by", officer.value2());
        assertThat(said.text()).startsWith("wrote ");
        assertThat(entered("ledger.exported"))
                .isEqualTo(
                        new Entry("ledger.exported", "agent:" + officer.value1(), owed.value2()));
        Path refused = directory.resolve("two.zip");
        assertThat(run("ledger export " + refused, "--consumer", consumer, "--by", "nobody").code())
                .isEqualTo(2);
        assertThat(refused).doesNotExist();
    }
}
