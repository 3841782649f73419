package dev.tokenport.integration.fault;

import dev.tokenport.http.RetryPolicy;
import dev.tokenport.http.TimeSource;
import dev.tokenport.http.TransportOptions;
import dev.tokenport.http.Transports;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Redactor;
import dev.tokenport.secret.Secret;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.WorkflowException;
import dev.tokenport.workflow.WorkflowFile;
import dev.tokenport.workflow.run.LocalRunner;
import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Asks a server in the two ways that the product has. Thread-safe. */
final class Question {

    /** What must not go to another origin; parts of it stand in all that is confidential. */
    static final String CANARY = "canary";

    private static final String SECRET = CANARY + "-secret-47114711";
    private static final String TOKEN = CANARY + "-token-08150815";
    private static final String KEY = CANARY + "-key-23232323";
    private static final String BODY = CANARY + "-body";

    private final Path folder;
    private final Transports transports = Transports.direct();
    private final OperatorRegistry operators = OperatorRegistry.load(Question.class.getClassLoader());

    /** Questions whose files stand in a folder. */
    Question(Path folder) {
        this.folder = folder;
    }

    /** What the user sees in the end. */
    String ask(Order order) throws IOException, InterruptedException {
        return switch (order.asker()) {
            case TOKEN -> token(order);
            case GET, POST -> service(order);
        };
    }

    private String token(Order order) throws InterruptedException {
        var options = TransportOptions.DEFAULT.withConnectTimeout(order.connectTimeout());
        var client = TokenClient.over(
                        transports.with(order.caFile().map(options::withCaFile).orElse(options)))
                .retry(new RetryPolicy(
                        RetryPolicy.DEFAULT.attempts(), order.timeout(), RetryPolicy.DEFAULT.firstDelay()))
                .build();
        try {
            var request = TokenRequest.clientCredentials(URI.create(order.url()), "orders", Secret.of(SECRET));
            client.fetch(request.build());
            return "*a token*";
        } catch (TokenException e) {
            return e.getMessage();
        }
    }

    private String service(Order order) throws IOException {
        Path place = Files.createTempDirectory(folder, "run");
        Path file = Files.writeString(place.resolve("workflow.yaml"), workflow(order));
        var world = new LocalRunner.World(
                TimeSource.system(),
                options -> transports.with(options.withConnectTimeout(order.connectTimeout())),
                Environment.of(Map.of("TOKEN", TOKEN, "KEY", KEY)),
                new Redactor(),
                place.resolve("scratch"));
        try {
            var plan = Plan.of(WorkflowFile.read(file), operators);
            RunReport report = new LocalRunner(world).run(plan, LocalRunner.Options.DEFAULT, RunListener.none());
            return report.error().orElseGet(() -> entities(report.tasks().get(0).entities()));
        } catch (WorkflowException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String workflow(Order order) {
        return """
            workflow: faults
            tasks:
              orders:
                operator: http-request
                parameters:
                  url: %s
                  method: %s
                  body: "%s"
                  timeout: %s
                  ca_file: %s
                  oauth_access_token: ${env:TOKEN}
                  headers: {X-Api-Key: "${env:KEY}"}
            """.formatted(
                        order.url(),
                        order.asker().label(),
                        order.asker() == Asker.POST ? BODY : "",
                        order.timeout(),
                        order.caFile().map(Path::toString).orElse("''"));
    }

    private static String entities(long count) {
        return "*" + count + (count == 1 ? " entity*" : " entities*");
    }
}
