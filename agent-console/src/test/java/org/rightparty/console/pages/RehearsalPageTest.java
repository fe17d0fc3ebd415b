package org.rightparty.console.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.console.fakes.ConsoleFixture.AGENT;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;

/// While an agent waits, the next call's panes stand ready in the page. Nobody notices them, and no
/// call finds anything of another in them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RehearsalPageTest {
    /// More than the page has to stop at.
    private static final int STOPS = 25;

    private static final String IN_THE_PANES =
            "() => document.activeElement.closest('.desk-panes') !== null";

    @RegisterExtension private final Chromium chromium = new Chromium();

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void who_waits_neither_sees_nor_hears_the_panes_that_stand_ready(ColorScheme theme) {
        Page page = waiting(theme);
        assertThat(page.locator(".desk-panes")).isHidden();
        assertThat(page.getByRole(AriaRole.MAIN)).hasCount(1);
        assertThat(page.getByRole(AriaRole.CHECKBOX)).hasCount(0);
        assertThat(page.getByRole(AriaRole.COMBOBOX)).hasCount(0);
        assertThat(region(page, "Your state")).hasCount(1);
        assertThat(region(page, "Script and disposition")).hasCount(0);
        assertThat(page.innerText("body")).doesNotContain("Verify identity");
        AccessibilityTest.check(page, "agent-waiting", theme);
    }

    @Test
    void the_panes_that_stand_ready_cannot_be_reached_by_keyboard() {
        Page page = waiting(ColorScheme.LIGHT);
        for (int stop = 0; stop < STOPS; stop++) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate(IN_THE_PANES)).isEqualTo(false);
        }
        page.keyboard().press("Alt+n");
        page.keyboard().press("Alt+0");
        assertThat(page.evaluate(IN_THE_PANES)).isEqualTo(false);
        assertThat(page.locator("#disposition-search")).hasCount(0);
    }

    @Test
    void the_panes_that_stand_ready_take_no_focus_and_ask_the_server_nothing() {
        Page page = chromium.desk("agent");
        List<String> asked = new ArrayList<>();
        page.locator(".desk-panes").waitFor(attached());
        page.onRequest(request -> asked.add(request.url()));
        page.getByLabel("Name, telephone or account").fill("delg");
        page.keyboard().press("F2");
        assertThat(page.locator(".idle-name")).hasText("Ready");
        page.waitForTimeout(1_500);
        assertThat(page.getByLabel("Name, telephone or account")).isFocused();
        page.keyboard().type("ado");
        assertThat(page.getByLabel("Name, telephone or account")).hasValue("delgado");
        assertThat(asked).isEmpty();
    }

    @Test
    void a_call_fills_the_panes_that_stood_ready() {
        Page page = waiting(ColorScheme.LIGHT);
        page.evaluate("() => { document.querySelector('.desk-panes').dataset.same = 'yes'; }");
        chromium.console.callFor(AGENT);
        assertThat(page.locator("#pop")).hasText("Maria Delgado");
        assertThat(page.locator("#pop")).isFocused();
        assertThat(page.locator(".desk-panes")).hasAttribute("data-same", "yes");
        assertThat(page.locator(".desk-panes")).hasCount(1);
        assertThat(page.locator("main:visible")).hasCount(1);
    }

    @Test
    void the_second_call_in_a_row_finds_nothing_of_the_first() {
        Page page = waiting(ColorScheme.LIGHT);
        chromium.console.callFor(AGENT);
        page.getByLabel("Full name").check();
        page.getByText("New number…").click();
        Locator form = page.getByLabel("A number given in this call");
        form.getByLabel("Number").fill("212 555 0123");
        chromium.console.desks.hungUp(AGENT);
        page.keyboard().press("Alt+7");
        page.keyboard().press("Alt+n");
        page.keyboard().type("A neighbour answered");
        page.keyboard().press("Alt+0");
        page.getByLabel("Search dispositions").fill("wrong");
        button(page, "Save & ready").click();
        assertThat(page.locator(".idle-name")).hasText("Ready");
        chromium.console.callFor(AGENT);
        assertThat(page.locator("#pop")).isFocused();
        assertThat(page.getByLabel("Full name")).not().isChecked();
        assertThat(page.getByLabel("Note")).hasValue("");
        assertThat(page.locator(".hot button[aria-pressed=true]")).hasCount(0);
        assertThat(page.locator("#disposition-search")).hasCount(0);
        assertThat(page.locator("details[open]")).hasCount(0);
        page.getByText("New number…").click();
        assertThat(form.getByLabel("Number")).hasValue("");
    }

    @Test
    void a_call_that_comes_before_the_panes_stand_ready_is_shown_all_the_same() {
        Page page = waiting(ColorScheme.LIGHT);
        for (int calls = 1; calls <= 3; calls++) {
            chromium.console.callFor(AGENT);
            assertThat(page.locator("#pop")).hasText("Maria Delgado");
            assertThat(page.locator("#pop")).isFocused();
            chromium.console.desks.hungUp(AGENT);
            page.keyboard().press("Alt+7");
            page.keyboard().press("Alt+n");
            page.keyboard().type("A neighbour answered");
            chromium.console.desks.whenReady(agent -> chromium.console.callFor(agent));
            button(page, "Save & ready").click();
            assertThat(page.locator(".bar-state")).containsText("Talking");
            chromium.console.desks.whenReady(agent -> {});
            assertThat(page.getByLabel("Note")).hasValue("");
            chromium.console.desks.hungUp(AGENT);
            page.keyboard().press("Alt+7");
            page.keyboard().press("Alt+n");
            page.keyboard().type("Nobody there");
            button(page, "Save & ready").click();
            assertThat(page.locator(".idle-name")).hasText("Ready");
        }
    }

    /// An agent is ready, and the panes stand ready too.
    private Page waiting(ColorScheme theme) {
        Page page = chromium.desk("agent", theme);
        page.keyboard().press("F2");
        assertThat(page.locator(".idle-name")).hasText("Ready");
        page.locator(".desk-panes").waitFor(attached());
        return page;
    }

    private static Locator.WaitForOptions attached() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
    }

    /// One that a screen reader meets.
    private static Locator region(Page page, String name) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
