package dev.tokenport.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.workflow.serve.PageServer.Serving;
import dev.tokenport.workflow.serve.ServeOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
    @Timeout(60)
    void change_thatIsTooLarge_isRefusedBeforeItIsRead() throws Exception {
        try (var socket = sending(Limits.REQUEST + 1)) {
            assertThat(answerTo(socket)).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    @Timeout(60)
    void change_thatTricklesIn_isCutOff() throws Exception {
        try (var socket = sending(Limits.REQUEST)) {
            assertThat(answerTo(socket)).startsWith("HTTP/1.1 408 ");
        }
    }

    /** Begins to send a change of this length. */
    private Socket sending(long length) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), serving.port());
        socket.setSoTimeout(200);
        String head = "POST /session/end HTTP/1.1\r\nHost: 127.0.0.1:" + serving.port() + "\r\nCookie: "
                + browser.cookie() + "\r\nOrigin: " + root()
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + length + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Goes on sending an octet now and then until there is an answer. */
    private static String answerTo(Socket socket) throws IOException {
        while (true) {
            socket.getOutputStream().write('x');
            try {
                return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                        .readLine();
            } catch (SocketTimeoutException e) {
                // Not yet.
            }
        }
    }

    private String root() {
        return "http://127.0.0.1:" + serving.port();
    }
}
