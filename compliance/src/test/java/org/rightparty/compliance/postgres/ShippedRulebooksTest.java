package org.rightparty.compliance.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rightparty.schema.generated.Tables.AUDIT_ENTRY;
import static org.rightparty.schema.generated.Tables.RULEBOOK;
import static org.rightparty.schema.generated.Tables.TASK;

import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rightparty.compliance.postgres.RulebookOffice.Edition;
import org.rightparty.compliance.postgres.RulebookOffice.State;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a newer program does with its rulebooks on a database that an older one worked on.
final class ShippedRulebooksTest {
    private static final Instant NOW = Instant.parse("2026-04-07T16:00:00Z");
    private static final String FEDERAL = "us-federal";
    private static final String OLD = "2026.4";
    private static final String NEW = "2099.1";
    private static final String TITLE = FEDERAL + " " + NEW;

    private final Office office = new Office();
    private final RulebookDesk desk =
            new RulebookDesk(
                    office.database,
                    new RulebookOffice(office.rulebooks, office.ledger),
                    () -> NOW);

    @AfterEach
    void close() {
        office.close();
    }

    private static String newer(String name) {
        return PostgresRulebooks.shipped(FEDERAL)
                .replace("\"name\": \"" + FEDERAL, "\"name\": \"" + name)
                .replace("\"version\": \"" + OLD, "\"version\": \"" + NEW);
    }

    private List<String> start(String... contents) {
        return office.transact(
                tx -> new ShippedRulebooks(office.ledger).load(tx, List.of(contents), NOW));
    }

    private String inForce() {
        office.rulebooks.forget();
        return office.transact(tx -> office.rulebooks.at(tx, NOW)).title();
    }

    private Edition edition(String name) {
        return desk.list().stream()
                .filter(one -> one.name().equals(name) && one.version().equals(NEW))
                .findFirst()
                .orElseThrow();
    }

    private List<String> tasks() {
        return office.transact(tx ->
                tx.select(TASK.TITLE).from(TASK).where(TASK.ROLE.eq("OFFICER")).fetch(TASK.TITLE));
    }

    @Test
    void puts_the_first_installations_books_in_force() {
        List<String> waiting = office.transact(tx -> office.rulebooks.loadShipped(tx, NOW));
        assertThat(waiting).isEmpty();
        assertThat(inForce()).contains(FEDERAL + " " + OLD);
        assertThat(tasks()).isEmpty();
    }

    @Test
    void a_newer_version_waits_for_officers_and_what_was_in_force_stays() {
        String before = inForce();
        assertThat(start(newer(FEDERAL))).containsExactly(TITLE);
        assertThat(inForce()).isEqualTo(before);
        assertThat(edition(FEDERAL).state()).isEqualTo(State.DRAFT);
        assertThat(tasks()).singleElement().asString().contains(TITLE, "not in force");
        assertThat(start(newer(FEDERAL))).containsExactly(TITLE);
        assertThat(tasks()).hasSize(1);
    }

    @Test
    void a_book_of_a_country_that_is_new_waits_too() {
        assertThat(start(newer("ireland"))).containsExactly("ireland " + NEW);
        assertThat(inForce()).doesNotContain("ireland");
        assertThat(edition("ireland").state()).isEqualTo(State.DRAFT);
        assertThat(desk.diff("ireland", Optional.empty(), NEW))
                .extracting(RulebookDiff.Change::kind)
                .contains(RulebookDiff.Kind.ADDED);
    }

    @Test
    void it_comes_into_force_by_two_people_of_the_house() {
        start(newer(FEDERAL));
        assertThatThrownBy(() -> desk.approve(FEDERAL, NEW, Optional.empty(), "Ada"))
                .hasMessageContaining("try");
        desk.tryOut(FEDERAL, NEW, Optional.empty());
        assertThat(desk.approve(FEDERAL, NEW, Optional.empty(), "Ada").state())
                .isEqualTo(State.APPROVED);
        assertThat(start(newer(FEDERAL))).isEmpty();
        assertThatThrownBy(() -> desk.activate(FEDERAL, NEW, Optional.empty(), "aDA "))
                .hasMessageContaining("another person");
        assertThat(inForce()).contains(FEDERAL + " " + OLD);
        desk.activate(FEDERAL, NEW, Optional.empty(), "Grace");
        assertThat(inForce()).contains(TITLE).doesNotContain(FEDERAL + " " + OLD);
    }

    @Test
    void nobody_replaces_the_text_that_came_with_the_program() {
        start(newer(FEDERAL));
        assertThatThrownBy(() -> desk.draft(newer(FEDERAL), "Ada"))
                .hasMessageContaining("came with the program");
        assertThat(edition(FEDERAL).author()).isEqualTo(ShippedRulebooks.AUTHOR);
    }

    @Test
    void enters_that_it_came_and_was_tried_as_the_programs_doing() {
        start(newer(FEDERAL));
        desk.tryOut(FEDERAL, NEW, Optional.empty());
        assertThat(office.<List<String>>transact(ShippedRulebooksTest::ofTheProgram))
                .containsExactly("rulebook.drafted", "rulebook.tried");
    }

    private static List<String> ofTheProgram(DSLContext tx) {
        return tx.select(AUDIT_ENTRY.KIND)
                .from(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.ACTOR.eq("program"))
                .and(AUDIT_ENTRY.KIND.in("rulebook.drafted", "rulebook.tried"))
                .orderBy(AUDIT_ENTRY.ID)
                .fetch(AUDIT_ENTRY.KIND);
    }

    @Test
    void refuses_a_version_whose_text_differs_from_what_came_before() {
        start(newer(FEDERAL));
        assertThatThrownBy(() -> start(newer(FEDERAL).replace("\"about\": \"", "\"about\": \"No ")))
                .hasMessageContaining("without a new version");
        assertThat(
                        office.<Integer>transact(
                                tx -> tx.fetchCount(RULEBOOK, RULEBOOK.NAME.eq(FEDERAL))))
                .isEqualTo(2);
    }
}
