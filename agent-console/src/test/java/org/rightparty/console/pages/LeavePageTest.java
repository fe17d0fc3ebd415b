package org.rightparty.console.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rightparty.console.fakes.ConsoleFixture;
import org.rightparty.console.fakes.FakeFacts;
import org.rightparty.console.fakes.FakeHolds;
import org.rightparty.console.fakes.FakeOffice;
import org.rightparty.console.fakes.RulebookRoom;
import org.rightparty.console.web.LicenceRoutes;
import org.rightparty.console.web.Looks;
import org.rightparty.console.web.MessageRoutes;
import org.rightparty.console.web.OfficeRoutes;
import org.rightparty.console.web.OverrideRoutes;
import org.rightparty.console.web.Route;
import org.rightparty.console.web.RulebookRoutes;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.Role;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/// *Licences* and *Rules set aside* on the officer's page.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeavePageTest {
    private static final AgentId OFFICER = new AgentId(31);
    private static final AgentId OTHER = new AgentId(32);
    private static final int NARROW = 600;

    @RegisterExtension private final Chromium chromium = new Chromium();
    private final List<String> looks = new CopyOnWriteArrayList<>();
    private RulebookRoom room = new RulebookRoom();

    @BeforeEach
    void serve() {
        room.fill(OFFICER, OTHER);
        looks.clear();
        chromium.serve(ConsoleFixture.with(this::routes));
        chromium.console.people.with(
                OTHER.value(), "P. Second", "officer2", chromium.console.hash(), Role.OFFICER);
    }

    @AfterEach
    void otherRoom() {
        room.close();
        room = new RulebookRoom();
    }

    @AfterAll
    void closeRoom() {
        room.close();
    }

    private List<Route> routes() {
        InstantSource clock = InstantSource.system();
        Looks noted = (_, kind, _, _, _) -> looks.add(kind);
        List<Route> routes = new ArrayList<>(new FakeFacts().routes());
        routes.addAll(new OfficeRoutes(new FakeOffice(), new FakeHolds(), noted, clock).routes());
        routes.addAll(new RulebookRoutes(room.desk).routes());
        routes.addAll(new MessageRoutes(room.messages, room.toLeave).routes());
        routes.addAll(new LicenceRoutes(room.licences).routes());
        routes.addAll(new OverrideRoutes(room.overrides, noted, clock).routes());
        return routes;
    }

    /// The compliance page with the sample account chosen.
    private Page office(String login, ColorScheme theme) {
        Page page = chromium.loggedIn(login, theme);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("Menu of")))
                .click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Compliance"))
                .click();
        page.getByLabel("Name, number or account").fill("delgado");
        page.keyboard().press("Enter");
        button(page, "Maria Delgado Northbank …7781").click();
        part(page, "overrides").getByLabel("Why").waitFor();
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator part(Page page, String id) {
        return page.locator("section[aria-labelledby=" + id + "]");
    }

    private static void enter(Page page, String place, String number, String evidence) {
        Locator part = part(page, "licences");
        part.getByLabel("Place", new Locator.GetByLabelOptions().setExact(true)).fill(place);
        part.getByLabel("Number (empty: required, and missing)").fill(number);
        part.getByLabel("What it rests on").fill(evidence);
        button(page, "Enter").click();
    }

    private static void ask(Page page, String until) {
        Locator part = part(page, "overrides");
        part.getByLabel("Rule", new Locator.GetByLabelOptions().setExact(true))
                .selectOption("HOUSE-GAP");
        part.getByLabel("Set aside until").fill(until);
        part.getByLabel("Why").fill("Asks to be called back at once");
        part.getByLabel("What it rests on").fill("recording 12");
        button(page, "Ask").click();
    }

    /// Two days on, as the field wants it.
    private static String soon(Page page) {
        return String.valueOf(
                page.evaluate("() => new Date(Date.now() + 2 * 864e5).toISOString().slice(0, 16)"));
    }

    @Test
    void a_licence_is_entered_with_what_it_rests_on_and_ended() {
        Page page = office("officer", ColorScheme.LIGHT);
        Locator part = part(page, "licences");
        assertThat(part).containsText("None was entered.");
        enter(page, "us-zz", "4711", "register");
        assertThat(part.getByRole(AriaRole.ALERT)).containsText("there is no place US-ZZ");
        enter(page, "us-tx", "4711", "register of 20 November");
        assertThat(part.getByRole(AriaRole.TABLE)).containsText("register of 20 November");
        assertThat(part.getByRole(AriaRole.TABLE)).containsText("Held");
        enter(page, "US-NY-NYC", "", "letter of counsel");
        assertThat(part.getByRole(AriaRole.TABLE)).containsText("Required and missing");
        button(page, "End now: US-TX 4711").click();
        assertThat(part.getByRole(AriaRole.TABLE)).containsText("Ended");
        assertThat(button(page, "End now: US-TX 4711")).hasCount(0);
    }

    @Test
    void a_rule_is_set_aside_by_two_and_holds_again_when_one_says_so() {
        Page page = office("officer", ColorScheme.LIGHT);
        ask(page, soon(page));
        Locator part = part(page, "overrides");
        assertThat(part).containsText("Asked by O. Lindqvist");
        assertThat(button(page, "Approve: HOUSE-GAP for account 701")).hasCount(0);
        assertThat(button(page, "Take back: HOUSE-GAP for account 701")).hasCount(1);
        Page other = office("officer2", ColorScheme.LIGHT);
        button(other, "Approve: HOUSE-GAP for account 701").click();
        assertThat(part(other, "overrides")).containsText("In force");
        assertThat(part(other, "overrides")).containsText("approved by P. Second");
        button(other, "End now: HOUSE-GAP for account 701").click();
        assertThat(part(other, "overrides")).containsText("ended by P. Second");
        assertThat(looks).contains("overrides.viewed");
    }

    @Test
    void nothing_that_the_rulebook_keeps_can_be_asked_for() {
        Page page = office("officer", ColorScheme.LIGHT);
        assertThat(
                        part(page, "overrides")
                                .getByLabel("Rule", new Locator.GetByLabelOptions().setExact(true))
                                .locator("option")
                                .allTextContents())
                .contains("HOUSE-GAP")
                .doesNotContain("US-FED-HRS", "US-MA-2IN7", "HOUSE-BANKRUPTCY");
        ask(page, "2099-01-01T00:00");
        assertThat(part(page, "overrides").getByRole(AriaRole.ALERT))
                .containsText("within thirty days");
    }

    @Test
    void a_supervisor_sees_neither() {
        Page page = chromium.loggedIn("supervisor", ColorScheme.LIGHT);
        page.navigate(chromium.address() + "#/office");
        part(page, "why-not").waitFor();
        assertThat(part(page, "licences")).hasCount(0);
        assertThat(part(page, "overrides")).hasCount(0);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_panels_keep_nobody_out(ColorScheme theme) {
        Page page = office("officer", theme);
        enter(page, "US-TX", "4711", "register of 20 November");
        part(page, "licences").getByText("register of 20 November").waitFor();
        enter(page, "US-NY-NYC", "", "letter of counsel");
        part(page, "licences").getByText("letter of counsel").waitFor();
        ask(page, soon(page));
        part(page, "overrides").getByText("Asked by O. Lindqvist").waitFor();
        shown(page, "overrides", "office-overrides", theme);
        shown(page, "licences", "office-licences", theme);
        page.setViewportSize(NARROW, 900);
        page.waitForTimeout(150);
        shown(page, "overrides", "office-overrides-narrow", theme);
        shown(page, "licences", "office-licences-narrow", theme);
        page.setViewportSize(NARROW, 900);
        assertThat(page.evaluate(LayoutPageTest.TOO_WIDE)).isEqualTo(0);
    }

    private static void shown(Page page, String id, String name, ColorScheme theme) {
        part(page, id).scrollIntoViewIfNeeded();
        AccessibilityTest.check(page, name, theme);
    }
}
