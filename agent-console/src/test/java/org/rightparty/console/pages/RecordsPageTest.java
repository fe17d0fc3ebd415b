package org.rightparty.console.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.rightparty.console.fakes.ConsoleFixture;
import org.rightparty.console.fakes.FakeAudit;
import org.rightparty.console.fakes.FakeRetention;
import org.rightparty.console.fakes.FakeSearches;
import org.rightparty.console.web.AuditRoutes;
import org.rightparty.console.web.Looks;
import org.rightparty.console.web.RetentionRoutes;
import org.rightparty.console.web.Route;
import org.rightparty.console.web.SearchRoutes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// The compliance officer's page of records.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordsPageTest {
    private static final double SETTLE_MILLIS = 400;

    @RegisterExtension private final Chromium chromium = new Chromium();
    private final List<String> looks = new CopyOnWriteArrayList<>();
    private final FakeSearches searches = new FakeSearches();
    private volatile int channels = 1;

    @BeforeEach
    void serve() {
        chromium.serve(ConsoleFixture.with(this::routes));
        looks.clear();
        channels = 1;
    }

    private List<Route> routes() {
        InstantSource clock = InstantSource.system();
        Looks noted = (_, kind, _, _, _) -> looks.add(kind);
        List<Route> routes = new ArrayList<>();
        routes.addAll(
                new AuditRoutes(
                                new FakeAudit(),
                                (_, _, _) -> Optional.of(tone(channels)),
                                (_, _, _) -> proof(),
                                ConsoleFixture.uploads(),
                                noted,
                                clock)
                        .routes());
        routes.addAll(new SearchRoutes(searches, clock).routes());
        routes.addAll(new RetentionRoutes(new FakeRetention(), noted, clock).routes());
        return routes;
    }

    private static Path proof() {
        try {
            return Files.writeString(Files.createTempFile("proof", ".zip"), "a ZIP");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// A second that swells, as a WAV of 8,000 samples a second.
    private static byte[] tone(int channels) {
        int samples = 8_000 * channels;
        ByteBuffer wav = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) channels).putInt(8_000);
        wav.putInt(16_000 * channels).putShort((short) (2 * channels)).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples);
        for (int i = 0; i < samples; i++) {
            wav.putShort((short) (Math.sin(i / 3.0) * i * 3));
        }
        return wav.array();
    }

    private Page records(String login, ColorScheme theme) {
        Page page = chromium.loggedIn(login, theme);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName(java.util.regex.Pattern.compile("Menu of")))
                .click();
        page.getByText("Records").click();
        return page;
    }

    private Page officer() {
        return records("officer", ColorScheme.LIGHT);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void a_search_finds_permitted_and_refused_calls_and_is_entered() {
        Page page = officer();
        button(page, "Find").click();
        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(page.locator("tbody")).containsText("US-FED-7IN7");
        assertThat(page.locator("tbody")).containsText("…0142");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Osman");
        button(page, "Find").click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(looks).containsOnly("audit.searched");
    }

    @Test
    void rules_that_refused_nothing_of_late_are_shown_on_request() {
        Page page = officer();
        Locator choice =
                page.getByLabel("Refused by rule", new Page.GetByLabelOptions().setExact(true));
        assertThat(choice.locator("option"))
                .hasText(
                        new String[] {
                            "any",
                            "US-FED-7IN7: Seven calls in seven days about this debt. (1)",
                            "Show the rules that refused nothing of late"
                        });
        choice.selectOption("US-FED-7IN7");
        choice.selectOption("every");
        assertThat(choice.locator("option")).hasCount(3);
        assertThat(choice.locator("option").last()).hasText("HOUSE-GAP: Called a moment ago. (0)");
        assertThat(choice).hasValue("US-FED-7IN7");
    }

    @Test
    void a_decision_shows_rule_law_inputs_and_its_place_in_the_ledger() {
        Page page = officer();
        button(page, "Find").click();
        button(page, "Look at decision 70").click();
        Locator decision = page.locator("section[aria-labelledby=decision]");
        assertThat(decision).containsText("12 CFR 1006.14(b)(2)(i)(A)");
        assertThat(decision).containsText("Seven calls in seven days about this debt.");
        assertThat(decision).containsText("entry 1284");
        decision.getByText("What was looked at").click();
        assertThat(decision).containsText("America/New_York");
        page.getByText("Show", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByText("Pays on Friday.")).isVisible();
        Locator timeline = page.locator("section[aria-labelledby=timeline]");
        assertThat(timeline).containsText("Call allowed by A. Kim");
        assertThat(timeline).containsText("mode predictive");
        assertThat(timeline.getByText("ab12")).isHidden();
        timeline.getByText("As entered").click();
        assertThat(timeline.getByText("ab12")).isVisible();
        assertThat(page.getByText("Times: your clock (")).isVisible();
        assertThat(looks).contains("decision.viewed", "person.viewed");
    }

    @Test
    void a_decision_that_is_opened_comes_into_sight_and_leads_back_to_the_list() {
        Page page = officer();
        page.setViewportSize(1024, 420);
        button(page, "Find").click();
        Locator look = button(page, "Look at decision 70");
        look.click();
        Locator head = page.locator("#decision");
        assertThat(head).isInViewport();
        assertThat(head).isFocused();
        button(page, "Back to the list").click();
        assertThat(look).isInViewport();
        assertThat(look).isFocused();
    }

    @ParameterizedTest
    @ValueSource(ints = {800, 1_024, 1_440})
    void the_records_page_fits(int width) {
        Page page = officer();
        page.setViewportSize(width, 768);
        button(page, "Find").click();
        button(page, "Look at decision 70").click();
        page.locator("#decision").waitFor();
        assertThat(LayoutPageTest.faults(page)).isEmpty();
        Locator consumer = page.getByText("Our consumer number");
        assertThat(consumer.boundingBox().height)
                .isEqualTo(page.getByText("Telephone number").boundingBox().height);
    }

    @Test
    void a_call_is_heard_with_its_waveform_and_marks() {
        Page page = officer();
        button(page, "Find").click();
        button(page, "Look at decision 71").click();
        page.getByText("▶ Hear the call").click();
        assertThat(page.locator("svg.wave rect")).hasCount(160);
        assertThat(page.getByText("00:00 Recording muted")).isVisible();
        assertThat(page.locator("audio")).hasAttribute("aria-label", "The call");
    }

    @Test
    void consumer_and_agent_have_a_lane_each_where_they_were_recorded_apart() {
        channels = 2;
        Page page = officer();
        button(page, "Find").click();
        button(page, "Look at decision 71").click();
        page.getByText("▶ Hear the call").click();
        assertThat(page.locator("svg.wave")).hasCount(2);
        assertThat(page.locator(".lane").first()).containsText("Consumer");
        assertThat(page.locator(".lane").last()).containsText("Agent");
    }

    @Test
    void a_search_is_saved_as_files_and_as_a_proof() throws IOException {
        Page page = officer();
        button(page, "Find").click();
        Download csv = page.waitForDownload(() -> button(page, "CSV").click());
        assertThat(Files.readString(csv.path())).contains("\"Delgado, Maria\"", "…0142");
        Download proof = page.waitForDownload(() -> button(page, "Proof (ZIP)").click());
        assertThat(proof.suggestedFilename()).isEqualTo("proof.zip");
        assertThat(looks).contains("audit.exported");
    }

    @Test
    void a_search_is_saved_for_whoever_saved_it_and_without_whom_it_was_about() {
        Page page = officer();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Osman");
        page.getByLabel("Verdict").selectOption("no");
        page.getByLabel("Name of this search").fill("Refused");
        button(page, "Save search").click();
        button(page, "Refused").waitFor();
        page.getByText("Without the person: names and numbers").waitFor();
        page.getByLabel("Name of this search").fill("Refused");
        button(page, "Save search").click();
        page.getByText("Replaced the search “Refused”.").waitFor();
        Chromium.keep(page, "saved-search");
        Page elsewhere = officer();
        button(elsewhere, "Refused").click();
        elsewhere.getByText("It is of nobody in particular").waitFor();
        assertThat(elsewhere.getByLabel("Verdict")).hasValue("no");
        assertThat(elsewhere.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("");
        button(elsewhere, "Forget Refused").click();
        assertThat(button(elsewhere, "Refused")).hasCount(0);
    }

    @Test
    void whoever_asks_for_an_erasure_needs_another_who_approves() {
        Page page = officer();
        button(page, "Retention").click();
        button(page, "Ask for the erasure of consumer 17").click();
        button(page, "Approve the erasure of consumer 17").click();
        assertThat(page.getByText("Somebody else must approve")).isVisible();
        Page other = records("admin", ColorScheme.LIGHT);
        button(other, "Approve the erasure of consumer 17").click();
        assertThat(other.getByText("Certificate (48 removed)")).isVisible();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_records_page_keeps_nobody_out(ColorScheme theme) {
        Page page = records("officer", theme);
        button(page, "Find").click();
        button(page, "Look at decision 71").click();
        page.getByText("▶ Hear the call").click();
        page.locator("svg.wave rect").first().waitFor();
        check(page, "records-search", theme);
        button(page, "Abandonment").click();
        page.getByText("US-FED-ABN").waitFor();
        check(page, "records-abandonment", theme);
        button(page, "Retention").click();
        button(page, "Ask for the erasure of consumer 17").click();
        page.getByText("asked by O. Lindqvist").waitFor();
        check(page, "records-retention", theme);
    }

    private static void check(Page page, String name, ColorScheme theme) {
        page.evaluate("scrollTo(0, 0)"); // nothing lies under the bar, which stays
        page.waitForTimeout(SETTLE_MILLIS);
        Chromium.keep(page, name + "-" + theme);
        assertThat(LayoutPageTest.cut(page)).isEqualTo(List.of());
        assertThat(Wcag.violated(page).stream().map(Wcag::told)).as(name).isEmpty();
    }
}
