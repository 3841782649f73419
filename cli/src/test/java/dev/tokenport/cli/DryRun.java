package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RecordedRequest;
import dev.tokenport.testkit.ScriptedServer;
import dev.tokenport.workflow.WorkflowException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A workflow with a task of <em>OAuth2 Authentication</em>, and a server that it asks. For one thread. */
final class DryRun implements AutoCloseable {

    static final String SECRET = "s3cret-of-the-client";
    static final String TOKEN = "t0ken-for-nobody";

    final ScriptedServer server = ScriptedServer.start();
    final LocalWorkbench bench;
    final List<String> lines = new ArrayList<>();
    private final TestBench process;

    DryRun(Path folder) {
        process = new TestBench(folder).with("SECRET", SECRET).with("TOKEN", TOKEN);
        bench = process.bench();
        server.otherwise(DryRun::answer);
    }

    boolean verify(String parameters) throws WorkflowException, InterruptedException {
        return verifyIn(workflow(parameters));
    }

    boolean verifyIn(String workflow) throws WorkflowException, InterruptedException {
        return bench.verify(TestBench.plan(bench, workflow), "auth", lines::add);
    }

    static String workflow(String parameters) {
        return "workflow: orders\ntasks:\n  auth:\n    operator: oauth2-authentication\n    parameters: {" + parameters
                + "}\n";
    }

    static String parameters(String url, String more) {
        return "oauth_token_url: \"" + url + "\", oauth_client_id: orders, oauth_client_secret: \"${env:SECRET}\""
                + (more.isEmpty() ? "" : ", " + more);
    }

    String url(String path) {
        return server.url(path).toString();
    }

    String text() {
        return String.join("\n", lines);
    }

    String last() {
        return lines.get(lines.size() - 1);
    }

    void assertNothingSecretIsTold() {
        assertThat(text() + process.err() + process.out()).doesNotContain(SECRET, TOKEN);
    }

    static Answer answer(RecordedRequest request) {
        return request.method().equals("HEAD") ? Answer.status(405) : Answer.token(TOKEN, Duration.ofMinutes(5));
    }

    @Override
    public void close() {
        server.close();
    }
}
