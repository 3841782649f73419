package dev.tokenport.workflow.serve;

import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.secret.Redactor;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.WorkflowException;
import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.view.Views;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** What the command does for people who look at pages: the same code that its subcommands run. Thread-safe. */
public interface Workbench {

    /** The folder with the workflows, as a real path. */
    Path folder();

    /** The operators that are installed. */
    OperatorRegistry operators();

    /** What draws workflows and pages of runs. */
    Views views();

    /** Knows the secrets that were met so far. Nothing leaves the process that it has not seen. */
    Redactor redactor();

    /**
     * Reads and validates the text of a workflow file, as {@code validate} does. Nothing is resolved or connected.
     *
     * @param file where the text stands or will stand
     * @throws WorkflowException with every mistake, in the order of the text
     */
    Plan plan(Path file, String text) throws WorkflowException;

    /**
     * Puts a text into the place of a file at once, whose mode stays.
     *
     * @throws IOException if it cannot be written; the file is as it was
     */
    void replace(Path file, String text) throws IOException;

    /**
     * Runs a plan in this thread, as {@code run} does. Interrupting the thread cancels the run; the report is returned all the
     * same, and the thread's interrupt flag is set.
     *
     * @throws WorkflowException if a reference cannot be resolved; nothing has run then
     */
    RunReport run(Plan plan, RunListener listener) throws WorkflowException;

    /** The report of a run as a whole page, as {@code run --report FILE.html} writes it. */
    String page(RunReport report);

    /**
     * Gets a token as a task of <em>OAuth2 Authentication</em> would, and tells step by step what was configured, checked on the way
     * to the server, sent and answered, and what to change, as {@code token --verify} does. The token is shown to nobody.
     *
     * @param task the task's id
     * @param line takes each line when it is known; a line that begins without blanks begins a section
     * @return whether there was a token
     * @throws InterruptedException if the thread is interrupted
     */
    boolean verify(Plan plan, String task, Consumer<String> line) throws InterruptedException;

    /** Whether {@link #verify} can be asked for tasks of this operator. */
    boolean canVerify(String operatorId);

    /** Whether there is a key file with which secrets can be encrypted. */
    boolean canEncrypt();

    /**
     * A reference to a secret that can be written into a workflow file, {@code ${encrypted:…}}, as {@code encrypt} makes it. The
     * redactor knows the secret from then on.
     *
     * @param workflow the name of the workflow in which alone it can be decrypted
     * @throws IOException if the key file cannot be read; the message is one line
     */
    String encrypted(String secret, String workflow) throws IOException;
}
