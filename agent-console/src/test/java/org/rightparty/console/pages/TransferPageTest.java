package org.rightparty.console.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.console.fakes.ConsoleFixture.AGENT;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.Parties;
import org.rightparty.console.fakes.ConsoleFixture;
import org.rightparty.console.web.PartyRoutes;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.PhoneId;
import org.rightparty.vocabulary.PhoneNumber;

import java.util.ArrayList;
import java.util.List;

/// A conversation is handed over from the agent's page.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransferPageTest {
    @RegisterExtension private final Chromium chromium = new Chromium();
    private final List<Parties.Party> parties = new ArrayList<>();

    /// Keeps whoever is named.
    private final class Named implements Parties {
        @Override
        public List<Party> of(AttemptId attempt, AgentId by) {
            return List.copyOf(parties);
        }

        @Override
        public Answer add(Parties.Named named, AgentId by) {
            PhoneId phone = new PhoneId(70 + parties.size());
            parties.add(new Party(phone, named.role(), named.name(), named.number()));
            return new Answer.Accepted();
        }
    }

    @BeforeEach
    void open() {
        parties.clear();
        chromium.serve(ConsoleFixture.with(new PartyRoutes(new Named())));
    }

    @Test
    void who_is_not_verified_is_not_handed_over() {
        Page page = talking();
        assertThat(page.getByText("Transfer…")).isHidden();
    }

    @Test
    void nobody_who_is_verified_is_left_a_message() {
        Page page = talking();
        assertThat(page.getByText("Leave a message…")).isVisible();
        verify(page);
        assertThat(page.getByText("Leave a message…")).hasCount(0);
    }

    @Test
    void somebody_is_named_and_called_while_the_person_stays() {
        Page page = talking();
        verify(page);
        page.getByText("Transfer…").click();
        assertThat(page.getByText("First add whoever takes over")).isVisible();
        assertThat(button(page, "Call and hand over")).hasCount(0);
        page.getByLabel("Who they are").selectOption("ATTORNEY");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Ann Law");
        page.getByLabel("Their number").fill("212 555 0123");
        button(page, "Add to the list").click();
        assertThat(page.getByLabel("Hand over to", new Page.GetByLabelOptions().setExact(true)))
                .containsText("Ann Law");
        assertThat(parties)
                .containsExactly(
                        new Parties.Party(
                                new PhoneId(70),
                                "ATTORNEY",
                                "Ann Law",
                                new PhoneNumber("+12125550123")));
        button(page, "Call and hand over").click();
        assertThat(page.getByText("stays with you until they answer")).isVisible();
        assertThat(button(page, "Call and hand over")).isDisabled();
        Chromium.keep(page, "transfer");
        button(page, "Stop calling").click();
        assertThat(page.getByText("Nobody took over.")).isVisible();
        assertThat(page.locator(".bar-state")).containsText("Talking");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private Page talking() {
        Page page = chromium.desk("agent");
        page.keyboard().press("F2");
        assertThat(page.locator(".idle-name")).hasText("Ready");
        chromium.console.callFor(AGENT);
        assertThat(page.locator("#pop")).isFocused();
        return page;
    }

    private static void verify(Page page) {
        page.getByLabel("Full name").check();
        page.getByLabel("Date of birth").check();
        page.getByLabel("Address").check();
        button(page, "Verified").click();
        assertThat(page.locator(".sum")).isVisible();
    }
}
