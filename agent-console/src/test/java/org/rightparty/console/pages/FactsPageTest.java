package org.rightparty.console.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.console.fakes.ConsoleFixture.AGENT;

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
import org.rightparty.console.fakes.FakeFacts;
import org.rightparty.console.fakes.FakeHolds;
import org.rightparty.console.fakes.FakeOffice;
import org.rightparty.console.web.OfficeRoutes;
import org.rightparty.console.web.Route;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// *Consents, notices, stated place* on the officer's page, and *Says they are in…* beside a call.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FactsPageTest {
    @RegisterExtension private final Chromium chromium = new Chromium();
    private FakeFacts facts = new FakeFacts();

    @BeforeEach
    void serve() {
        facts = new FakeFacts();
        chromium.serve(ConsoleFixture.with(this::routes));
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>(facts.routes());
        routes.addAll(
                new OfficeRoutes(
                                new FakeOffice(),
                                new FakeHolds(),
                                (_, _, _, _, _) -> {},
                                InstantSource.system())
                        .routes());
        return routes;
    }

    /// The compliance page with the sample account chosen.
    private Page chosen(String login, ColorScheme theme) {
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
        part(page, "facts").getByText("Nothing is recorded.").waitFor();
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator part(Page page, String id) {
        return page.locator("section[aria-labelledby=" + id + "]");
    }

    private static Locator.GetByLabelOptions exact() {
        return new Locator.GetByLabelOptions().setExact(true);
    }

    @Test
    void what_is_known_is_recorded_with_what_proves_it() {
        Page page = chosen("officer", ColorScheme.LIGHT);
        Locator part = part(page, "facts");
        part.getByLabel("To what").selectOption("TIME");
        part.getByLabel("From (her clock)").fill("20:00");
        part.getByLabel("To", exact()).fill("19:00");
        part.getByLabel("What proves it").fill("Letter of 2 November");
        button(page, "Record").click();
        assertThat(part).containsText("The hours end before they begin.");
        part.getByLabel("To", exact()).fill("22:00");
        button(page, "Record").click();
        assertThat(part).containsText("It is recorded.");
        assertThat(part).containsText("Calls at hours that are otherwise closed");
        assertThat(part).containsText("Letter of 2 November");
        part.getByLabel("What", exact()).selectOption("NOTICE");
        part.getByLabel("Notice").selectOption("FIRST_NOTICE");
        part.getByLabel("What proves it").fill("Posted on the 3rd");
        button(page, "Record").click();
        assertThat(part).containsText("Notice sent: First notice");
        assertThat(facts.orders())
                .extracting(order -> order.fact().getClass().getSimpleName())
                .containsExactly("Consented", "SentNotice");
        assertThat(facts.looks()).containsOnly("facts.viewed").hasSize(3);
    }

    @Test
    void a_supervisor_sees_what_is_known_and_records_nothing() {
        Page page = chosen("supervisor", ColorScheme.LIGHT);
        assertThat(button(page, "Record")).hasCount(0);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_panel_keeps_nobody_out(ColorScheme theme) {
        Page page = chosen("officer", theme);
        Locator holds = part(page, "holds");
        holds.getByLabel("Set", exact()).selectOption("INCONVENIENT_TIME");
        holds.getByLabel("From (her clock)").fill("08:00");
        holds.getByLabel("To", exact()).fill("12:00");
        holds.getByLabel("What it rests on").fill("Works nights");
        button(page, "Set now").click();
        assertThat(holds).containsText("Not every day from 08:00 to 12:00, her clock.");
        Locator part = part(page, "facts");
        part.getByLabel("What proves it").fill("Letter of 2 November");
        button(page, "Record").click();
        part.getByText("Letter of 2 November").waitFor();
        for (String kind : List.of("CONSENT", "PLACE", "CONTACT", "NOTICE", "LOOK_UP")) {
            part.getByLabel("What", exact()).selectOption(kind);
            part.scrollIntoViewIfNeeded();
            AccessibilityTest.check(page, "office-facts-" + kind, theme);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void an_agent_keeps_where_somebody_says_she_is(ColorScheme theme) {
        Page page = chromium.desk("agent", theme);
        chromium.console.callFor(AGENT);
        page.getByText("Says they are in…").click();
        Locator form =
                page.getByRole(
                        AriaRole.FORM,
                        new Page.GetByRoleOptions().setName("A place that was named in this call"));
        form.getByLabel("State or province").selectOption("CA-ON");
        form.getByLabel("Zone").selectOption("America/Toronto");
        form.getByLabel("What was said").fill("She moved to Toronto.");
        // Further down, the header stands over a part of what has been scrolled up.
        page.evaluate("scrollTo(0, 0)");
        AccessibilityTest.check(page, "says-place", theme);
        form.getByText("Keep it").click();
        assertThat(form).containsText("It is kept.");
        assertThat(facts.places().getFirst().place()).isEqualTo("CA-ON");
        assertThat(facts.places().getFirst().holds()).isEmpty();
    }
}
