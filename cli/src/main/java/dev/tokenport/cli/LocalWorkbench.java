package dev.tokenport.cli;

import dev.tokenport.encryption.Scope;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.operator.VerifiableOperator;
import dev.tokenport.secret.Redactor;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.WorkflowException;
import dev.tokenport.workflow.run.LocalRunner;
import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.serve.Workbench;
import dev.tokenport.workflow.view.Views;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The workbench of this machine. Each run, and each verification, resolves references anew. Thread-safe.
 *
 * @param session the call of the command
 * @param folder the folder with the workflows, as a real path
 * @param operators the operators that are installed
 * @param views what draws
 * @param secrets where secrets may come from
 * @param options how workflows are run
 */
record LocalWorkbench(
        Session session,
        Path folder,
        OperatorRegistry operators,
        Views views,
        SecretOptions secrets,
        LocalRunner.Options options)
        implements Workbench {

    @Override
    public Redactor redactor() {
        return session.redactor();
    }

    @Override
    public Plan plan(Path file, String text) throws WorkflowException {
        return Plan.parse(file, text, operators);
    }

    @Override
    public void replace(Path file, String text) throws IOException {
        AtomicFile.replace(file, text);
    }

    @Override
    public RunReport run(Plan plan, RunListener listener) throws WorkflowException {
        String name = "run of " + plan.workflow().file();
        session.screen().say(name + ": started");
        try {
            RunReport report = fresh().run(plan, options, listener);
            session.screen().say(name + ": " + report.outcome());
            return report;
        } catch (WorkflowException e) {
            session.screen().say(name + ": nothing was run");
            throw e;
        }
    }

    @Override
    public String page(RunReport report) {
        return InstalledViews.page(views, report, session);
    }

    @Override
    public boolean verify(Plan plan, String task, Consumer<String> line) throws InterruptedException {
        return new TaskVerification(fresh(), line).of(plan, task);
    }

    @Override
    public boolean canVerify(String operatorId) {
        return operators
                .find(operatorId)
                .filter(VerifiableOperator.class::isInstance)
                .isPresent();
    }

    @Override
    public boolean canEncrypt() {
        return keyFile().filter(Files::isReadable).isPresent();
    }

    @Override
    public String encrypted(String secret, String workflow) throws IOException {
        Path file = keyFile().orElseThrow(() -> new IOException("there is no key file to encrypt with"));
        redactor().add(secret);
        try {
            return EncryptedReference.of(secret, new Scope.OneWorkflow(workflow), EncryptedReference.cipher(file));
        } catch (CommandException e) {
            throw new IOException(e.text(), e);
        }
    }

    private Optional<Path> keyFile() {
        return secrets.keyFile(session.world());
    }

    private WorkflowRun fresh() {
        return new WorkflowRun(session, secrets.sources(session));
    }
}
