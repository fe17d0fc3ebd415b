package org.rightparty.console.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rightparty.compliance.holds.HoldOrder;
import org.rightparty.console.fakes.ConsoleFixture;
import org.rightparty.console.fakes.FakeFacts;
import org.rightparty.console.fakes.FakeHolds;
import org.rightparty.console.fakes.FakeOffice;
import org.rightparty.console.fakes.RulebookRoom;
import org.rightparty.console.office.Unmasking;
import org.rightparty.console.web.LicenceRoutes;
import org.rightparty.console.web.Looks;
import org.rightparty.console.web.MessageRoutes;
import org.rightparty.console.web.OfficeRoutes;
import org.rightparty.console.web.OverrideRoutes;
import org.rightparty.console.web.Route;
import org.rightparty.console.web.RulebookRoutes;
import org.rightparty.console.web.Samples;
import org.rightparty.console.web.UnmaskRoutes;
import org.rightparty.vocabulary.Role;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/// The compliance officer's page: explain, holds, why not, rulebooks.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficePageTest {
    @RegisterExtension private final Chromium chromium = new Chromium();
    private RulebookRoom books = new RulebookRoom();
    private FakeHolds holds = new FakeHolds();
    private final List<String> looks = new CopyOnWriteArrayList<>();

    @BeforeEach
    void serve() {
        holds = new FakeHolds();
        looks.clear();
        chromium.serve(ConsoleFixture.with(this::routes));
    }

    /// Another room for the next test, once something was written in this one.
    @AfterEach
    void otherBooks() {
        if (books.isWrittenIn()) {
            books.close();
            books = new RulebookRoom();
        }
    }

    @AfterAll
    void closeBooks() {
        books.close();
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        Looks noted = (_, kind, _, _, _) -> looks.add(kind);
        InstantSource clock = InstantSource.system();
        routes.addAll(new OfficeRoutes(new FakeOffice(), holds, noted, clock).routes());
        routes.addAll(new FakeFacts().routes());
        routes.addAll(new RulebookRoutes(books.desk).routes());
        routes.addAll(
                new UnmaskRoutes(
                                _ ->
                                        Optional.of(
                                                new Unmasking.Unmasked(
                                                        Samples.screen().person().phones(),
                                                        Optional.empty(),
                                                        Optional.of("4321"))),
                                noted,
                                clock)
                        .routes());
        routes.addAll(new MessageRoutes(books.messages, books.toLeave).routes());
        routes.addAll(new LicenceRoutes(books.licences).routes());
        routes.addAll(new OverrideRoutes(books.overrides, noted, clock).routes());
        return routes;
    }

    private Page office(String login, ColorScheme theme) {
        Page page = chromium.loggedIn(login, theme);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("Menu of")))
                .click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Compliance"))
                .click();
        return page;
    }

    /// The page with the sample account chosen.
    private Page chosen(ColorScheme theme) {
        Page page = office("officer", theme);
        page.getByLabel("Name, number or account").fill("delgado");
        page.keyboard().press("Enter");
        button(page, "Maria Delgado Northbank …7781").click();
        page.getByText("Seven calls in seven days about this debt.").first().waitFor();
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator part(Page page, String id) {
        return page.locator("section[aria-labelledby=" + id + "]");
    }

    @Test
    void each_number_says_whether_it_may_be_called_and_what_would_have_to_change() {
        Page page = chosen(ColorScheme.LIGHT);
        Locator explained = part(page, "explain");
        assertThat(explained.getByText("May not be called")).hasCount(1);
        assertThat(explained.getByText("US-NY (the consumer's address)")).hasCount(2);
        assertThat(explained.getByText("May be called", exact())).hasCount(1);
        assertThat(explained).containsText("One of the seven calls has to be eight days old.");
        assertThat(explained).containsText("12 CFR 1006.14(b)(2)(i)(A)");
        explained.getByText("2 rules do not hold for this call").first().click();
        assertThat(explained).containsText("For US-MA only.");
    }

    private static Locator.GetByLabelOptions exactLabel() {
        return new Locator.GetByLabelOptions().setExact(true);
    }

    private static Locator.GetByTextOptions exact() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    @Test
    void numbers_are_masked_until_they_are_shown_for_a_reason() {
        Page page = chosen(ColorScheme.LIGHT);
        assertThat(page.locator("main")).containsText("(•••) •••-0142");
        assertThat(page.locator("main")).not().containsText("(212) 555-0142");
        page.getByText("Show what is masked…").click();
        page.getByLabel("Why (it is entered in the ledger)").selectOption("CONSUMER_ASKED");
        button(page, "Unmask").click();
        assertThat(page.locator(".finder")).containsText("(212) 555-0142");
        assertThat(page.locator(".finder")).containsText("ends in 4321");
        assertThat(looks).contains("person.explained", "holds.viewed", "person.unmasked");
    }

    @Test
    void a_message_is_written_approved_by_another_put_in_force_and_withdrawn() {
        Page page = office("officer", ColorScheme.LIGHT);
        Locator part = part(page, "messages");
        assertThat(part).containsText("campaigns dial nobody ahead");
        written(page, "This is {agent} from {business} about your debt. Please call {number}.");
        assertThat(part.getByRole(AriaRole.ALERT)).containsText("tells whoever listens");
        written(page, "This is {agent} from {business}. Please call {number}.");
        assertThat(part).containsText("Limited-content message, en, version 1");
        assertThat(button(page, "Approve: LIMITED_CONTENT-en-1")).hasCount(0);
        chromium.console.people.with(
                32, "P. Second", "officer2", chromium.console.hash(), Role.OFFICER);
        Page other = office("officer2", ColorScheme.LIGHT);
        button(other, "Approve: LIMITED_CONTENT-en-1").click();
        button(other, "Put in force: LIMITED_CONTENT-en-1").click();
        assertThat(part(other, "messages")).containsText("In force");
        button(other, "Withdraw: LIMITED_CONTENT-en-1").click();
        assertThat(part(other, "messages")).containsText("Withdrawn");
    }

    private static void written(Page page, String words) {
        Locator form = page.getByRole(AriaRole.FORM, named("Write a message"));
        form.getByLabel("Language").fill("en");
        form.getByLabel("Name of the business").fill("Harbor Services");
        form.getByLabel("Words").fill(words);
        form.getByText("Keep as a draft").click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    @Test
    void a_hold_is_set_with_what_it_rests_on_and_lifted_with_what_proves_it() {
        Page page = chosen(ColorScheme.LIGHT);
        Locator part = part(page, "holds");
        part.getByLabel("Set", exactLabel()).selectOption("ATTORNEY");
        part.getByLabel("What it rests on").fill("Letter of 2 November, Ruiz & Partners");
        button(page, "Set now").click();
        assertThat(part).containsText("Letter of 2 November");
        part.getByLabel("Why attorney is lifted").fill("No longer represents her");
        part.getByLabel("What proves it").fill("Letter of 9 November");
        button(page, "Lift").click();
        assertThat(part).containsText("Nothing stands.");
        assertThat(holds.orders().getFirst().source()).isEqualTo(HoldOrder.Source.OFFICER);
    }

    @Test
    void a_recorded_decision_is_explained_by_its_number_and_by_its_address() {
        Page page = office("officer", ColorScheme.LIGHT);
        Locator past = part(page, "past");
        past.getByLabel("Number of the decision").fill("404");
        button(page, "Explain").click();
        assertThat(past).containsText("There is no such decision.");
        page.navigate(chromium.address() + "#/office/decision/71");
        assertThat(past).containsText("the gate refused the call");
        assertThat(past).containsText("One of the seven calls has to be eight days old.");
        assertThat(past).containsText("2026b");
        assertThat(past).containsText("Number …0142, mobile");
        assertThat(past).containsText("Looks for: ");
    }

    @Test
    void the_funnel_adds_up_to_whom_may_be_dialed() {
        Page page = office("officer", ColorScheme.LIGHT);
        Locator funnel = part(page, "why-not");
        assertThat(funnel).containsText("52,400");
        assertThat(funnel).containsText("21,216");
    }

    @Test
    void behind_a_reason_stand_its_accounts_and_behind_each_why() {
        Page page = office("supervisor", ColorScheme.LIGHT);
        Locator funnel = part(page, "why-not");
        button(page, "Show accounts: Cease").click();
        assertThat(funnel).containsText("50 accounts by our numbers, and more");
        Chromium.keep(page, "why-not-accounts");
        button(page, "The next").click();
        assertThat(funnel).containsText("10 accounts by our numbers: choose");
        button(page, "Show accounts: May be dialed now").click();
        button(page, "Explain account " + Samples.screen().account()).click();
        page.getByText("Seven calls in seven days about this debt.").first().waitFor();
    }

    @Test
    void a_wrong_record_is_corrected_and_its_revision_told() {
        Page page = office("supervisor", ColorScheme.LIGHT);
        Locator part = part(page, "correct");
        part.getByLabel("Attempt’s number").fill("88");
        part.getByLabel("It was").selectOption("BUSY");
        part.getByLabel("Why, and what proves it").fill("The carrier's record of 3 November");
        button(page, "Correct").click();
        assertThat(part).containsText("Recorded as revision 2.");
        assertThat(part(page, "rulebooks")).hasCount(0);
    }

    @Test
    void a_rulebook_is_edited_tried_and_shown_with_what_it_changes() {
        Page page = office("officer", ColorScheme.LIGHT);
        Locator part = drafted(page);
        assertThat(part).containsText("Written by officer, not approved yet");
        assertThat(part.getByRole(AriaRole.TABLE)).containsText("ROLLING_HOURS");
        button(page, "Try on 30 days and tomorrow").click();
        assertThat(part).containsText("Of the last 30 days: 0 more refused of 0");
        assertThat(button(page, "Approve")).hasCount(0);
    }

    @Test
    void policy_tests_are_put_to_a_draft_from_a_file() {
        keepDraft();
        Page page = office("officer", ColorScheme.LIGHT);
        Locator part = draft(page);
        tests(part, "TEA_TIME");
        assertThat(part).containsText("cannot be read");
        assertThat(part).containsText("0 passed, 1 failed");
        tests(part, "CONNECT_TIME");
        assertThat(part).containsText("1 passed, 0 failed");
    }

    private static void tests(Locator part, String kind) {
        String test =
                """
                [{"id": "A", "kind": "%s", "greeting_end_ms": 1000, "agent_bridge_ms": 3000,
                  "expect": {"decision": "CONNECTED_IN_TIME"}}]
                """
                        .formatted(kind);
        part.locator("input[type=file]")
                .setInputFiles(
                        new FilePayload(
                                "tests.json",
                                "application/json",
                                test.getBytes(StandardCharsets.UTF_8)));
    }

    /// A stricter house policy, kept as a draft and chosen.
    private static Locator drafted(Page page) {
        Locator part = part(page, "rulebooks");
        part.getByLabel("Version", exactLabel())
                .selectOption(RulebookRoom.HOUSE + " " + RulebookRoom.IN_FORCE);
        button(page, "Edit as a draft").click();
        part.getByRole(AriaRole.TEXTBOX).last().fill("{");
        part.getByText("Keep as a draft").click();
        assertThat(part).containsText("This is not JSON.");
        part.getByRole(AriaRole.TEXTBOX).last().fill(RulebookRoom.stricter());
        part.getByText("Keep as a draft").click();
        return draft(page);
    }

    /// The draft chosen among the versions.
    private static Locator draft(Page page) {
        Locator part = part(page, "rulebooks");
        part.getByLabel("Version", exactLabel())
                .selectOption(RulebookRoom.HOUSE + " " + RulebookRoom.DRAFT);
        part.getByRole(AriaRole.TABLE).waitFor();
        return part;
    }

    /// A stricter house policy that was kept as a draft before.
    private void keepDraft() {
        books.desk.draft(RulebookRoom.stricter(), "officer");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_office_page_keeps_nobody_out(ColorScheme theme) {
        keepDraft();
        Page page = chosen(theme);
        whole(page);
        AccessibilityTest.check(page, "office-explain", theme);
        part(page, "explain").getByText("2 rules do not hold for this call").first().click();
        Locator form = part(page, "holds");
        form.getByLabel("Set", exactLabel()).selectOption("INCONVENIENT_TIME");
        form.getByLabel("What it rests on").fill("Works nights");
        button(page, "Set now").click();
        form.getByText("Works nights").waitFor();
        whole(page);
        AccessibilityTest.check(page, "office-holds", theme);
        Locator part = draft(page);
        button(page, "Try on 30 days and tomorrow").click();
        part.getByText("Of the last 30 days").waitFor();
        whole(page);
        AccessibilityTest.check(page, "office-diff", theme);
        button(page, "Edit as a draft").click();
        part.getByRole(AriaRole.TEXTBOX).last().waitFor();
        part.scrollIntoViewIfNeeded();
        AccessibilityTest.check(page, "office-editor", theme);
    }

    @Test
    void the_office_fits_the_screens_of_a_call_centre() {
        keepDraft();
        Page page = chosen(ColorScheme.LIGHT);
        draft(page);
        for (int width : new int[] {1920, 1366, 1024}) {
            page.setViewportSize(width, 768);
            page.waitForTimeout(150);
            whole(page);
            Chromium.keep(page, "layout-office-" + width);
            page.setViewportSize(width, 768);
            assertThat(page.evaluate(LayoutPageTest.TOO_WIDE)).as("at %s", width).isEqualTo(0);
        }
    }

    /// As high as all that is on it, so that a picture shows everything.
    private static void whole(Page page) {
        Object high = page.evaluate("() => document.documentElement.scrollHeight");
        page.setViewportSize(
                page.viewportSize().width, Math.min(4_000, ((Number) high).intValue()));
    }
}
