package dev.tokenport.integration.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.integration.leak.Canary;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RecordedRequest;
import dev.tokenport.testkit.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tokenport run --report FILE.html}: the page of real runs. */
final class ReportPageIT {

    private static final Canary SECRET =
            Canary.of(Canary.Kind.CLIENT_SECRET, "qqqqq%2B+/=&\"\\<é€-?>~|0123456789qqqqq");
    private static final Canary TOKEN = Canary.of(Canary.Kind.ISSUED_TOKEN, "zzzzzCanary0123456789abcdefghijzzzzz");
    private static final Canary NEXT = Canary.of(Canary.Kind.ISSUED_TOKEN, "yyyyyCanary0123456789abcdefghijyyyyy");

    @TempDir
    Path folder;

    private final ScriptedServer server = ScriptedServer.start();
    private final AtomicInteger tokens = new AtomicInteger();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void page_ofARunThatIsDone_showsItAndLoadsNothing() throws Exception {
        server.otherwise(this::answer);
        write();

        Launcher.Finished end = launcher().run("run", "orders.yaml", "--report", "report.html");

        assertThat(end.code()).as(end.err()).isZero();
        assertThat(page())
                .contains(
                        "<title>orders: done</title>", "<strong>3</strong> tasks done", "The &lt;b&gt;orders&lt;/b&gt;")
                .contains("Config: values of auth replace parameters of orders", "Data: orders gives entities to file")
                .contains("done · ", "OAuth2 Authentication", "HTTP request", "JSON dataset");
        assertSafe(end);
    }

    @Test
    void page_ofARunWithARefusedToken_countsTheRenewal() throws Exception {
        server.otherwise(request -> isFor(request, TOKEN)
                ? Answer.status(401).with("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                : answer(request));
        write();

        Launcher.Finished end = launcher().run("run", "orders.yaml", "--report", "report.html");

        assertThat(end.code()).as(end.err()).isZero();
        assertThat(tokens).hasValue(2);
        assertThat(page())
                .contains("<strong>2</strong> tokens received", "<strong>1</strong> token renewed")
                .containsPattern("<bdi>auth</bdi></a></th><td class=\"number\">2</td><td class=\"number\">2</td>");
        assertSafe(end);
    }

    @Test
    void page_ofARunThatFails_saysWhatToDo() throws Exception {
        server.otherwise(request -> request.target().equals("/token")
                ? Answer.error(401, "invalid_client", "the secret " + SECRET.text() + " is not known")
                : answer(request));
        write();

        Launcher.Finished end = launcher().run("run", "orders.yaml", "--report", "report.HTML");

        assertThat(end.code()).isEqualTo(1);
        Files.move(folder.resolve("report.HTML"), folder.resolve("report.html"));
        assertThat(page())
                .contains("<title>orders: failed</title>", "task 'auth' (OAuth2 Authentication): ", "invalid_client")
                .contains("'tokenport token --verify'", "Skipped because of this: orders, file.");
        assertSafe(end);
    }

    @Test
    void page_ofARunThatIsInterrupted_isWritten() throws Exception {
        write();
        try (OneAnswer silent = OneAnswer.never()) {
            Launcher launcher = launcher();
            Process process = launcher.start(
                    "run", "orders.yaml", "--report", "report.html", "--set", "auth.oauth_token_url=" + silent.url());
            assertThat(silent.asked()).isTrue();

            Launcher.interrupt(process);
            Launcher.Finished end = launcher.finish(process);

            assertThat(end.code()).isEqualTo(130);
            assertThat(page())
                    .contains("<title>orders: cancelled</title>", "The run was cancelled before it was over.")
                    .contains("Were under way: auth.", "Had not begun: orders, file.");
            assertSafe(end);
        }
    }

    @Test
    void report_withAnyOtherName_isJson() throws Exception {
        server.otherwise(this::answer);
        write();

        Launcher.Finished end = launcher().run("run", "orders.yaml", "--report", "report.html.txt");

        assertThat(end.code()).as(end.err()).isZero();
        assertThat(folder.resolve("report.html.txt"))
                .content()
                .startsWith("{\n  \"workflow\" : \"orders\",")
                .contains("\"from\" : \"auth\",\n      \"to\" : \"orders\",\n      \"kind\" : \"config\"");
    }

    @Test
    void page_withoutThePartThatDraws_isRefusedBeforeTheRun() throws Exception {
        write();

        Launcher.Finished end =
                launcher().with("TOKENPORT_PARTS", "nowhere").run("run", "orders.yaml", "--report", "report.html");

        assertThat(end).isEqualTo(new Launcher.Finished(2, "", "there is no part 'views' in nowhere\n"));
        assertThat(server.requests()).isEmpty();
    }

    private Answer answer(RecordedRequest request) {
        if (request.target().equals("/token")) {
            Canary token = tokens.incrementAndGet() == 1 ? TOKEN : NEXT;
            return Answer.token(token.text(), Duration.ofHours(1));
        }
        return Answer.json(200, "[{\"id\": 1}, {\"id\": 2}]");
    }

    private static boolean isFor(RecordedRequest request, Canary token) {
        return request.headers().first("Authorization").equals(Optional.of("Bearer " + token.text()));
    }

    private void write() throws IOException {
        Files.writeString(folder.resolve("orders.yaml"), """
                workflow: orders
                tasks:
                  auth:
                    operator: oauth2-authentication
                    parameters:
                      oauth_grant_type: client_credentials
                      oauth_token_url: %1$s
                      oauth_client_id: reader
                      oauth_client_secret: ${env:SECRET}
                  orders:
                    operator: http-request
                    label: The <b>orders</b>
                    config: auth
                    parameters: {url: %2$s}
                  file: {operator: json-dataset, inputs: orders, parameters: {file: orders.json}}
                """.formatted(server.url("/token"), server.url("/orders")));
    }

    private Launcher launcher() {
        return Launcher.in(folder).with("SECRET", SECRET.text());
    }

    private String page() throws IOException {
        return Files.readString(folder.resolve("report.html"));
    }

    /** Nothing in the page or the messages is a secret, and nothing in the page would be loaded or run. */
    private void assertSafe(Launcher.Finished end) throws IOException {
        String all = page() + end.out() + end.err();
        assertThat(List.of(SECRET, TOKEN, NEXT)).noneMatch(canary -> canary.isIn(all));
        assertThat(page())
                .doesNotContainIgnoringCase("<script", "<link", "<img", "<iframe", "@import", " src=", " style=")
                .doesNotContainPattern("href=\"(?!#)")
                .doesNotContainPattern("url\\((?!#end-)");
    }
}
