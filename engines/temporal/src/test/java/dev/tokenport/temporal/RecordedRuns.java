package dev.tokenport.temporal;

import dev.tokenport.encryption.OctetCipher;
import dev.tokenport.http.TimeSource;
import dev.tokenport.http.Transports;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.operators.auth.OAuth2Authentication;
import dev.tokenport.operators.dataset.JsonDataset;
import dev.tokenport.operators.http.HttpRequest;
import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Redactor;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RecordedRequest;
import dev.tokenport.testkit.ScriptedServer;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.engine.EngineAddress;
import dev.tokenport.workflow.engine.EngineWorker;
import dev.tokenport.workflow.engine.PayloadCipher;
import dev.tokenport.workflow.engine.RemoteRun;
import dev.tokenport.workflow.engine.RemoteRuns;
import dev.tokenport.workflow.engine.WorkerSettings;
import dev.tokenport.workflow.run.LocalRunner.World;
import dev.tokenport.workflow.run.RunListener;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs that do all that a run may do, which are recorded once per version of orders, and the key that they are encrypted with. */
final class RecordedRuns {

    /** What runs: tokens that are renewed and revoked, entities that are stored, rejects, an order. */
    static final String DONE = """
            auth: {operator: oauth2-authentication, parameters: {oauth_token_url: 'ISSUER/token', oauth_client_id: a, oauth_client_secret: '${env:CLIENT_SECRET}', oauth_revoke: true, oauth_revocation_url: 'ISSUER/revoke'}}
            call: {operator: http-request, config: auth, parameters: {url: 'SERVICE/rows'}}
            again: {operator: http-request, config: auth, after: call, parameters: {url: 'SERVICE/rows'}}
            rows: {operator: json-dataset, inputs: call, parameters: {file: rows.json}}
            others: {operator: json-dataset, inputs: call, after: again, parameters: {file: others.json}}
            step: {operator: test-step, after: [rows, others], parameters: {lines: lines}}
            """;

    /** What fails while another task is at work. */
    static final String FAILED = """
            long: {operator: test-step, parameters: {lines: lines, until: never, repeatable: true}}
            first: {operator: test-step, parameters: {lines: lines}}
            bad: {operator: test-step, parameters: {lines: no/such/folder}, after: first}
            next: {operator: test-step, parameters: {lines: lines}, after: bad}
            """;

    /** What somebody cancels. */
    static final String CANCELLED = """
            first: {operator: test-step, parameters: {lines: lines}}
            long: {operator: test-step, parameters: {lines: lines, until: never}, after: first}
            next: {operator: test-step, parameters: {lines: lines}, after: long}
            """;

    private RecordedRuns() {}

    /** The cipher of all that is recorded. */
    static PayloadCipher cipher(Path scratch) throws Exception {
        Path key = Files.createFile(
                scratch.resolve("recorded.key"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (InputStream kept =
                Objects.requireNonNull(RecordedRuns.class.getResourceAsStream("/recorded/recorded.key"))) {
            Files.write(key, kept.readAllBytes());
        }
        return TestTemporal.cipher(OctetCipher.read(key));
    }

    /** Runs tasks to their end, or until the task 'long' is at work, which is cancelled then. */
    @SuppressWarnings("try") // the worker works while it is open; nobody calls it
    static String run(EngineAddress address, Path folder, String tasks, RemoteRuns runs) throws Exception {
        String id = UUID.randomUUID().toString();
        try (var issuer = ScriptedServer.start();
                var service = ScriptedServer.start()) {
            var tokens = new AtomicInteger();
            issuer.otherwise(request -> Answer.token("t0ken-" + tokens.incrementAndGet(), Duration.ofHours(1)));
            service.otherwise(RecordedRuns::onlyTheSecond);
            Path file = Files.writeString(
                    folder.resolve(id + ".yaml"),
                    "workflow: recorded\ntasks:\n"
                            + tasks.replace("ISSUER", issuer.url("").toString())
                                    .replace("SERVICE", service.url("").toString())
                                    .indent(2));
            var operators = OperatorRegistry.of(
                    new OAuth2Authentication(), new HttpRequest(), new JsonDataset(), new StepOperator());
            var world = new World(
                    TimeSource.system(),
                    Transports.direct(),
                    Environment.of(Map.of("CLIENT_SECRET", "s3cret")),
                    new Redactor(),
                    folder.resolve("scratch"));
            var settings =
                    new WorkerSettings(world, operators, Optional.of(TestStore.in(folder)), folder, 4, Duration.ZERO);
            try (EngineWorker worker = new TemporalEngine().work(address, settings)) {
                runs.start(new RemoteRun(id, Plan.read(file, List.of(), operators), 8, Duration.ofSeconds(5)));
                if (tasks.equals(CANCELLED)) {
                    while (!runs.status(id).begun().contains("long")) {
                        TimeUnit.MILLISECONDS.sleep(20);
                    }
                    runs.cancel(id);
                }
                runs.follow(id, RunListener.none()).toTheEnd();
                return id;
            }
        }
    }

    private static Answer onlyTheSecond(RecordedRequest request) {
        return request.headers().first("Authorization").orElse("").equals("Bearer t0ken-2")
                ? Answer.json(200, "[{\"a\": 1}, {\"a\": 2}]")
                : Answer.status(401).with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }
}
