package org.rightparty.console.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.rightparty.console.fakes.ConsoleFixture;
import org.rightparty.console.floor.FloorView.Order;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FloorPageTest {
    @RegisterExtension private final Chromium chromium = new Chromium();

    @BeforeEach
    void an_agent_is_talking_and_wants_help() {
        Page desk = chromium.desk("agent");
        chromium.console.callFor(ConsoleFixture.AGENT);
        desk.keyboard().press("F9");
    }

    @Test
    void a_supervisor_sees_each_agent_live_and_who_wants_help() {
        Locator row = agents(floor("supervisor"));
        assertThat(row).containsText("A. Kim");
        assertThat(row).containsText("wants help");
        assertThat(row).containsText("Talking");
    }

    @Test
    void orders_go_out_and_their_effect_is_seen() {
        Page page = floor("supervisor");
        button(page, "Drain").click();
        assertThat(page.getByText("Draining: no new calls")).isVisible();
        assertThat(page.getByText("is being drained").first()).isVisible();
        button(page, "Take A. Kim out after the call").click();
        assertThat(page.getByText("A. Kim is out after this call and was told so.")).isVisible();
        assertThat(page.getByText("Only the agent can go ready again.")).isVisible();
        assertThat(page.getByText("Taking out cannot be taken back here")).isVisible();
        assertThat(agents(page)).containsText("out after this call");
        button(page, "Start").click();
        assertThat(page.getByText("Dialing")).isVisible();
        assertThat(chromium.console.floor.orders())
                .contains(new Order.PauseAgent(ConsoleFixture.AGENT));
    }

    @Test
    void an_officer_looks_and_orders_nothing() {
        Page page = floor("officer");
        assertThat(page.getByText("View only")).isVisible();
        assertThat(page.locator(".campaign button")).hasCount(0);
    }

    @Test
    void figures_that_no_longer_come_are_called_stale() {
        Page page = chromium.page();
        page.routeWebSocket("**/ws/floor", FloorPageTest::saysNothing);
        page.reload();
        Chromium.logIn(page, "supervisor");
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("STALE 00:0");
    }

    @Test
    void nobody_orders_by_figures_that_are_stale() {
        Page page = chromium.page();
        AtomicBoolean silent = new AtomicBoolean();
        page.routeWebSocket(
                "**/ws/floor",
                socket -> {
                    WebSocketRoute server = socket.connectToServer();
                    server.onMessage(frame -> {
                        if (!silent.get()) {
                            socket.send(frame.text());
                        }
                    });
                });
        page.reload();
        Chromium.logIn(page, "supervisor");
        assertThat(button(page, "Stop")).isEnabled();
        silent.set(true);
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("STALE 00:0");
        for (String order : List.of("Stop", "Drain", "Start", "Take A. Kim out after the call")) {
            assertThat(button(page, order)).isDisabled();
        }
    }

    @Test
    void what_the_network_did_is_told_and_what_is_wrong_stands_open() {
        Page page = floor("supervisor");
        assertThat(page.getByText("Trunk south: Calls get nowhere.")).isVisible();
        assertThat(page.getByText("Caller-ID +12125550100: Refused.")).isVisible();
        page.getByText("What the network did").click();
        Locator table = page.locator(".network table");
        assertThat(table).containsText("Taken for spam");
        assertThat(table.locator("tr", new Locator.LocatorOptions().setHasText("north")))
                .containsText("1.02 ×");
        assertThat(table).containsText("Cards 2026");
        AccessibilityTest.check(page, "floor-network", ColorScheme.LIGHT);
    }

    private static Locator agents(Page page) {
        return page.getByRole(
                        AriaRole.REGION, new Page.GetByRoleOptions().setName("Agents of Card 90"))
                .locator("tbody tr");
    }

    /// Takes the socket from the page and never connects it.
    private static void saysNothing(WebSocketRoute socket) {
        socket.onMessage(frame -> {});
    }

    private Page floor(String login) {
        Page page = chromium.loggedIn(login, ColorScheme.LIGHT);
        page.locator(".campaign").first().waitFor();
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
