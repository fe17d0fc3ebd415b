package org.rightparty.console.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.rightparty.console.fakes.ConsoleFixture.AGENT;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.rightparty.console.desk.NoCalls;
import org.rightparty.console.web.Samples;

import java.util.List;
import java.util.Optional;

/// The agent's page says what is so: of the last call, of the next, and of where a button leads.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskTruthPageTest {
    @RegisterExtension private final Chromium chromium = new Chromium();

    @Test
    void a_call_that_reached_nobody_is_shown_and_spoken() {
        Page page = chromium.desk("agent");
        chromium.console.desks.missed(AGENT, Samples.missed());
        Locator last = page.getByLabel("Your last call");
        assertThat(last).containsText("Busy: Maria Delgado, (212) 555-0142");
        assertThat(last).containsText("The number was busy.");
        assertThat(page.locator(".unseen[role=alert]"))
                .hasText("Maria Delgado, (212) 555-0142: The number was busy.");
        Chromium.keep(page, "agent-missed");
    }

    @Test
    void how_the_last_call_ended_stands_beside_the_next_preview_until_that_is_dialed() {
        Page page = chromium.desk("agent");
        chromium.console.desks.missed(AGENT, Samples.missed());
        chromium.console.desks.previewing(AGENT, Samples.offer(), Samples.screen());
        assertThat(page.getByText("Look, then dial or skip")).isVisible();
        assertThat(page.getByText(Samples.screen().dialed().why().sentence())).hasCount(1);
        Locator last = page.getByLabel("Your last call");
        assertThat(last).containsText("Busy: Maria Delgado, (212) 555-0142");
        Chromium.keep(page, "agent-preview-after-missed");
        chromium.console.desks.dialing(AGENT, Samples.screen());
        assertThat(page.getByText("Ask whoever answers")).isVisible();
        assertThat(last).isHidden();
    }

    @Test
    void a_ready_agent_is_told_why_no_call_comes() {
        Page page = chromium.desk("agent");
        page.keyboard().press("F2");
        assertThat(page.getByText("The next call comes by itself")).isVisible();
        chromium.console.desks.noCalls(AGENT, Optional.of(NoCalls.STOPPED));
        assertThat(page.getByText("This campaign is stopped")).isVisible();
        assertThat(page.getByText("The next call comes by itself")).isHidden();
        chromium.console.desks.noCalls(AGENT, Optional.of(NoCalls.OUTSIDE_HOURS));
        assertThat(page.getByText("outside the calling hours")).isVisible();
        chromium.console.desks.noCalls(AGENT, Optional.empty());
        assertThat(page.getByText("The next call comes by itself")).isVisible();
    }

    @Test
    void the_buttons_that_save_lead_where_they_say() {
        Page page = wrappingUp();
        assertThat(button(page, "Save & not ready: Break")).isVisible();
        page.keyboard().press("F2");
        page.getByRole(AriaRole.MENUITEM).getByText("Lunch").click();
        button(page, "Save & not ready: Lunch").click();
        assertThat(page.locator(".idle-name")).hasText("Not ready: Lunch");
        page.keyboard().press("F2");
        assertThat(page.locator(".idle-name")).hasText("Ready");
        chromium.console.callFor(AGENT);
        assertThat(page.locator("#pop")).isFocused();
        page.keyboard().press("F2");
        page.getByRole(AriaRole.MENUITEM).getByText("Lunch").click();
        chromium.console.desks.hungUp(AGENT);
        page.keyboard().press("Alt+7");
        page.keyboard().press("Alt+n");
        page.keyboard().type("Smith and Sons");
        button(page, "Save & ready").click();
        assertThat(page.locator(".idle-name")).hasText("Ready");
    }

    @Test
    void who_announces_it_in_the_call_is_logged_out_after_it() {
        Page page = chromium.desk("agent");
        page.keyboard().press("F2");
        chromium.console.callFor(AGENT);
        assertThat(page.locator("#pop")).isFocused();
        button(page, "Menu of A. Kim").click();
        page.getByRole(AriaRole.MENUITEM).getByText("Log out after this call").click();
        assertThat(page.getByText("Then: Log out")).isVisible();
        chromium.console.desks.hungUp(AGENT);
        page.keyboard().press("Alt+7");
        page.keyboard().press("Alt+n");
        page.keyboard().type("Smith and Sons");
        button(page, "Save & log out").click();
        assertThat(page.locator("input[type=password]")).isVisible();
    }

    @Test
    void who_is_taken_out_is_told_on_the_call_and_after_it_and_the_supervisor_too() {
        Page desk = chromium.desk("agent");
        desk.keyboard().press("F2");
        chromium.console.callFor(AGENT);
        Page floor = chromium.loggedIn("supervisor", ColorScheme.LIGHT);
        button(floor, "Take A. Kim out after the call").click();
        assertThat(floor.getByText("A. Kim is out after this call and was told so.")).isVisible();
        assertThat(desk.locator(".band").getByText("takes you out after this call")).isVisible();
        chromium.console.desks.hungUp(AGENT);
        desk.keyboard().press("Alt+7");
        desk.keyboard().press("Alt+n");
        desk.keyboard().type("Smith and Sons");
        assertThat(button(desk, "Save; then out, by your supervisor")).isVisible();
        Chromium.keep(desk, "agent-taken-out");
        desk.keyboard().press("Control+Enter");
        assertThat(desk.locator(".idle-name")).containsText("taken out by your supervisor");
        assertThat(desk.locator(".band").getByText("Your supervisor took you out")).isVisible();
        Chromium.keep(floor, "floor-taken-out");
    }

    @Test
    void that_the_call_ended_is_spoken_until_its_disposition_is_recorded() {
        Page page = wrappingUp();
        assertThat(page.locator(".unseen[role=alert]"))
                .hasText("Call ended: the person hung up. Record the disposition.");
        button(page, "Save & ready").click();
        assertThat(page.locator(".idle-name")).hasText("Ready");
        assertThat(page.locator(".unseen[role=alert]")).hasText("");
    }

    @Test
    void the_page_says_who_hung_up_and_how_long_the_call_was() {
        Page page = wrappingUp();
        assertThat(page.locator(".call-pane")).containsText("Call ended: the person hung up");
        assertThat(page.locator(".call-pane")).containsText("On the phone 00:0");
    }

    @Test
    void that_the_rules_could_not_be_asked_about_a_callback_is_said() {
        Page page = chromium.desk("agent");
        page.route("**/compliance/explain", one -> one.abort());
        page.keyboard().press("F2");
        chromium.console.callFor(AGENT);
        for (String proof : List.of("Full name", "Date of birth", "Address")) {
            page.getByLabel(proof).check();
        }
        button(page, "Verified").click();
        assertThat(page.locator(".sum")).isVisible();
        chromium.console.desks.hungUp(AGENT);
        assertThat(page.locator(".bar")).containsText("Wrap-up");
        page.keyboard().press("Alt+4");
        page.getByLabel("Day and time").fill("2030-03-13T11:00");
        assertThat(page.getByText("It could not be asked whether the rules allow a call then."))
                .isVisible();
    }

    private Page wrappingUp() {
        Page page = chromium.desk("agent");
        page.keyboard().press("F2");
        chromium.console.callFor(AGENT);
        assertThat(page.locator("#pop")).isFocused();
        chromium.console.desks.hungUp(AGENT);
        page.keyboard().press("Alt+7");
        page.keyboard().press("Alt+n");
        page.keyboard().type("Smith and Sons");
        assertThat(page.locator(".bar")).containsText("Wrap-up");
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
