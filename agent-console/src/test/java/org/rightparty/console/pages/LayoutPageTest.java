package org.rightparty.console.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.console.fakes.ConsoleFixture.AGENT;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.rightparty.console.web.Samples;

import java.util.ArrayList;
import java.util.List;

/// No page has to be moved sideways on the screens of a call centre, and none shows an instant as
/// machines write it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayoutPageTest {
    private static final int[][] SCREENS = {{1920, 1080}, {1366, 768}, {1024, 768}, {800, 768}};
    static final String TOO_WIDE =
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private static final String CUT =
            "[...document.querySelectorAll('.mantine-Button-label, select')]"
                    + ".filter(one => one.checkVisibility())"
                    + ".filter(one => words(one) > room(one) + 1)"
                    + ".map(one => one.innerText)";

    /// The columns beside which their words stand.
    private static final String SPILLS =
            "[...document.querySelectorAll('.desk-panes > *')]"
                    + ".filter(one => one.scrollWidth > one.clientWidth + 1)"
                    + ".map(one => one.className)";

    /// The bar at the top in more than one line.
    private static final String BAR_IN_LINES =
            "() => [...document.querySelectorAll('.bar')].some(bar => bar.clientHeight > 56)";

    /// The buttons that are not as high as the fields they stand beside.
    private static final String UNEVEN =
            "height = one => one.getBoundingClientRect().height;"
                    + "foot = one => one.getBoundingClientRect().bottom;"
                    + "uneven = (button, field) => Math.abs(foot(button) - foot(field)) < 9"
                    + " && Math.abs(height(button) - height(field)) > 2;"
                    + "[...document.querySelectorAll('form button[type=submit]')]"
                    + ".filter(one => [...one.closest('form').querySelectorAll("
                    + "'input:not([type=checkbox]):not([type=radio]), select')]"
                    + ".some(field => field.checkVisibility() && uneven(one, field)))"
                    + ".map(one => one.innerText)";

    /// How wide the words of an element are, and how much room it has for them.
    private static final String RULERS =
            "pen = document.createElement('canvas').getContext('2d');"
                    + "style = one => getComputedStyle(one);"
                    + "chosen = one => (pen.font = style(one).font)"
                    + " && pen.measureText(one.selectedOptions[0].text).width;"
                    + "pad = (one, side) => parseFloat(style(one)['padding' + side]);"
                    + "isChoice = one => one.tagName === 'SELECT';"
                    + "words = one => isChoice(one) ? chosen(one) : one.scrollWidth;"
                    + "room = one => one.clientWidth"
                    + " - (isChoice(one) ? pad(one, 'Left') + pad(one, 'Right') : 0);";

    private static final String RAW_INSTANT = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}";

    @RegisterExtension private final Chromium chromium = new Chromium();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void the_agents_page_fits_all_through_a_call() {
        Page page = chromium.page();
        look(page, "log-in");
        Chromium.logIn(page, "agent");
        page.getByText("Which campaign do you work on?").waitFor();
        look(page, "campaigns");
        Chromium.sitDown(page);
        chromium.console.desks.missed(AGENT, Samples.missed());
        page.getByLabel("Your last call").waitFor();
        page.getByLabel("Name, telephone or account").fill("delgado");
        page.keyboard().press("Enter");
        page.getByText("1 found").waitFor();
        look(page, "idle");
        chromium.console.desks.dialing(AGENT, Samples.screen());
        page.getByText("Ask whoever answers").waitFor();
        look(page, "ringing");
        chromium.console.callFor(AGENT);
        page.getByText("Ask; tick what the person says right").waitFor();
        look(page, "unverified");
        tickProofs(page);
        page.keyboard().press("v");
        page.locator(".sum").waitFor();
        for (String key : List.of("d", "m", "p", "t")) {
            page.locator("#pop").focus();
            page.keyboard().press("g");
            page.keyboard().press(key);
            look(page, "verified-" + key);
        }
        page.keyboard().press("Alt+2");
        chromium.console.desks.hungUp(AGENT);
        page.getByText("Save & ready").waitFor();
        look(page, "wrap-up");
        page.keyboard().press("Control+Enter");
        assertThat(page.getByText("Give the amount paid, such as 120.50.")).isVisible();
        look(page, "paid");
        page.keyboard().press("Alt+9");
        page.keyboard().press("Control+Enter");
        assertThat(page.getByText("Give the attorney’s name.")).isVisible();
        look(page, "attorney");
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_floor_fits() {
        chromium.desk("agent");
        chromium.desk("agent2");
        chromium.console.callFor(AGENT);
        Page page = chromium.loggedIn("supervisor", ColorScheme.LIGHT);
        page.getByText("Talking").nth(1).waitFor();
        page.getByText("What the network did").first().click();
        look(page, "floor");
        assertThat(wrong).isEmpty();
    }

    @Test
    void administration_fits_and_each_button_stands_beside_what_it_is_about() {
        Page page = AdministrationPageTest.open(chromium, ColorScheme.LIGHT);
        look(page, "administration");
        assertThat(wrong).isEmpty();
        for (int[] screen : SCREENS) {
            page.setViewportSize(screen[0], screen[1]);
            for (String pair : List.of("Start |Stop ", "Line of|Disable ")) {
                String[] names = pair.split("\\|");
                assertThat(top(page, names[0])).as(pair).isEqualTo(top(page, names[1]));
            }
        }
    }

    private static double top(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .boundingBox()
                .y;
    }

    @Test
    void before_verification_nothing_hints_at_a_debt() {
        Page page = chromium.desk("agent");
        chromium.console.callFor(AGENT);
        page.getByText("the debt is hidden").waitFor();
        assertThat(page.locator(".call-pane .why")).containsText("Shown once identity is verified");
        assertThat(page.content()).doesNotContain("Broken promise");
        tickProofs(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Verified")).click();
        assertThat(page.locator(".call-pane .why")).containsText("Broken promise of Feb 28, 2026");
    }

    @Test
    void an_agent_can_go_back_and_choose_another_campaign() {
        Page page = chromium.desk("agent");
        assertThat(page.locator(".bar")).containsText("predictive");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Menu of A. Kim"))
                .click();
        page.getByText("Change campaign").click();
        assertThat(page.getByText("preview: you look first, then dial")).isVisible();
        page.getByText("Medical").click();
        page.locator(".bar").waitFor();
        page.reload();
        page.locator(".bar").waitFor();
        assertThat(page.getByText("Which campaign")).isHidden();
    }

    private static void tickProofs(Page page) {
        List.of("Full name", "Date of birth", "Address")
                .forEach(proof -> page.getByLabel(proof).check());
    }

    /// The words that do not fit into their button or their choice.
    static Object cut(Page page) {
        return page.evaluate(RULERS + CUT);
    }

    /// What is out of place on the page as it stands now.
    static List<String> faults(Page page) {
        List<String> faults = new ArrayList<>();
        if (page.evaluate(TOO_WIDE) instanceof Number over && over.intValue() > 0) {
            faults.add("is too wide by " + over);
        }
        if (cut(page) instanceof List<?> words && !words.isEmpty()) {
            faults.add("cuts " + words);
        }
        if (page.evaluate(SPILLS) instanceof List<?> panes && !panes.isEmpty()) {
            faults.add("has words beside " + panes);
        }
        if (Boolean.TRUE.equals(page.evaluate(BAR_IN_LINES))) {
            faults.add("has its bar in more than one line");
        }
        if (page.evaluate(UNEVEN) instanceof List<?> buttons && !buttons.isEmpty()) {
            faults.add("has buttons of another height than their fields " + buttons);
        }
        if (page.innerText("body").matches("(?s).*" + RAW_INSTANT + ".*")) {
            faults.add("shows a raw instant");
        }
        return faults;
    }

    private void look(Page page, String name) {
        for (int[] screen : SCREENS) {
            page.setViewportSize(screen[0], screen[1]);
            page.waitForTimeout(150);
            String at = name + "-" + screen[0];
            Chromium.keep(page, "layout-" + at);
            faults(page).forEach(fault -> wrong.add(at + " " + fault));
        }
        page.setViewportSize(1366, 768);
    }
}
