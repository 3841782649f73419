package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RecordedRequest;
import dev.tokenport.testkit.RefusingPort;
import dev.tokenport.testkit.ScriptedServer;
import dev.tokenport.workflow.WorkflowException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The dry run of a task of <em>OAuth2 Authentication</em>. */
@Timeout(60)
final class TaskVerificationTest {

    private static final String SECRET = "s3cret-of-the-client";
    private static final String TOKEN = "t0ken-for-nobody";

    private final ScriptedServer server = ScriptedServer.start();
    private final List<String> lines = new ArrayList<>();
    private final TestBench process;
    private final LocalWorkbench bench;

    TaskVerificationTest(@TempDir Path folder) {
        process = new TestBench(folder).with("SECRET", SECRET).with("TOKEN", TOKEN);
        bench = process.bench();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void task_thatGetsAToken_tellsEachStep() throws Exception {
        server.otherwise(TaskVerificationTest::answer);

        boolean got = verify(parameters(url("/token"), "oauth_scope: orders"));

        assertThat(got).isTrue();
        assertThat(text())
                .startsWith("""
                        Configured
                          Grant Type: client_credentials  (default)
                          Token Endpoint: %s
                          Client ID: orders
                          Client Secret: ***  (from ${env:SECRET})
                          Scope: orders
                        Checked
                          URL: ok, %s
                          proxy: ok, none (this machine is asked directly)
                        """.formatted(url("/token"), url("/token")))
                .contains(
                        "  metadata: not asked; oauth_issuer would tell what the server offers\nSent\n  POST ",
                        "\n  scope=orders\n",
                        "Answered\n  status: HTTP 200\n")
                .endsWith("To change\n  nothing");
        assertNothingSecretIsTold();
    }

    @Test
    void step_thatIsTaken_isToldBeforeTheNext() throws Exception {
        var asked = new ArrayList<String>();
        server.otherwise(TaskVerificationTest::answer);

        bench.verify(TestBench.plan(bench, workflow(parameters(url("/token"), ""))), "auth", line -> {
            if (!line.startsWith(" ")) {
                asked.add(line + " " + server.requests().size());
            }
        });

        assertThat(asked).containsExactly("Configured 0", "Checked 1", "Sent 1", "Answered 2", "To change 2");
    }

    @Test
    void secret_thatIsWrong_isWhatToChange() throws Exception {
        server.otherwise(request -> request.method().equals("HEAD")
                ? Answer.status(405)
                : Answer.error(401, "invalid_client", "not " + SECRET));

        boolean got = verify(parameters(url("/token"), ""));

        assertThat(got).isFalse();
        assertThat(text()).contains("Answered\n  status: HTTP 401\n");
        assertThat(lines.get(lines.size() - 2)).isEqualTo("To change");
        assertThat(lines.get(lines.size() - 1)).startsWith("  ").contains("invalid_client", "client secret");
        assertNothingSecretIsTold();
    }

    @Test
    void url_thatIsWrong_isWhatToChange() throws Exception {
        server.otherwise(request -> Answer.status(404));

        boolean got = verify(parameters(url("/tokn"), ""));

        assertThat(got).isFalse();
        assertThat(lines.get(lines.size() - 1)).contains("HTTP 404", url("/tokn"));
        assertNothingSecretIsTold();
    }

    @Test
    void server_thatIsDown_isFoundBeforeAnythingIsSent() throws Exception {
        try (var gone = RefusingPort.open()) {
            boolean got = verify(parameters(gone.url("/token").toString(), ""));

            assertThat(got).isFalse();
            assertThat(text())
                    .endsWith("  TCP: failed, connection to 127.0.0.1:" + gone.port() + " refused\nTo change\n"
                            + "  TCP: connection to 127.0.0.1:" + gone.port()
                            + " refused; check host and port in the URL, and that the server runs")
                    .doesNotContain("Sent");
        }
    }

    @Test
    void caFile_thatIsMissing_isNamedAsTheParameter() throws Exception {
        boolean got = verify(parameters(url("/token"), "oauth_ca_file: no-such.pem"));

        assertThat(got).isFalse();
        assertThat(lines.get(lines.size() - 1))
                .startsWith("  oauth_ca_file: CA file '")
                .endsWith("no such file");
        assertThat(server.connections()).isZero();
    }

    @Test
    void reference_thatLeadsNowhere_isWhatToChange() throws Exception {
        boolean got = verify(parameters(url("/token"), "oauth_next_client_secret: \"${env:NOPE}\""));

        assertThat(got).isFalse();
        assertThat(text())
                .endsWith("To change\n  task 'auth': oauth_next_client_secret: env:NOPE is not set")
                .doesNotContain("Checked");
        assertThat(server.connections()).isZero();
    }

    @Test
    void secret_inTheFile_isNotTold() throws Exception {
        server.otherwise(TaskVerificationTest::answer);

        verify(parameters(url("/token"), "").replace("${env:SECRET}", "hunter2-in-the-file"));

        assertThat(text())
                .contains("  Client Secret: ***  (it stands in the file)\n")
                .doesNotContain("hunter2");
    }

    @Test
    void referencesOfOtherTasks_areNotResolved() throws Exception {
        server.otherwise(TaskVerificationTest::answer);
        String other = "  other: {operator: csv-dataset, parameters: {file: \"${env:NOPE}\"}}\n";

        boolean got = bench.verify(
                TestBench.plan(bench, workflow(parameters(url("/token"), "")) + other), "auth", lines::add);

        assertThat(got).isTrue();
    }

    @Test
    void parameter_thatAConfigPortDelivers_isNotKnown() throws Exception {
        String text = """
                workflow: orders
                tasks:
                  first: {operator: oauth2-authentication, parameters: {oauth_token_url: "%1$s", oauth_client_id: a, oauth_client_secret: "${env:SECRET}"}}
                  auth:
                    operator: oauth2-authentication
                    config: {from: first, map: {oauth_access_token: oauth_subject_token}}
                    parameters: {oauth_token_url: "%1$s", oauth_client_id: a, oauth_grant_type: "urn:ietf:params:oauth:grant-type:token-exchange"}
                """.formatted(url("/token"));

        boolean got = bench.verify(TestBench.plan(bench, text), "auth", lines::add);

        assertThat(got).isFalse();
        assertThat(text()).contains("  what the config port of the task delivers is known in a run only\nTo change\n");
        assertThat(lines.get(lines.size() - 1)).contains("oauth_subject_token");
        assertThat(server.connections()).isZero();
    }

    @Test
    void token_thatIsGiven_isNotShownAndNothingIsSent() throws Exception {
        boolean got = verify("oauth_grant_type: prefetched_token, oauth_access_token: \"${env:TOKEN}\"");

        assertThat(got).isTrue();
        assertThat(text()).contains("Given; nothing was sent\n  token type: Bearer\n");
        assertThat(server.connections()).isZero();
        assertNothingSecretIsTold();
    }

    @Test
    void token_thatATaskWouldRevoke_isRevoked() throws Exception {
        server.otherwise(TaskVerificationTest::answer);

        boolean got = verify(parameters(url("/token"), "oauth_revoke: true, oauth_revocation_url: " + url("/revoke")));

        assertThat(got).isTrue();
        assertThat(text()).contains("Revoked\n  at " + url("/revoke") + "\n");
        assertThat(server.requests())
                .extracting(RecordedRequest::target)
                .containsExactly("/token", "/token", "/revoke");
        assertNothingSecretIsTold();
    }

    @Test
    void interruption_whileTheServerIsSilent_endsIt() throws Exception {
        server.otherwise(request -> Answer.status(200).heldBy(new CountDownLatch(1)));
        var plan = TestBench.plan(bench, workflow(parameters(url("/token"), "")));
        Thread thread = Thread.currentThread();
        var waiting = new CountDownLatch(1);
        Thread other = new Thread(() -> {
            try {
                waiting.await();
                server.awaitRequests(1);
                thread.interrupt();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        other.start();

        assertThatThrownBy(() -> bench.verify(plan, "auth", line -> waiting.countDown()))
                .isInstanceOf(InterruptedException.class);

        other.join();
    }

    @Test
    void canVerify_whatGetsTokens_andNothingElse() {
        assertThat(bench.canVerify("oauth2-authentication")).isTrue();
        assertThat(bench.canVerify("cmem_plugin_auth-workflow-auth-OAuth2")).isTrue();
        assertThat(bench.canVerify("csv-dataset")).isFalse();
        assertThat(bench.canVerify("no-such")).isFalse();
    }

    private boolean verify(String parameters) throws WorkflowException, InterruptedException {
        return bench.verify(TestBench.plan(bench, workflow(parameters)), "auth", lines::add);
    }

    private static String workflow(String parameters) {
        return "workflow: orders\ntasks:\n  auth:\n    operator: oauth2-authentication\n    parameters: {" + parameters
                + "}\n";
    }

    private static String parameters(String url, String more) {
        return "oauth_token_url: \"" + url + "\", oauth_client_id: orders, oauth_client_secret: \"${env:SECRET}\""
                + (more.isEmpty() ? "" : ", " + more);
    }

    private String url(String path) {
        return server.url(path).toString();
    }

    private String text() {
        return String.join("\n", lines);
    }

    private void assertNothingSecretIsTold() {
        assertThat(text() + process.err() + process.out()).doesNotContain(SECRET, TOKEN);
    }

    private static Answer answer(RecordedRequest request) {
        return request.method().equals("HEAD") ? Answer.status(405) : Answer.token(TOKEN, Duration.ofMinutes(5));
    }
}
