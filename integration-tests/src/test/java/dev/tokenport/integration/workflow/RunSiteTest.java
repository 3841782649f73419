package dev.tokenport.integration.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.http.TimeSource;
import dev.tokenport.http.Transports;
import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.operator.spool.EntitySink;
import dev.tokenport.operators.auth.OAuth2Authentication;
import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Redactor;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ScriptedServer;
import dev.tokenport.workflow.Connection;
import dev.tokenport.workflow.OutputPort;
import dev.tokenport.workflow.Task;
import dev.tokenport.workflow.WorkflowFile;
import dev.tokenport.workflow.run.Given;
import dev.tokenport.workflow.run.LocalRunner.World;
import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunSite;
import dev.tokenport.workflow.run.TaskHost;
import dev.tokenport.workflow.run.TaskNotes;
import dev.tokenport.workflow.run.TaskOrder;
import dev.tokenport.workflow.run.TaskOutcome;
import dev.tokenport.workflow.semantics.Handover;
import dev.tokenport.workflow.semantics.TaskStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task that is executed by itself, and what it gave renewed in a process that did not execute it. */
final class RunSiteTest {

    /** An engine that hands over nothing. */
    private static final TaskHost HOST = new TaskHost() {
        @Override
        public RunListener listener() {
            return RunListener.none();
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public Entities open(Connection.Data connection) throws IOException {
            throw new IOException("nothing is stored");
        }

        @Override
        public EntitySink sink(OutputPort output, Optional<Schema> schema) throws IOException {
            throw new IOException("nothing is stored");
        }

        @Override
        public Given renew(String source, Secret refused) throws OperatorException {
            throw new OperatorException("nobody renews");
        }

        @Override
        public Given successor(String source, Secret held) throws OperatorException {
            throw new OperatorException("nobody renews");
        }
    };

    @TempDir
    private Path folder;

    private final ScriptedServer server = ScriptedServer.start();
    private final AtomicInteger tokens = new AtomicInteger();

    @BeforeEach
    void answer() {
        server.otherwise(request -> Answer.token("t0ken-" + tokens.incrementAndGet(), Duration.ofMinutes(5)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void token_thatIsGood_hasNoSuccessorWhereItWasGiven() throws Exception {
        RunSite site = site("s3cret");
        Entity given = executed(site);

        Given now = site.successor(order(Handover.SHARED), given, secret(given), HOST);

        assertThat(secret(now.entity().orElseThrow()).reveal()).isEqualTo("t0ken-1");
        assertThat(now.renewable()).isTrue();
        assertThat(now.goodUntil()).isPresent();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void token_thatWasRefused_isRenewedInAProcessThatDidNotExecuteItsTask() throws Exception {
        Entity given = executed(site("s3cret"));
        RunSite other = site("s3cret");

        Given renewed = other.renew(order(Handover.SHARED), given, secret(given), HOST);
        Given successor = other.successor(
                order(Handover.SHARED),
                renewed.entity().orElseThrow(),
                secret(renewed.entity().orElseThrow()),
                HOST);

        assertThat(secret(renewed.entity().orElseThrow()).reveal()).isEqualTo("t0ken-2");
        assertThat(secret(successor.entity().orElseThrow()).reveal()).isEqualTo("t0ken-2");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void end_ofARun_tellsWhatItsTasksToldAndLeavesNothing() throws Exception {
        RunSite site = site("s3cret");
        executed(site);

        assertThat(site.leavesSomething()).isTrue();
        Map<String, TaskNotes> notes = site.end();
        assertThat(notes).containsOnlyKeys("auth");
        assertThat(Objects.requireNonNull(notes.get("auth")).facts()).containsEntry("requests", "1");
        assertThat(site.leavesSomething()).isFalse();
    }

    @Test
    void reference_thatCannotBeResolved_isAFailureOfTheTask() throws Exception {
        TaskOutcome outcome = site("").execute(order(Handover.SHARED), HOST);

        assertThat(outcome.record().status()).isEqualTo(TaskStatus.FAILED);
        assertThat(outcome.record().error()).get().asString().startsWith("task 'auth' (OAuth2 Authentication): ");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void output_thatCannotBeKept_isNoFailureOfTheTask() {
        assertThatThrownBy(() -> site("s3cret").execute(order(Handover.SPOOLED), HOST))
                .isInstanceOf(IOException.class)
                .hasMessage("nothing is stored");
    }

    @Test
    void secrets_ofARun_areKnownToTheProcessUntilItHasEnded() throws Exception {
        var process = new Redactor();
        RunSite one = site("s3cret", process);
        RunSite other = site("an0ther", process);
        executed(one);
        executed(other);

        assertThat(one.shown("s3cret t0ken-1, an0ther t0ken-2")).isEqualTo("*** ***, an0ther t0ken-2");
        assertThat(process.redact("s3cret t0ken-1, an0ther t0ken-2")).isEqualTo("*** ***, *** ***");
        one.end();
        assertThat(process.redact("s3cret t0ken-1, an0ther t0ken-2")).isEqualTo("s3cret t0ken-1, *** ***");
        assertThat(one.shown("s3cret")).isEqualTo("***");
    }

    private Entity executed(RunSite site) throws Exception {
        TaskOutcome outcome = site.execute(order(Handover.SHARED), HOST);
        assertThat(outcome.record().error()).isEmpty();
        return outcome.given().entity().orElseThrow();
    }

    private static Secret secret(Entity entity) {
        return ((Value.SecretValue) entity.first("oauth_access_token").orElseThrow()).secret();
    }

    private RunSite site(String secret) {
        return site(secret, new Redactor());
    }

    private RunSite site(String secret, Redactor process) {
        var world = new World(
                TimeSource.system(),
                Transports.direct(),
                Environment.of(secret.isEmpty() ? Map.of() : Map.of("CLIENT_SECRET", secret)),
                process,
                folder);
        return new RunSite(world, "run-1", "tokens", folder);
    }

    private TaskOrder order(Handover handover) throws Exception {
        String text = """
                workflow: tokens
                tasks:
                  auth:
                    operator: oauth2-authentication
                    parameters: {oauth_token_url: '%s', oauth_client_id: a, oauth_client_secret: '${env:CLIENT_SECRET}'}
                """.formatted(server.url("/token"));
        Task task = WorkflowFile.parse(text, "tokens.yaml", folder)
                .tasks()
                .values()
                .iterator()
                .next();
        return new TaskOrder(
                "tokens.yaml",
                task,
                new OAuth2Authentication(),
                false,
                handover,
                false,
                "'config' of 'call'",
                "",
                Map.of());
    }
}
