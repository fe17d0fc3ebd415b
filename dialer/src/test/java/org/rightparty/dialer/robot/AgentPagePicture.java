package org.rightparty.dialer.robot;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightparty.database.Database;
import org.rightparty.database.DatabaseConfig;
import org.rightparty.dialer.demo.postgres.DemoPortfolio;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Takes the picture of the README: the product as it is, with the demo portfolio and the practice
/// carrier, while an agent talks to a person who is verified. No test, so the build leaves it out;
/// CONTRIBUTING.md says how to run it.
class AgentPagePicture {
    private static final Path PICTURE = Path.of("../docs/agent-page.png");
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;

    @Test
    void of_the_agents_page_during_a_call(@TempDir Path directory) throws IOException {
        Path settings =
                Files.writeString(
                        directory.resolve("picture.conf"), "rightparty.demo.load = true\n");
        try (RightpartyProcess program = new RightpartyProcess(directory, settings);
                Database database = database(directory);
                Playwright playwright =
                        Playwright.create(
                                new Playwright.CreateOptions()
                                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright.chromium().launch(launch())) {
            new TestFloor(database).atNoon();
            take(browser, program.address());
        }
    }

    private static Database database(Path directory) {
        Path server = directory.resolve("data").resolve("postgresql");
        return Database.open(new DatabaseConfig.Embedded(server, 4));
    }

    private static BrowserType.LaunchOptions launch() {
        return new BrowserType.LaunchOptions()
                .setExecutablePath(CHROMIUM)
                .setArgs(List.of("--no-sandbox", "--disable-gpu"));
    }

    private static void take(Browser browser, URI address) {
        try (BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(WIDTH, HEIGHT)
                                .setColorScheme(ColorScheme.LIGHT))) {
            Page page = context.newPage();
            page.navigate(address.toString());
            page.getByLabel("Login").fill("agent1");
            page.locator("input[type=password]").fill(DemoPortfolio.PASSWORD);
            page.keyboard().press("Enter");
            PageAgent.chooseCampaign(page);
            Instant until = Instant.now().plus(PATIENCE);
            while (!isVerified(page)) {
                if (Instant.now().isAfter(until)) {
                    throw new IllegalStateException("nobody could be verified in " + PATIENCE);
                }
                step(page);
                page.waitForTimeout(200);
            }
            page.waitForTimeout(1_500);
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURE));
        }
    }

    private static boolean isVerified(Page page) {
        return page.locator(".sum").isVisible() && talks(page);
    }

    private static boolean talks(Page page) {
        Locator state = page.locator(".bar-state");
        return state.isVisible() && state.textContent().contains("Talking");
    }

    private static void step(Page page) {
        Locator connect = button(page, "Connect my line");
        Locator ready = button(page, "Go ready");
        if (connect.isVisible()) {
            connect.click();
        } else if (ready.isVisible() && ready.isEnabled()) {
            page.keyboard().press("F2");
        } else if (talks(page)) {
            for (Locator proof : page.locator(".proofs input").all()) {
                proof.check();
            }
            page.keyboard().press("v");
        } else if (button(page, "Save & ready").isVisible()) {
            page.keyboard().press("Alt+0");
            page.keyboard().type("Hung up");
            page.keyboard().press("Enter");
            page.keyboard().press("Control+Enter");
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
