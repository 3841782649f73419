package dev.tokenport.silk.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operators.auth.OAuth2Authentication;
import dev.tokenport.operators.http.HttpRequest;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ScriptedServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.silkframework.execution.local.LocalEntities;
import org.silkframework.execution.local.LocalExecution;

@Timeout(60)
final class CancellationTest {

    private final ScriptedServer server = ScriptedServer.start();
    private final CountDownLatch never = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final TestActivity workflow = TestActivity.alone();
    private final TestActivity activity = TestActivity.within(workflow);
    private final SilkBench silk;

    CancellationTest(@TempDir Path files) {
        this.silk = new SilkBench(files);
    }

    @AfterEach
    void close() {
        never.countDown();
        threads.shutdownNow();
        server.close();
    }

    @Test
    void activity_cancelledWhileTheServerIsAwaited_interruptsTheCall() throws Exception {
        server.answer(Answer.token(SilkBench.TOKEN, Duration.ofMinutes(5)).heldBy(never));
        Future<LocalEntities> execution = threads.submit(this::authenticate);
        server.awaitRequests(1);

        activity.cancel();

        assertThat(failure(execution)).isInstanceOf(InterruptedException.class);
        assertThat(activity.report().error().get()).isEqualTo("cancelled");
    }

    @Test
    void workflow_cancelledWhileTheServerIsAwaited_interruptsTheCall() throws Exception {
        server.answer(Answer.token(SilkBench.TOKEN, Duration.ofMinutes(5)).heldBy(never));
        Future<LocalEntities> execution = threads.submit(this::authenticate);
        server.awaitRequests(1);

        workflow.cancel();

        assertThat(failure(execution)).isInstanceOf(InterruptedException.class);
    }

    @Test
    void requests_sideBySideWhenCancelled_areInterrupted() throws Exception {
        server.otherwise(request -> Answer.json(200, "{}").heldBy(never));
        var input = SilkBench.table(List.of("id"), List.of(List.of("1"), List.of("2"), List.of("3")));
        Map<String, String> values =
                Map.of("url", server.url("/orders/") + "{{ id }}", "parallel", "3", "attempts", "1");
        Future<LocalEntities> execution = threads.submit(() ->
                silk.execute(new HttpRequest(), values, List.of(input), SilkBench.workflow(), silk.place(), activity));
        server.awaitRequests(3);

        workflow.cancel();

        assertThat(failure(execution)).isInstanceOf(InterruptedException.class);
    }

    @Test
    void activity_cancelledBefore_sendsNothing() throws Exception {
        workflow.cancel();
        Future<LocalEntities> execution = threads.submit(this::authenticate);

        assertThat(failure(execution)).isInstanceOf(InterruptedException.class);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void token_ofACancelledRun_isRevokedAllTheSame() throws Exception {
        server.answer(Answer.token(SilkBench.TOKEN, Duration.ofMinutes(5)), Answer.status(200));
        Map<String, String> values = SilkBench.client(server.url("/token"));
        values.put("oauth_revoke", "true");
        values.put("oauth_revocation_url", server.url("/revoke").toString());
        LocalExecution run = SilkBench.workflow();
        var unused = silk.execute(new OAuth2Authentication(), values, List.of(), run, silk.place(), activity);

        boolean interrupted = threads.submit(() -> {
                    Thread.currentThread().interrupt();
                    run.executeShutdownHooks();
                    return Thread.currentThread().isInterrupted();
                })
                .get(30, TimeUnit.SECONDS);

        assertThat(server.requests().get(1).target()).isEqualTo("/revoke");
        assertThat(interrupted).isTrue();
    }

    private LocalEntities authenticate() {
        return silk.authenticate(server.url("/token"), SilkBench.workflow(), silk.place(), activity);
    }

    private static Throwable failure(Future<?> execution) throws Exception {
        try {
            return new AssertionError("it gave " + execution.get(30, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause());
        }
    }
}
