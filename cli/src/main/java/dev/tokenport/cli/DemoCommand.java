package dev.tokenport.cli;

import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.secret.Environment;
import dev.tokenport.secret.SecretSources;
import dev.tokenport.workflow.WorkflowException;
import dev.tokenport.workflow.WorkflowFile.Setting;
import dev.tokenport.workflow.run.LocalRunner;
import dev.tokenport.workflow.run.RunReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** {@code tokenport demo}: a workflow that needs a token, run for real with each grant against servers of its own. */
final class DemoCommand implements Subcommand.Action {

    private static final String WORKFLOW = "demo.yaml";
    private static final String ANSWER = "orders.json";

    private final Session session;

    DemoCommand(Session session) {
        this.session = session;
    }

    @Override
    public Arguments arguments() {
        return new Arguments();
    }

    @Override
    public String description() {
        return "Starts an authorization server and a protected API on this machine, and runs a workflow against"
                + " them with each of the two grants. Proves that the installation works; leaves nothing behind.";
    }

    @Override
    public void run() throws InterruptedException {
        OperatorRegistry operators = session.operators();
        try (DemoServer server = DemoServer.start()) {
            session.screen().say("demo: an authorization server and a protected API are listening on this machine");
            for (String grant : List.of("client_credentials", "password")) {
                session.screen().say("demo: running " + WORKFLOW + " with the grant " + grant);
                String answer = inTemporaryFolder(operators, grant, Environment.of(server.variables()));
                session.screen().answerLine(grant + ": the API answered " + answer.strip());
            }
        }
        session.screen().answerLine("The installation works.");
    }

    private String inTemporaryFolder(OperatorRegistry operators, String grant, Environment environment)
            throws InterruptedException {
        try {
            Path folder = Files.createTempDirectory(session.world().temporary(), "tokenport-demo-");
            try {
                Path file = folder.resolve(WORKFLOW);
                copyWorkflow(file);
                runWorkflow(file, operators, grant, environment);
                return Files.readString(folder.resolve(ANSWER));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw CommandException.failed(
                    "demo: cannot use the folder for temporary files: " + WorkflowArgument.reason(e), e);
        }
    }

    /** Writes the demo's workflow to a file. */
    static void copyWorkflow(Path file) throws IOException {
        try (InputStream in = DemoCommand.class.getResourceAsStream(WORKFLOW)) {
            if (in == null) {
                throw new IOException("the installation has no " + WORKFLOW);
            }
            Files.copy(in, file);
        }
    }

    private void runWorkflow(Path file, OperatorRegistry operators, String grant, Environment environment)
            throws InterruptedException {
        var plan = WorkflowArgument.plan(
                file.toString(), List.of(new Setting("auth", "oauth_grant_type", grant)), operators);
        try {
            RunReport report =
                    new WorkflowRun(session, SecretSources.of(environment)).run(plan, LocalRunner.Options.DEFAULT);
            switch (report.outcome()) {
                case DONE ->
                    session.detail("demo: " + Words.count(report.tasks().size(), "task") + " done");
                case FAILED -> throw CommandException.failed(report.error().orElse("the workflow failed"));
                case CANCELLED -> throw new InterruptedException();
            }
        } catch (WorkflowException e) {
            throw WorkflowArgument.refused(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
