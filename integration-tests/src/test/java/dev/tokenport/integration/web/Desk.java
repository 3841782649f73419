package dev.tokenport.integration.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Proxy;
import dev.tokenport.integration.cli.Chromium;
import dev.tokenport.integration.leak.Canary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A person's browser, open at a server. When it is closed, it looks for secrets in all that the server has sent and in each
 * page as it stood. For one thread.
 */
public final class Desk implements AutoCloseable {

    private static final double PATIENCE = 30_000;
    private static final String AXE_CALL = "() => axe.run(document, {resultTypes: ['violations']}).then(result =>"
            + " result.violations.map(each => each.id + ': ' + each.nodes.map(node => node.html).join(' | ')))";

    private final Playwright playwright;
    private final Browser browser;
    private final BrowserContext context;
    private final Relay relay;
    private final Served served;
    private final List<Canary> canaries = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final StringBuilder seen = new StringBuilder();

    private Desk(Playwright playwright, Browser browser, Relay relay, Served served) {
        this.playwright = playwright;
        this.browser = browser;
        this.relay = relay;
        this.served = served;
        this.context = browser.newContext(new NewContextOptions().setViewportSize(1280, 800));
        context.setDefaultTimeout(PATIENCE);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        context.onConsoleMessage(this::note);
        context.onWebError(error -> complaints.add(error.error()));
    }

    /** Opens a browser, not yet a page. */
    public static Desk at(Served served) throws IOException {
        Path chromium = Chromium.required();
        Relay relay = new Relay(served.port());
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        boolean root = "root".equals(System.getProperty("user.name"));
        Browser browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(chromium)
                        .setHeadless(true)
                        .setArgs(root ? List.of("--no-sandbox") : List.of())
                        .setProxy(new Proxy(relay.address())));
        return new Desk(playwright, browser, relay, served);
    }

    /** With a secret that must be seen nowhere. */
    public Desk guarding(Canary.Kind kind, String secret) {
        canaries.add(Canary.of(kind, secret));
        return this;
    }

    /** Opens the printed address. */
    public Page open() {
        Page page = context.newPage();
        page.navigate(served.address());
        return page;
    }

    /** Opens a page in another tab. */
    public Page open(String path) {
        Page page = context.newPage();
        page.navigate(served.root() + path);
        return page;
    }

    Relay relay() {
        return relay;
    }

    /** Asserts that a page can be used by everybody, in light and dark, and keeps what stands in it. */
    public void check(Page page) throws IOException {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.evaluate(Chromium.axe());
            assertThat((List<?>) page.evaluate(AXE_CALL))
                    .as("what axe finds on " + page.url() + " in " + scheme)
                    .isEmpty();
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        keep(page);
    }

    private void keep(Page page) {
        seen.append(page.content());
        seen.append(page.evaluate("() => Array.from(document.querySelectorAll('input, textarea, select'))"
                + ".map(each => each.value).join('\\n')"));
    }

    /** What the browser says to developers: a script that fails, something that a policy forbids. */
    private void note(ConsoleMessage message) {
        if (message.type().equals("error")) {
            complaints.add(message.text());
        }
    }

    /** Forgets what the browser complained of, where that was meant to happen. */
    public void excuse() {
        complaints.clear();
    }

    @Override
    public void close() throws IOException {
        try (playwright;
                browser;
                relay) {
            context.pages().forEach(this::keep);
            String sent = relay.sent();
            for (Canary canary : canaries) {
                assertThat(canary.isIn(sent)).as(canary + " in what was sent").isFalse();
                assertThat(canary.isIn(seen.toString()))
                        .as(canary + " in a page")
                        .isFalse();
            }
            assertThat(sent).as("what the server sent").contains("Content-Security-Policy");
            assertThat(complaints).as("what the browser complains of").isEmpty();
        }
    }
}
