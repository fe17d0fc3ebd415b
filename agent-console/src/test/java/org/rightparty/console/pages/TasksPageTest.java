package org.rightparty.console.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rightparty.console.fakes.ConsoleFixture;
import org.rightparty.console.fakes.FakeTasks;
import org.rightparty.console.office.Tasks.Closing;
import org.rightparty.console.office.Tasks.Paid;
import org.rightparty.console.web.Looks;
import org.rightparty.console.web.TaskRoutes;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/// The page of what is to be done.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TasksPageTest {
    @RegisterExtension private final Chromium chromium = new Chromium();
    private final List<String> looks = new CopyOnWriteArrayList<>();
    private FakeTasks tasks = new FakeTasks();

    @BeforeEach
    void serve() {
        tasks = new FakeTasks();
        looks.clear();
        Looks noted = (_, kind, _, _, _) -> looks.add(kind);
        chromium.serve(
                ConsoleFixture.with(
                        () -> new TaskRoutes(tasks, noted, InstantSource.system()).routes()));
    }

    private Page open(String login, ColorScheme theme) {
        Page page = chromium.loggedIn(login, theme);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("Menu of")))
                .click();
        page.getByText("Tasks").click();
        page.getByText("Paid on the phone").waitFor();
        return page;
    }

    private static Locator task(Page page, int id) {
        return page.locator("article[aria-label^='Task " + id + ":']");
    }

    private static Locator button(Locator in, String name) {
        return in.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void a_supervisor_takes_a_payment_verifies_it_and_closes_it_with_a_word() {
        Page page = open("supervisor", ColorScheme.LIGHT);
        Locator payment = task(page, 7);
        assertThat(payment).containsText("Maria Delgado, account 9");
        assertThat(payment).containsText("$120.00 by card, confirmation C-77");
        assertThat(payment).containsText("was due");
        assertThat(task(page, 8)).hasCount(0);
        button(payment, "Take task 7").click();
        assertThat(payment).containsText("Taken by S. Moreau.");
        payment.getByLabel("The payment has come in").check();
        button(payment, "Done").click();
        assertThat(payment.getByRole(AriaRole.ALERT)).hasText("Say in a word what came of it.");
        payment.getByLabel("What came of task 7").fill("Found at the processor.");
        button(payment, "Done").click();
        assertThat(page.locator("section[aria-labelledby=done-tasks]"))
                .containsText("Found at the processor.");
        assertThat(tasks.closed)
                .containsExactly(
                        new Closing(
                                7,
                                "Found at the processor.",
                                Optional.of(
                                        new Paid(12_000, LocalDate.parse("2026-11-17"), "C-77"))));
        assertThat(looks).containsOnly("tasks.viewed");
    }

    @Test
    void an_officer_sees_every_task_and_takes_over_only_before_closing() {
        Page page = open("officer", ColorScheme.LIGHT);
        Locator difference = task(page, 8);
        assertThat(difference).containsText("Nobody in particular");
        assertThat(difference).containsText("Taken by B. Ortiz.");
        assertThat(button(difference, "Done")).hasCount(0);
        button(difference, "Take task 8").click();
        difference.getByLabel("What came of task 8").fill("A test call of the carrier.");
        button(difference, "Done").click();
        assertThat(difference).hasCount(0);
        assertThat(tasks.closed.getFirst().paid()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_page_of_tasks_keeps_nobody_out(ColorScheme theme) {
        Page page = open("officer", theme);
        task(page, 7).getByLabel("The payment has come in").check();
        AccessibilityTest.check(page, "tasks", theme);
        assertThat(LayoutPageTest.cut(page)).isEqualTo(List.of());
    }
}
