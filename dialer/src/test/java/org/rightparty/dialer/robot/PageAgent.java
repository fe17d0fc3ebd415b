package org.rightparty.dialer.robot;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// An agent in a real Chromium: the product's own page, with its own softphone where the line has
/// one. Works by the keyboard, as an agent does. Runs on one thread, because Playwright does.
public final class PageAgent implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--use-fake-device-for-media-stream",
                    "--use-fake-ui-for-media-stream",
                    "--autoplay-policy=no-user-gesture-required");

    /// A page on a busy machine may take seconds to draw what the server said.
    private static final double LOOK_MILLIS_MAX = 10_000;

    private static final double SAVED_MILLIS_MAX = 500;

    /// Keeps hold of the page's peer connections, so that the test can ask what they hear.
    private static final String OVERHEAR =
            """
            window.heard = [];
            const Real = window.RTCPeerConnection;
            window.RTCPeerConnection = function (...given) {
              const made = new Real(...given);
              window.heard.push(made);
              return made;
            };
            window.RTCPeerConnection.prototype = Real.prototype;
            """;

    private static final String SOUND =
            """
            async () => {
              let packets = 0, level = 0;
              for (const one of window.heard) {
                if (one.connectionState === 'closed') continue;
                for (const report of (await one.getStats()).values()) {
                  if (report.type === 'inbound-rtp' && report.kind === 'audio') {
                    packets = Math.max(packets, report.packetsReceived ?? 0);
                    level = Math.max(level, report.audioLevel ?? 0);
                  }
                }
              }
              return [packets, level];
            }
            """;

    private final URI address;
    private final String login;
    private final Duration talk;
    private final Thread thread;
    private final AtomicInteger talks = new AtomicInteger();
    private final AtomicInteger looksAgain = new AtomicInteger();
    private volatile boolean working = true;
    private volatile double loudest;
    private volatile long packets;
    private volatile String trouble = "";
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

    public PageAgent(URI address, String login, Duration talk) {
        this.address = address;
        this.login = login;
        this.talk = talk;
        this.thread = Thread.ofPlatform().name("page-" + login).start(this::work);
    }

    /// How many conversations this page has taken to their disposition.
    public int talks() {
        return talks.get();
    }

    /// How often something was gone before it could be pressed.
    public int looksAgain() {
        return looksAgain.get();
    }

    /// The loudest sound heard while talking, 0 to 1.
    public double loudest() {
        return loudest;
    }

    /// Packets of sound received.
    public long packets() {
        return packets;
    }

    /// What stopped it; empty while it works.
    public String end() {
        return trouble;
    }

    /// What stopped it, or what the page's console complained of; empty while all is well.
    public String trouble() {
        return trouble + String.join("; ", complaints);
    }

    /// The browser dies as if its power was cut: every Chromium that this test run started.
    public void kill() {
        working = false;
        ProcessHandle.current()
                .descendants()
                .filter(p -> p.info().command().orElse("").contains("chromium"))
                .forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        working = false;
        try {
            thread.join(Duration.ofSeconds(20));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try (Playwright playwright =
                        Playwright.create(
                                new Playwright.CreateOptions()
                                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright.chromium().launch(launch());
                BrowserContext context = browser.newContext()) {
            context.grantPermissions(List.of("microphone"));
            context.addInitScript(OVERHEAR);
            Page page = context.newPage();
            page.setViewportSize(1366, 768);
            page.navigate(address.toString());
            logIn(page);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            page.setDefaultTimeout(LOOK_MILLIS_MAX);
            while (working) {
                look(page);
                page.waitForTimeout(100);
            }
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setPath(Path.of("target", "screens", "last-of-" + login + ".png")));
        } catch (PlaywrightException stopped) {
            if (working) {
                trouble = String.valueOf(stopped.getMessage());
            }
        }
    }

    private static BrowserType.LaunchOptions launch() {
        return new BrowserType.LaunchOptions()
                .setExecutablePath(CHROMIUM)
                .setHeadless(true)
                .setArgs(FLAGS);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private void logIn(Page page) {
        page.getByLabel("Login").fill(login);
        page.locator("input[type=password]").fill(TestFloor.PASSWORD);
        page.keyboard().press("Enter");
        chooseCampaign(page);
    }

    /// Where there is a choice: the campaign last worked on, or the first.
    static void chooseCampaign(Page page) {
        page.locator(".bar, .door").first().waitFor();
        Locator last = page.locator(".door [data-variant=filled]");
        if (last.count() > 0) {
            last.first().click();
        } else if (page.locator(".door").isVisible()) {
            page.locator(".door button").first().click();
        }
        page.locator(".bar").waitFor();
    }

    /// What the page offered may be gone before it is pressed: then a person looks again.
    private void look(Page page) {
        try {
            step(page);
        } catch (TimeoutError gone) {
            looksAgain.incrementAndGet();
        }
    }

    /// Does the next thing that the page allows.
    private void step(Page page) {
        Locator connect = button(page, "Connect my line");
        Locator ready = button(page, "Go ready");
        if (connect.isVisible()) {
            connect.click();
            page.waitForTimeout(500);
        } else if (ready.isVisible() && ready.isEnabled()) {
            page.keyboard().press("F2");
            page.waitForTimeout(300);
        } else if (page.locator(".bar-state").textContent().contains("Talking")) {
            converse(page);
        } else if (button(page, "Save & ready").isVisible()) {
            dispose(page);
        }
    }

    private void converse(Page page) {
        for (Locator proof : page.locator(".proofs input").all()) {
            proof.check();
        }
        page.keyboard().press("v");
        Instant until = Instant.now().plus(talk);
        while (working && Instant.now().isBefore(until)) {
            listen(page);
            page.waitForTimeout(100);
        }
        page.keyboard().press("F4");
        button(page, "Save & ready").waitFor();
    }

    private void listen(Page page) {
        if (page.evaluate(SOUND) instanceof List<?> heard
                && heard.get(0) instanceof Number received
                && heard.get(1) instanceof Number level) {
            packets = Math.max(packets, received.longValue());
            loudest = Math.max(loudest, level.doubleValue());
        }
    }

    private void dispose(Page page) {
        boolean verified = page.locator(".sum").isVisible();
        if (verified) {
            page.keyboard().press("Alt+1");
            page.getByLabel("Reason for the delinquency").first().focus();
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
        } else {
            page.keyboard().press("Alt+0");
            page.keyboard().type("Hung up");
            page.keyboard().press("Enter");
        }
        page.keyboard().press("Control+Enter");
        if (isGone(button(page, "Save & ready"))) {
            talks.incrementAndGet();
        }
    }

    private static boolean isGone(Locator save) {
        try {
            save.waitFor(
                    new Locator.WaitForOptions()
                            .setState(WaitForSelectorState.HIDDEN)
                            .setTimeout(SAVED_MILLIS_MAX));
            return true;
        } catch (TimeoutError still) {
            return false;
        }
    }
}
