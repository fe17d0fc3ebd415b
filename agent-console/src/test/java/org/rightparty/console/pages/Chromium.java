package org.rightparty.console.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.rightparty.console.fakes.ConsoleFixture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A browser without a window and the console it looks at. After each test it starts over, after
/// the last it closes. Playwright belongs to one thread: use one of these per test class.
final class Chromium implements AfterEachCallback, AfterAllCallback {
    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final List<String> QUIET =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    ConsoleFixture console = new ConsoleFixture(0);
    private final Playwright playwright =
            Playwright.create(
                    new Playwright.CreateOptions()
                            .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser =
            playwright
                    .chromium()
                    .launch(
                            new BrowserType.LaunchOptions()
                                    .setExecutablePath(installed())
                                    .setArgs(QUIET));

    /// A new day: other pages are closed, nobody is at a desk.
    @Override
    public void afterEach(ExtensionContext test) {
        browser.contexts().forEach(BrowserContext::close);
        serve(new ConsoleFixture(0));
    }

    /// Has the browser look at this console from now on.
    void serve(ConsoleFixture next) {
        console.close();
        console = next;
    }

    /// A fresh profile on the log-in page.
    Page page(ColorScheme theme) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(1366, 768)
                                .setColorScheme(theme));
        Page page = context.newPage();
        page.navigate(address());
        return page;
    }

    Page page() {
        return page(ColorScheme.LIGHT);
    }

    /// A page on which this person has logged in.
    Page loggedIn(String login, ColorScheme theme) {
        Page page = page(theme);
        logIn(page, login);
        return page;
    }

    /// The desk of this agent, with its line up.
    Page desk(String login, ColorScheme theme) {
        Page page = loggedIn(login, theme);
        sitDown(page);
        return page;
    }

    Page desk(String login) {
        return desk(login, ColorScheme.LIGHT);
    }

    static void logIn(Page page, String login) {
        page.getByLabel("Login").fill(login);
        page.locator("input[type=password]").fill(ConsoleFixture.PASSWORD);
        page.keyboard().press("Enter");
    }

    /// Chooses the campaign and brings up the line.
    static void sitDown(Page page) {
        page.getByText("Card 90").click();
        page.getByText("Connect my line").click();
        page.getByText("Practice line up").waitFor();
    }

    String address() {
        return "http://127.0.0.1:" + console.port() + "/";
    }

    /// Keeps what the page looks like under `target/screens`.
    static void keep(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target/screens", name + ".png")));
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        browser.close();
        playwright.close();
        console.close();
    }

    private static Path installed() {
        return PLACES.stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "The browser tests need Chromium: apt-get install -y chromium"));
    }
}
