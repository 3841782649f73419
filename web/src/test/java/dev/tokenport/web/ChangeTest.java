package dev.tokenport.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.workflow.serve.PageServer.Serving;
import dev.tokenport.workflow.serve.ServeOptions;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may change something. */
final class ChangeTest {

    @TempDir
    Path folder;

    private Serving serving;
    private Browser browser;

    @BeforeEach
    void start() throws Exception {
        Files.writeString(folder.resolve("orders.yaml"), "workflow: orders\ntasks: {}\n");
        var options = new ServeOptions(0, folder.resolve(".history"), 10, Duration.ofHours(1));
        serving = new WebServer().start(SampleWorkbench.of(folder), options);
        browser = Browser.opened(serving);
    }

    @AfterEach
    void stop() {
        serving.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://attacker.example",
                "null",
                "https://127.0.0.1:PORT",
                "http://localhost:PORT",
                "http://127.0.0.1:1"
            })
    void change_fromAnotherOrigin_isRefused(String origin) throws Exception {
        browser.with("Origin", origin.replace("PORT", String.valueOf(serving.port())));

        assertThat(browser.post("/session/end", Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void change_thatDoesNotSayFromWhere_isRefused() throws Exception {
        var request = browser.request("/session/end")
                .header("X-CSRF-Token", browser.csrf())
                .POST(BodyPublishers.noBody());

        assertThat(browser.send(request).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void change_withoutTheTokenOfItsSession_isRefused(String token) throws Exception {
        browser.with("X-CSRF-Token", token);

        assertThat(browser.post("/session/end", Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void change_withTheTokenOfAnotherSession_isRefused() throws Exception {
        browser.with("X-CSRF-Token", Browser.opened(serving).csrf());

        assertThat(browser.post("/session/end", Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void change_withTheTokenInItsForm_isDone() throws Exception {
        var request = browser.with("Origin", root())
                .request("/session/end")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("csrf=" + browser.csrf()));

        assertThat(browser.send(request).statusCode()).isEqualTo(200);
        assertThat(browser.get("/").statusCode()).isEqualTo(403);
    }

    @Test
    void change_ofUnknownLength_isRefused() throws Exception {
        var request = browser.with("Origin", root())
                .with("X-CSRF-Token", browser.csrf())
                .request("/session/end")
                .POST(BodyPublishers.ofInputStream(() -> InputStream.nullInputStream()));

        assertThat(browser.send(request).statusCode()).isEqualTo(411);
    }

    @Test
    void change_thatIsTooLarge_isRefused() throws Exception {
        String large = "x".repeat((int) Limits.REQUEST);
        browser.with("X-CSRF-Token", browser.csrf());
        browser.with("Origin", root());
        var request = browser.request("/session/end")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("text=" + large));

        assertThat(browser.send(request).statusCode()).isEqualTo(413);
    }

    private String root() {
        return "http://127.0.0.1:" + serving.port();
    }
}
