package org.rightparty.console.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.console.fakes.ConsoleFixture.AGENT;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rightparty.compliance.holds.Bar;
import org.rightparty.compliance.holds.HoldOrder;
import org.rightparty.console.fakes.ConsoleFixture;
import org.rightparty.console.fakes.FakeHolds;
import org.rightparty.console.fakes.FakeOffice;
import org.rightparty.console.web.OfficeRoutes;

import java.time.InstantSource;

/// *Stop calls…* beside a call.
class StopCallsPageTest {
    @RegisterExtension private final Chromium chromium = new Chromium();
    private final FakeHolds holds = new FakeHolds();

    @BeforeEach
    void serve() {
        OfficeRoutes office =
                new OfficeRoutes(
                        new FakeOffice(), holds, (_, _, _, _, _) -> {}, InstantSource.system());
        chromium.serve(ConsoleFixture.with(office));
    }

    @Test
    void an_agent_stops_calls_while_the_person_is_on_the_line() {
        Page page = stopping(ColorScheme.LIGHT);
        Locator form = page.locator(".fold").last();
        form.getByLabel("Set", new Locator.GetByLabelOptions().setExact(true))
                .selectOption("CEASE");
        form.getByLabel("What it rests on").fill("She said: stop calling me.");
        form.getByText("Set now").click();
        assertThat(form).containsText("It is in force.");
        HoldOrder order = holds.orders().getFirst();
        assertThat(order.bar()).isEqualTo(Bar.CEASE);
        assertThat(order.source()).isEqualTo(HoldOrder.Source.AGENT);
        assertThat(order.attempt()).isPresent();
    }

    private Page stopping(ColorScheme theme) {
        Page page = chromium.desk("agent", theme);
        chromium.console.callFor(AGENT);
        page.getByText("Stop calls…").click();
        page.getByLabel("What it rests on").waitFor();
        return page;
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void stopping_calls_keeps_nobody_out(ColorScheme theme) {
        Page page = stopping(theme);
        AccessibilityTest.check(page, "stop-calls", theme);
        page.getByLabel("Set", new Page.GetByLabelOptions().setExact(true))
                .selectOption("INCONVENIENT_TIME");
        AccessibilityTest.check(page, "stop-calls-time", theme);
    }
}
