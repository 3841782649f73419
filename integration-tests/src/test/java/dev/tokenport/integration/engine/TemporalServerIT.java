package dev.tokenport.integration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tokenport.integration.keycloak.Tokenport;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RecordedRequest;
import dev.tokenport.testkit.ScriptedServer;
import dev.tokenport.testkit.TemporalServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Workers of the packaged command on a real Temporal server, to both of which things happen. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class TemporalServerIT {

    private static final Duration TOKEN_LIFE = Duration.ofSeconds(4);
    private static final int FAN_OUT = 1000;

    @TempDir
    private Path folder;

    private final ScriptedServer issuer = ScriptedServer.start();
    private final ScriptedServer service = ScriptedServer.start();
    private final Map<String, Instant> tokens = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private TemporalServer server;
    private Workers workers;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(TemporalServer.program().isPresent(), TemporalServer.MISSING);
        server = TemporalServer.start(folder.resolve("temporal"));
        workers = Workers.in(folder, server.address());
        issuer.otherwise(request -> issue());
        work("a");
        work("b");
    }

    private void work(String name) throws Exception {
        workers.start(name, Map.of("CLIENT_SECRET", "s3cret-of-the-client"));
    }

    private Answer issue() {
        String token = "t0ken-" + number.incrementAndGet();
        tokens.put("Bearer " + token, Instant.now());
        return Answer.token(token, TOKEN_LIFE);
    }

    @AfterEach
    void stop() throws InterruptedException {
        issuer.close();
        service.close();
        if (workers != null) {
            workers.close();
            server.close();
        }
    }

    @Test
    void runs_whoseServerIsKilled_endWhenItIsBack() throws Exception {
        var go = new CountDownLatch(1);
        service.otherwise(request -> held(request, go));
        workflow("calls", """
                one: {operator: http-request, parameters: {url: 'SERVICE?task=one'}}
                two: {operator: http-request, after: one, parameters: {url: 'SERVICE?task=two'}}
                out: {operator: json-dataset, inputs: two, parameters: {file: out.json}}
                """);
        workers.detach("calls.yaml", "first");
        workers.detach("calls.yaml", "second", "--set", "out.file=second.json");
        service.awaitRequests(2);

        server.kill();
        go.countDown();
        TimeUnit.SECONDS.sleep(2);
        Tokenport.Ended asked = workers.tokenport("status", "first");
        server.again();

        assertThat(asked.code()).isEqualTo(1);
        assertThat(asked.err())
                .startsWith("Temporal cannot be reached at " + server.address())
                .hasLineCount(1);
        assertThat(workers.report("first")).contains("\"outcome\" : \"done\"");
        assertThat(workers.report("second")).contains("\"outcome\" : \"done\"");
        assertThat(folder.resolve("store/files/out.json")).hasContent("[\n{\"task\":\"/orders?task=two\"}\n]");
        assertThat(folder.resolve("store/files/second.json")).exists();
    }

    @Test
    void run_ofAThousandTasksSideBySide_isDone() throws Exception {
        var tasks = new StringBuilder("source: {operator: set-parameters, parameters: {parameters: {a: b}}}\n");
        for (int task = 0; task < FAN_OUT; task++) {
            tasks.append("t")
                    .append(task)
                    .append(": {operator: set-parameters, after: source, parameters: {parameters:" + " {a: b}}}\n");
        }
        workflow("fan", tasks.toString());

        Tokenport.Ended ended = workers.tokenport("run", "fan.yaml", "--id", "fan", "--parallel", "200");

        assertThat(ended.out()).startsWith("workflow 'fan': 1001 tasks done in ");
        assertThat(ended.code()).isZero();
        assertThat(workers.tokenport("status", "fan").out()).endsWith("1001 of 1001 tasks done\n");
    }

    @Test
    void worker_thatWasCutOffForLongerThanTheTokenLives_changesNothing() throws Exception {
        var go = new CountDownLatch(1);
        service.otherwise(request -> held(request, go));
        workflow("cut", """
                auth: {operator: oauth2-authentication, parameters: {oauth_token_url: 'ISSUER', oauth_client_id: a, oauth_client_secret: '${env:CLIENT_SECRET}', oauth_minimum_validity: 1s}}
                call: {operator: http-request, config: auth, parameters: {url: 'SERVICE?worker=${env:WORKER}'}}
                out: {operator: json-dataset, inputs: call, parameters: {file: out.json}}
                """);
        workers.detach("cut.yaml", "cut", "--heartbeat", "2");
        service.awaitRequests(1);
        String cutOff = service.request().target().endsWith("=a") ? "a" : "b";

        signal("STOP", workers.process(cutOff));
        Instant second = awaitSecond();
        signal("CONT", workers.process(cutOff));
        go.countDown();

        String report = workers.report("cut");
        assertThat(report).contains("\"outcome\" : \"done\"");
        assertThat(Duration.between(tokens.get("Bearer t0ken-1"), second)).isGreaterThan(TOKEN_LIFE);
        RecordedRequest again = service.requests().get(1);
        Instant issued = tokens.get(again.headers().first("Authorization").orElse(""));
        assertThat(Duration.between(issued, second)).isLessThan(TOKEN_LIFE);
        assertThat(folder.resolve("store/files/out.json")).hasContent("[\n{\"task\":\"" + again.target() + "\"}\n]");
        assertThat(folder.resolve("store/runs")).isEmptyDirectory();
    }

    /** The second request comes once Temporal has noticed; then the first token has lived longer than it lives. */
    private Instant awaitSecond() throws InterruptedException {
        service.awaitRequests(2);
        return Instant.now();
    }

    private static Answer held(RecordedRequest request, CountDownLatch go) {
        try {
            go.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Answer.json(200, "{\"task\":\"" + request.target() + "\"}");
    }

    private void workflow(String name, String tasks) throws Exception {
        Files.writeString(
                folder.resolve(name + ".yaml"),
                "workflow: " + name + "\ntasks:\n"
                        + tasks.replace("ISSUER", issuer.url("/token").toString())
                                .replace("SERVICE", service.url("/orders").toString())
                                .indent(2));
    }

    private static void signal(String name, Process process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
