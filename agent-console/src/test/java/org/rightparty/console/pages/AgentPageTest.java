package org.rightparty.console.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rightparty.console.fakes.ConsoleFixture.AGENT;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.rightparty.console.desk.DeskSnapshot;
import org.rightparty.console.desk.Intent;
import org.rightparty.console.fakes.ConsoleFixture;
import org.rightparty.console.web.Samples;
import org.rightparty.vocabulary.AttemptId;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// A call as the agent lives it. The fake desk does what the dialer would.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgentPageTest {
    /// Of a telephone system that is nowhere; the browser has no microphone either.
    private static final Route.FulfillOptions SOFTPHONE =
            new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(
                            """
                            {"kind": "BROWSER", "uri": "sip:web2012@127.0.0.1", "password": "p",
                            "webSocketUrl": "ws://127.0.0.1:9/ws", "iceHosts": []}
                            """);

    @RegisterExtension private final Chromium chromium = new Chromium();

    @Test
    void a_screen_pop_takes_the_focus_and_is_reported_as_shown() {
        Page page = chromium.desk("agent");
        page.keyboard().press("F2");
        assertThat(page.locator(".idle-name")).hasText("Ready");
        chromium.console.callFor(AGENT);
        assertThat(page.locator("#pop")).hasText("Maria Delgado");
        assertThat(page.locator("#pop")).isFocused();
        await().until(() -> chromium.console.desks.shown().size() == 1);
    }

    @Test
    void an_agent_whose_softphone_hears_nothing_cannot_go_ready() {
        Page page = chromium.page();
        page.route("**/api/desk/phone", route -> route.fulfill(SOFTPHONE));
        Chromium.logIn(page, "agent");
        page.getByText("Card 90").click();
        assertThat(page.getByText("No microphone").first()).isVisible();
        await().until(() -> chromium.console.desks.linesTold() > 0);
        chromium.console.desks.ask(AGENT, new Intent.CallMyLine());
        chromium.console.desks.soundArrives(AGENT, false);
        assertThat(page.getByTitle("No sound arrives at your headset yet")).isDisabled();
        page.keyboard().press("F2");
        assertThat(page.getByText("No sound arrives at your headset.")).isVisible();
    }

    @Test
    void of_an_agents_own_call_the_screen_is_reported_when_the_person_answers() {
        Page page = chromium.desk("agent");
        AttemptId attempt = chromium.console.desks.dialing(AGENT, Samples.screen());
        assertThat(page.locator("#pop")).hasText("Maria Delgado");
        assertThat(chromium.console.desks.shown()).isEmpty();
        chromium.console.desks.answered(AGENT, attempt, Samples.screen());
        await().until(() -> chromium.console.desks.shown().size() == 1);
    }

    @Test
    void the_debt_is_nowhere_in_the_page_until_identity_is_verified() {
        Page page = talking();
        assertThat(page.getByText("the debt is hidden")).isVisible();
        assertThat(page.content()).doesNotContain("1,482.17").doesNotContain("Northbank");
        page.keyboard().press("v");
        assertThat(page.getByText("Tick what the person has proved first.")).isVisible();
        page.getByLabel("Full name").check();
        page.getByLabel("Date of birth").check();
        page.getByLabel("Address").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Verified")).click();
        assertThat(page.locator(".sum")).hasText("$1,482.17");
        assertThat(page.getByText("the debt is hidden")).isHidden();
    }

    @Test
    void a_whole_call_from_log_in_to_the_next_needs_no_mouse() {
        Page page = chromium.page();
        assertThat(page.getByLabel("Login")).isFocused();
        page.keyboard().type("agent");
        page.keyboard().press("Tab");
        page.keyboard().type(ConsoleFixture.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.getByText("Which campaign do you work on?")).isVisible();
        page.keyboard().press("Enter");
        assertThat(page.getByText("Practice line down")).isVisible();
        page.keyboard().press("F2");
        assertThat(page.getByText("Practice line up")).isVisible();
        page.keyboard().press("F2");
        assertThat(page.locator(".idle-name")).hasText("Ready");
        chromium.console.callFor(AGENT);
        assertThat(page.locator("#pop")).isFocused();
        for (int proof = 0; proof < 3; proof++) {
            page.keyboard().press("Tab");
            page.keyboard().press("Space");
        }
        page.keyboard().press("v");
        assertThat(page.locator(".sum")).isVisible();
        page.keyboard().press("Alt+1");
        page.keyboard().press("Alt+n");
        page.keyboard().type("Will pay: verified / or not?");
        page.keyboard().press("F4");
        assertThat(page.locator(".bar")).containsText("Wrap-up");
        page.keyboard().press("Control+Enter");
        assertThat(page.getByText("Choose the reason given.")).isVisible();
        assertThat(page.getByLabel("Reason for the delinquency").first()).isFocused();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".idle-name")).hasText("Ready");
    }

    @Test
    void a_disposition_that_needs_the_consumer_is_barred_before_verification() {
        Page page = talking();
        page.keyboard().press("Alt+1");
        assertThat(page.getByText("Promise to pay: verify identity first.")).isVisible();
        page.keyboard().press("w");
        assertThat(page.getByLabel("Search dispositions")).isFocused();
        page.keyboard().type("wrong");
        page.keyboard().press("Enter");
        assertThat(page.locator(".hot button[aria-pressed=true]")).containsText("Wrong number");
    }

    @Test
    void typed_text_is_there_again_after_a_reload() {
        Page page = talking();
        page.keyboard().press("Alt+8");
        page.keyboard().press("Alt+n");
        page.keyboard().type("Asked for the letter");
        await().until(() -> draft().contains("Asked for the letter"));
        page.reload();
        assertThat(page.getByLabel("Note")).hasValue("Asked for the letter");
        assertThat(page.locator(".bar")).containsText("Talking");
    }

    @Test
    void a_network_loss_is_told_and_loses_nothing() {
        Page page = chromium.page();
        AtomicBoolean cut = new AtomicBoolean();
        List<WebSocketRoute> open = new ArrayList<>();
        page.routeWebSocket(
                "**/ws/desk**",
                socket -> {
                    if (cut.get()) {
                        socket.close();
                    } else {
                        open.add(socket);
                        socket.connectToServer();
                    }
                });
        page.reload();
        Chromium.logIn(page, "agent");
        Chromium.sitDown(page);
        chromium.console.callFor(AGENT);
        assertThat(page.locator("#pop")).isFocused();
        page.keyboard().press("Alt+n");
        page.keyboard().type("Before, ");
        cut.set(true);
        open.forEach(WebSocketRoute::close);
        assertThat(page.getByText("No connection to the server.")).isVisible();
        page.keyboard().type("during");
        chromium.console.desks.hungUp(AGENT);
        page.keyboard().press("F4");
        cut.set(false);
        assertThat(page.locator(".bar")).containsText("Wrap-up");
        assertThat(page.getByText("No connection to the server.")).isHidden();
        assertThat(page.getByLabel("Note")).hasValue("Before, during");
    }

    @Test
    void a_second_page_takes_the_desk_and_the_first_says_so() {
        Page first = talking();
        Page second = first.context().newPage();
        second.navigate(chromium.address());
        assertThat(second.locator("#pop")).hasText("Maria Delgado");
        assertThat(first.getByText("This page is not your desk any more")).isVisible();
        assertThat(second.locator(".bar")).containsText("Talking");
    }

    @Test
    void calls_are_held_paused_and_helped_by_keys() {
        Page page = talking();
        page.keyboard().press("Shift+F6");
        assertThat(page.locator(".bar-state")).containsText("On hold");
        page.keyboard().press("Shift+F6");
        assertThat(page.locator(".bar-state")).containsText("Talking");
        page.keyboard().press("F7");
        assertThat(page.locator(".bar")).containsText("Recording paused");
        page.keyboard().press("F9");
        assertThat(page.locator(".bar-help")).containsText("Supervisor called");
        page.keyboard().press("F2");
        page.getByRole(AriaRole.MENUITEM).getByText("Lunch").click();
        assertThat(page.locator(".bar")).containsText("Then: Lunch");
    }

    private Page talking() {
        Page page = chromium.desk("agent");
        page.keyboard().press("F2");
        assertThat(page.locator(".idle-name")).hasText("Ready");
        chromium.console.callFor(AGENT);
        assertThat(page.locator("#pop")).isFocused();
        return page;
    }

    /// What the server keeps of the half-filled form.
    private String draft() {
        return chromium.console
                .desks
                .snapshot(AGENT)
                .flatMap(DeskSnapshot::call)
                .flatMap(DeskSnapshot.CallInFront::attempt)
                .flatMap(attempt -> chromium.console.drafts.find(AGENT, attempt))
                .orElse("");
    }
}
