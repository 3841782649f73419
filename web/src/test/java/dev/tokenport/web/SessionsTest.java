package dev.tokenport.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.testkit.ManualTime;
import dev.tokenport.workflow.serve.PageServer.Serving;
import dev.tokenport.workflow.serve.ServeOptions;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long somebody may ask. */
final class SessionsTest {

    private static final Duration IDLE = Duration.ofHours(1);
    private static final int MOST = 32;

    @TempDir
    Path folder;

    private final ManualTime time = ManualTime.start();
    private Serving serving;

    @BeforeEach
    void start() throws Exception {
        var options = new ServeOptions(0, folder.resolve(".history"), 10, IDLE);
        serving = new WebServer(time::now).start(SampleWorkbench.of(folder), options);
    }

    @AfterEach
    void stop() {
        serving.close();
    }

    @Test
    void session_inWhichNothingWasAsked_ends() throws Exception {
        Browser browser = Browser.opened(serving);

        time.advance(IDLE.minusSeconds(1));
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
        time.advance(IDLE.minusSeconds(1));
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
        time.advance(IDLE);
        assertThat(browser.get("/").statusCode()).isEqualTo(403);
    }

    @Test
    void session_thatWasRefusedSomething_isNotKeptByThat() throws Exception {
        Browser browser = Browser.opened(serving);

        time.advance(IDLE.minusSeconds(1));
        browser.with("Origin", "http://attacker.example").post("/session/end", Map.of());
        time.advance(Duration.ofSeconds(1));

        assertThat(browser.get("/").statusCode()).isEqualTo(403);
    }

    @Test
    void session_inUse_endsAfterTwelveHours() throws Exception {
        Browser browser = Browser.opened(serving);

        for (int i = 0; i < 23; i++) {
            time.advance(Duration.ofMinutes(30));
            assertThat(browser.get("/").statusCode()).isEqualTo(200);
        }
        time.advance(Duration.ofMinutes(30));

        assertThat(browser.get("/").statusCode()).isEqualTo(403);
    }

    @Test
    void session_endedByAPerson_isOver() throws Exception {
        Browser browser = Browser.opened(serving);
        Browser other = Browser.opened(serving);

        HttpResponse<String> answer = browser.post("/session/end", Map.of());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("The session has ended");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("=; Path=/; Expires=Thu, 01 Jan 1970");
        assertThat(browser.get("/").statusCode()).isEqualTo(403);
        assertThat(other.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void session_openedAgain_isTheSame() throws Exception {
        Browser browser = Browser.opened(serving);

        HttpResponse<String> answer = browser.get("/?" + serving.address().split("\\?", -1)[1]);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(browser.get("/session/token").body()).isEqualTo(browser.csrf());
    }

    @Test
    void sessions_tooMany_theOneLeastUsedMakesRoom() throws Exception {
        List<Browser> browsers = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            browsers.add(Browser.opened(serving));
            time.advance(Duration.ofSeconds(1));
        }
        browsers.get(0).get("/");
        time.advance(Duration.ofSeconds(1));

        browsers.add(Browser.opened(serving));

        assertThat(browsers.get(0).get("/").statusCode()).isEqualTo(200);
        assertThat(browsers.get(1).get("/").statusCode()).isEqualTo(403);
        assertThat(browsers.get(2).get("/").statusCode()).isEqualTo(200);
        assertThat(browsers.get(MOST).get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void address_ofAnotherServer_beginsNoSession() throws Exception {
        var options = new ServeOptions(0, folder.resolve(".history"), 10, IDLE);
        try (Serving other = new WebServer(time::now).start(SampleWorkbench.of(folder), options)) {
            String start = other.address().split("\\?", -1)[1];

            assertThat(Browser.strange(serving).get("/?" + start).statusCode()).isEqualTo(403);
            assertThat(start).hasSize("start=".length() + 43);
        }
    }

    @Test
    void head_ofAPage_needsASessionToo() throws Exception {
        HttpRequest.Builder request =
                Browser.strange(serving).request("/").method("HEAD", HttpRequest.BodyPublishers.noBody());

        assertThat(Browser.strange(serving).send(request).statusCode()).isEqualTo(403);
    }
}
