package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RecordedRequest;
import dev.tokenport.testkit.RefusingPort;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The dry run of a task of <em>OAuth2 Authentication</em>: the way to the server, and what it answers. */
@Timeout(60)
final class TaskVerificationTest {

    private final Path folder;
    private final DryRun run;

    TaskVerificationTest(@TempDir Path folder) {
        this.folder = folder;
        this.run = new DryRun(folder);
    }

    @AfterEach
    void stop() {
        run.close();
    }

    @Test
    void task_thatGetsAToken_tellsEachStep() throws Exception {
        boolean got = run.verify(DryRun.parameters(run.url("/token"), "oauth_scope: orders"));

        assertThat(got).isTrue();
        assertThat(run.text())
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
                        """.formatted(run.url("/token"), run.url("/token")))
                .contains(
                        "  metadata: not asked; oauth_issuer would tell what the server offers\nSent\n  POST ",
                        "\n  scope=orders\n",
                        "Answered\n  status: HTTP 200\n")
                .endsWith("To change\n  nothing");
        run.assertNothingSecretIsTold();
    }

    @Test
    void step_thatIsTaken_isToldBeforeTheNext() throws Exception {
        var asked = new ArrayList<String>();

        run.bench.verify(
                TestBench.plan(run.bench, DryRun.workflow(DryRun.parameters(run.url("/token"), ""))), "auth", line -> {
                    if (!line.startsWith(" ")) {
                        asked.add(line + " " + run.server.requests().size());
                    }
                });

        assertThat(asked).containsExactly("Configured 0", "Checked 1", "Sent 1", "Answered 2", "To change 2");
    }

    @Test
    void secret_thatIsWrong_isWhatToChange() throws Exception {
        run.server.otherwise(request -> request.method().equals("HEAD")
                ? Answer.status(405)
                : Answer.error(401, "invalid_client", "not " + DryRun.SECRET));

        boolean got = run.verify(DryRun.parameters(run.url("/token"), ""));

        assertThat(got).isFalse();
        assertThat(run.text()).contains("Answered\n  status: HTTP 401\n");
        assertThat(run.lines.get(run.lines.size() - 2)).isEqualTo("To change");
        assertThat(run.last()).startsWith("  ").contains("invalid_client", "client secret");
        run.assertNothingSecretIsTold();
    }

    @Test
    void url_thatIsWrong_isWhatToChange() throws Exception {
        run.server.otherwise(request -> Answer.status(404));

        boolean got = run.verify(DryRun.parameters(run.url("/tokn"), ""));

        assertThat(got).isFalse();
        assertThat(run.last()).contains("HTTP 404", run.url("/tokn"));
        run.assertNothingSecretIsTold();
    }

    @Test
    void server_thatIsDown_isFoundBeforeAnythingIsSent() throws Exception {
        try (var gone = RefusingPort.open()) {
            boolean got = run.verify(DryRun.parameters(gone.url("/token").toString(), ""));

            assertThat(got).isFalse();
            assertThat(run.text())
                    .endsWith("  TCP: failed, connection to 127.0.0.1:" + gone.port() + " refused\nTo change\n"
                            + "  TCP: connection to 127.0.0.1:" + gone.port()
                            + " refused; check host and port in the URL, and that the server runs")
                    .doesNotContain("Sent");
        }
    }

    @Test
    void token_thatIsGiven_isNotShownAndNothingIsSent() throws Exception {
        boolean got = run.verify("oauth_grant_type: prefetched_token, oauth_access_token: \"${env:TOKEN}\"");

        assertThat(got).isTrue();
        assertThat(run.text()).contains("Given; nothing was sent\n  token type: Bearer\n");
        assertThat(run.server.connections()).isZero();
        run.assertNothingSecretIsTold();
    }

    @Test
    void token_thatATaskWouldRevoke_isRevoked() throws Exception {
        boolean got = run.verify(DryRun.parameters(
                run.url("/token"), "oauth_revoke: true, oauth_revocation_url: " + run.url("/revoke")));

        assertThat(got).isTrue();
        assertThat(run.text()).contains("Revoked\n  at " + run.url("/revoke") + "\n");
        assertThat(run.server.requests())
                .extracting(RecordedRequest::target)
                .containsExactly("/token", "/token", "/revoke");
        run.assertNothingSecretIsTold();
    }

    @Test
    void refreshToken_thatTheServerReplaces_isToldToBeLost() throws Exception {
        String next = "n3xt-refresh-token";
        run.server.otherwise(request -> Answer.json(
                200,
                "{\"access_token\":\"" + DryRun.TOKEN
                        + "\",\"token_type\":\"Bearer\",\"expires_in\":300,\"refresh_token\":\"" + next + "\"}"));
        String grant = "oauth_grant_type: refresh_token, oauth_refresh_token: \"${env:TOKEN}\"";

        run.verify(DryRun.parameters(run.url("/token"), grant));
        String withoutFile = run.last();
        run.verify(DryRun.parameters(run.url("/token"), grant + ", oauth_refresh_token_file: kept"));

        assertThat(withoutFile).startsWith("  the server gave a new refresh token, which is lost in the end");
        assertThat(run.last()).isEqualTo("  nothing");
        assertThat(folder.resolve("kept")).content().isEqualTo(next + "\n");
        assertThat(run.text()).doesNotContain(next);
        run.assertNothingSecretIsTold();
    }

    @Test
    void interruption_whileTheServerIsSilent_endsIt() throws Exception {
        run.server.otherwise(request -> Answer.status(200).heldBy(new CountDownLatch(1)));
        var plan = TestBench.plan(run.bench, DryRun.workflow(DryRun.parameters(run.url("/token"), "")));
        Thread thread = Thread.currentThread();
        var waiting = new CountDownLatch(1);
        Thread other = new Thread(() -> {
            try {
                waiting.await();
                run.server.awaitRequests(1);
                thread.interrupt();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        other.start();

        assertThatThrownBy(() -> run.bench.verify(plan, "auth", line -> waiting.countDown()))
                .isInstanceOf(InterruptedException.class);

        other.join();
    }
}
