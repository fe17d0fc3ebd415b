package org.rightparty.console.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.List;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdministrationPageTest {
    @RegisterExtension private final Chromium chromium = new Chromium();

    /// The administrator's page, by way of the menu.
    static Page open(Chromium chromium, ColorScheme theme) {
        Page page = chromium.loggedIn("admin", theme);
        button(page, "Menu of D. Novak").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Administration"))
                .click();
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Users")).waitFor();
        return page;
    }

    private Page open() {
        return open(chromium, ColorScheme.LIGHT);
    }

    @Test
    void an_administrator_adds_a_user_and_closes_and_opens_the_log_in() {
        Page page = open();
        Locator form = page.getByRole(AriaRole.FORM, named("Add a user"));
        form.getByLabel("Login").fill("bo");
        form.getByLabel("Name").fill("B. Osei");
        form.locator("input[type=password]").fill("a good password");
        form.getByLabel("Supervisor").check();
        button(page, "Add user").click();
        Locator row = page.getByRole(AriaRole.ROW).filter(containing("B. Osei"));
        assertThat(row).containsText("Agent, supervisor");
        assertThat(row).containsText("open");
        button(page, "Disable bo").click();
        assertThat(row).containsText("closed");
        button(page, "Unlock bo").click();
        assertThat(row).containsText("open");
        assertThat(button(page, "Disable admin")).isDisabled();
    }

    @Test
    void a_desk_phone_is_given_and_its_sip_account_shown_once() {
        Page page = open();
        assertThat(page.getByText("asterisk-config")).isVisible();
        Locator form = page.getByRole(AriaRole.FORM, named("Add a user"));
        form.getByLabel("Login").fill("bo");
        form.getByLabel("Name").fill("B. Osei");
        form.locator("input[type=password]").fill("a good password");
        form.getByLabel("Desk phone").check();
        button(page, "Add user").click();
        Locator row = page.getByRole(AriaRole.ROW).filter(containing("B. Osei"));
        assertThat(row).containsText("2099, desk phone");
        Locator account = page.getByRole(AriaRole.GROUP, named("SIP account of bo"));
        assertThat(account).containsText("SIP user desk2099, secret ");
        button(page, "I have it").click();
        assertThat(account).hasCount(0);

        button(page, "Line of bo").click();
        Locator line = page.getByRole(AriaRole.FORM, named("Line of bo"));
        assertThat(line.getByLabel("Desk phone")).isChecked();
        line.getByLabel("Softphone").check();
        line.getByText("Set line").click();
        assertThat(row).containsText("2099, softphone");
        assertThat(line).hasCount(0);
        assertThat(account).hasCount(0);
    }

    @Test
    void what_cannot_be_done_is_said_and_the_form_keeps_what_was_typed() {
        Page page = open();
        page.setViewportSize(1366, 400);
        Locator form = page.getByRole(AriaRole.FORM, named("Add a user"));
        form.getByLabel("Login").fill("agent");
        form.getByLabel("Name").fill("Twice");
        form.locator("input[type=password]").fill("a good password");
        button(page, "Add user").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("has this login already");
        page.evaluate("scrollTo(0, document.body.scrollHeight)");
        assertThat(page.getByRole(AriaRole.ALERT)).isInViewport();
        assertThat(form.getByLabel("Login")).hasValue("agent");
    }

    @Test
    void a_new_password_is_set() {
        Page page = open();
        button(page, "New password for agent").click();
        Locator form = page.getByRole(AriaRole.FORM, named("New password for agent"));
        form.locator("input[type=password]").fill("another good one");
        form.getByText("Set password").click();
        assertThat(form).hasCount(0);
    }

    @Test
    void a_campaign_is_added_gets_a_portfolio_and_is_ordered_to_start() {
        Page page = open();
        assertThat(page.getByText("No campaign dials")).containsText("June: over 100,000");
        Locator form = page.getByRole(AriaRole.FORM, named("Add a campaign"));
        form.getByLabel("Campaign name").fill("Cards");
        form.getByLabel("Caller id").fill("+1 (202) 555-0100");
        button(page, "Add campaign").click();
        Locator row = page.getByRole(AriaRole.ROW).filter(containing("Cards"));
        assertThat(row).containsText("None: nobody is dialed");
        page.getByLabel("Portfolio to put into Cards").selectOption("2");
        assertThat(row).containsText("Northbank / June");
        button(page, "Start Cards").click();
        assertThat(row).containsText("start is ordered");
        button(page, "Take June out of Cards").click();
        assertThat(row).containsText("None: nobody is dialed");
    }

    @Test
    void the_settings_of_a_campaign_are_changed_and_faults_leave_what_was_typed() {
        Page page = open();
        Locator row = page.getByRole(AriaRole.ROW).filter(containing("Evening"));
        assertThat(row).containsText("rings 25 s, not screened, recorded; wrap-up 45 s");
        button(page, "Settings of Evening").click();
        Locator form = page.getByRole(AriaRole.FORM, named("Settings of Evening"));
        assertThat(form.getByLabel("Caller id")).hasValue("+12125550100");
        form.getByLabel("Caller id").fill("+1 (900) 555-0150");
        form.getByLabel("Ring seconds").fill("40");
        form.getByLabel("Wrap-up seconds").fill("90");
        form.getByLabel("Screen for machines").check();
        form.getByLabel("Record").uncheck();
        form.getByText("Save settings").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("can be called back");
        assertThat(form.getByLabel("Ring seconds")).hasValue("40");
        form.getByLabel("Caller id").fill("+1 (202) 555-0150");
        form.getByText("Save settings").click();
        assertThat(form).hasCount(0);
        assertThat(row).containsText("from (202) 555-0150");
        assertThat(row).containsText("rings 40 s, screened, not recorded; wrap-up 90 s");
    }

    @Test
    void the_settings_fit_on_narrow_screens() {
        Page page = open();
        button(page, "Settings of Evening").click();
        for (int width : List.of(1280, 800)) {
            page.setViewportSize(width, 1000);
            Chromium.keep(page, "campaign-settings-" + width);
            Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(width);
        }
    }

    @Test
    void a_supervisor_is_not_led_there() {
        Page page = chromium.loggedIn("supervisor", ColorScheme.LIGHT);
        page.locator(".campaign").first().waitFor();
        page.evaluate("location.hash = '#/administration'");
        assertThat(page.getByRole(AriaRole.HEADING, heading("Administration is not open to you")))
                .isVisible();
        page.getByText("Go to my page").click();
        assertThat(page.getByRole(AriaRole.HEADING, heading("Floor"))).isVisible();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions heading(String name) {
        return new Page.GetByRoleOptions().setName(name).setLevel(1);
    }

    private static Locator.FilterOptions containing(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }
}
