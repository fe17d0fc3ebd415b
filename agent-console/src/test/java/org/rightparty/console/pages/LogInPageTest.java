package org.rightparty.console.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.ArrayList;
import java.util.List;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogInPageTest {
    @RegisterExtension private final Chromium chromium = new Chromium();

    @Test
    void a_wrong_password_is_told_where_it_was_typed() {
        Page page = chromium.page();
        assertThat(page.getByLabel("Login")).isFocused();
        page.keyboard().type("agent");
        page.keyboard().press("Tab");
        page.keyboard().type("not it");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("Login or password is wrong.");
    }

    @Test
    void whoever_only_opens_the_page_is_not_refused() {
        Page page = chromium.page();
        List<String> told = new ArrayList<>();
        page.onConsoleMessage(message -> told.add(message.text()));
        page.reload();
        assertThat(page.getByLabel("Login")).isFocused();
        assertThat(told).isEmpty();
    }

    @Test
    void a_link_that_leads_nowhere_says_so() {
        Page page = chromium.loggedIn("supervisor", ColorScheme.LIGHT);
        assertThat(page.locator("h1")).hasText("Floor");
        page.evaluate("location.hash = '#/nowhere'");
        assertThat(page.locator("h1")).hasText("There is no such page");
        page.getByText("Go to my page").click();
        assertThat(page.locator("h1")).hasText("Floor");
    }

    @Test
    void an_agent_chooses_a_campaign_and_may_change_it() {
        Page page = chromium.loggedIn("agent2", ColorScheme.LIGHT);
        assertThat(page.locator("h1")).hasText("Which campaign do you work on?");
        page.getByText("Card 90").click();
        assertThat(page.locator(".bar")).containsText("Card 90");
        page.getByLabel("Menu of B. Osei").click();
        page.getByText("Change campaign").click();
        page.getByText("Medical").click();
        assertThat(page.locator(".bar")).containsText("Not ready");
        page.getByLabel("Menu of B. Osei").click();
        page.getByText("Log out").click();
        assertThat(page.getByLabel("Login")).isVisible();
    }

    @Test
    void a_supervisor_comes_to_the_floor() {
        Page page = chromium.loggedIn("supervisor", ColorScheme.LIGHT);
        assertThat(page.locator("h1")).hasText("Floor");
    }
}
