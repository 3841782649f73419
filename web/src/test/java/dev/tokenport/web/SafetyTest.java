package dev.tokenport.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.workflow.serve.PageServer.Serving;
import dev.tokenport.workflow.serve.ServeOptions;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From where something may be asked, and with what. */
final class SafetyTest {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

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

    @Test
    void start_withTheToken_givesACookieForThisServerAlone() throws Exception {
        HttpResponse<String> answer =
                Browser.strange(serving).get(serving.address().substring(root().length()));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .matches("tokenport-" + serving.port() + "=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void start_fromALinkOfAnotherSite_goesOnFromAPageOfOurs() throws Exception {
        Browser linked = Browser.strange(serving).with("Sec-Fetch-Site", "cross-site");

        HttpResponse<String> answer = linked.get(serving.address().substring(root().length()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isPresent();
        assertThat(answer.body()).contains("content=\"0; url=/\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?start=", "/?start=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "/?start=%00"})
    void start_withAnotherToken_isRefused(String path) throws Exception {
        HttpResponse<String> answer = Browser.strange(serving).get(path);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.body()).contains("this address begins no session");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/workflows/orders.yaml", "/edit/orders.yaml", "/operators", "/session/token", "/nowhere"})
    void page_withoutASession_saysHowToBeginOne(String path) throws Exception {
        HttpResponse<String> answer = Browser.strange(serving).get(path);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("open the address that 'tokenport serve' printed");
    }

    @Test
    void page_withTheCookieOfNoSession_isRefused() throws Exception {
        String invented = "tokenport-" + serving.port() + "=" + "A".repeat(43);

        assertThat(Browser.strange(serving).with("Cookie", invented).get("/").statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"HX-Request,true", "Accept,text/event-stream", "Sec-Fetch-Mode,cors"})
    void page_askedByAScriptWithoutASession_isRefusedInALine(String header, String value) throws Exception {
        HttpResponse<String> answer =
                Browser.strange(serving).with(header, value).get("/");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain;charset=utf-8");
        assertThat(answer.body()).startsWith("this browser has no session here").doesNotContain("<");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attacker.example:PORT",
                "attacker.example",
                "127.0.0.1",
                "127.0.0.1:1",
                "localhost",
                "0.0.0.0:PORT"
            })
    void page_underAnotherName_isRefusedWithASessionToo(String host) throws Exception {
        browser.with("Host", host.replace("PORT", String.valueOf(serving.port())));

        assertThat(browser.get("/").statusCode()).isEqualTo(421);
        assertThat(browser.get("/assets/0/pages.css").statusCode()).isEqualTo(421);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:PORT", "[::1]:PORT"})
    void page_underAnotherNameOfThisMachine_isShown(String host) throws Exception {
        browser.with("Host", host.replace("PORT", String.valueOf(serving.port())));

        assertThat(browser.get("/").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "something-new"})
    void page_askedByAnotherSite_isRefusedWithASessionToo(String site) throws Exception {
        browser.with("Sec-Fetch-Site", site);

        assertThat(browser.get("/").statusCode()).isEqualTo(403);
        assertThat(browser.get("/assets/0/pages.css").statusCode()).isEqualTo(403);
        assertThat(browser.post("/session/end", Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void answers_allOfThem_sayWhatTheirPageMayDo() throws Exception {
        List<HttpResponse<String>> answers = new ArrayList<>();
        Browser strange = Browser.strange(serving);
        answers.add(strange.get("/"));
        answers.add(strange.get(serving.address().substring(root().length())));
        for (String path : List.of(
                "/",
                "/nowhere",
                "/operators",
                "/operators/none",
                "/workflows/none.yaml",
                "/workflows/%2e%2e%2fx",
                "/%00",
                "/assets/none/none.css",
                "/?start=wrong",
                "/session/token")) {
            answers.add(browser.get(path));
        }
        answers.add(browser.post("/session/none", Map.of()));
        answers.add(browser.send(browser.request("/").method("TRACE", BodyPublishers.noBody())));
        answers.add(browser.send(browser.request("/").method("OPTIONS", BodyPublishers.noBody())));
        answers.add(browser.with("Host", "attacker.example").get("/"));
        answers.add(browser.with("Host", "::").get("/"));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.headers().allValues("Content-Security-Policy"))
                    .as("%s %s", answer.request(), answer.statusCode())
                    .containsExactly(POLICY);
            assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(answer.headers().allValues("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
            assertThat(answer.headers().allValues("Cross-Origin-Resource-Policy"))
                    .containsExactly("same-origin");
            assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
            assertThat(answer.headers().firstValue("Server")).isEmpty();
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        });
    }

    @Test
    void answer_toWhatIsNoHttp_saysNothingOfTheServer() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), serving.port())) {
            socket.getOutputStream().write("NONSENSE <script>\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 505")
                    .contains("Content-Security-Policy: " + POLICY)
                    .doesNotContain("script>", "etty", "Server:");
        }
    }

    @Test
    void port_onAnotherInterface_isNotOpen() throws Exception {
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(network.getInetAddresses())) {
                if (!address.getHostAddress().equals("127.0.0.1")) {
                    assertThat(isOpen(address)).as(address.toString()).isFalse();
                }
            }
        }
        assertThat(isOpen(InetAddress.getByName("127.0.0.2"))).isFalse();
    }

    private boolean isOpen(InetAddress address) throws IOException {
        try (var socket = new Socket(address, serving.port())) {
            return socket.isConnected();
        } catch (ConnectException e) {
            return false;
        }
    }

    private String root() {
        return "http://127.0.0.1:" + serving.port();
    }
}
