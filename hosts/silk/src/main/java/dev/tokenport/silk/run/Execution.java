package dev.tokenport.silk.run;

import dev.tokenport.operator.OperatorException;
import dev.tokenport.secret.OneLine;
import dev.tokenport.secret.Redactor;
import dev.tokenport.secret.SecretUnavailableException;
import dev.tokenport.silk.entity.UpstreamException;
import org.silkframework.execution.AbortExecutionException;
import org.silkframework.execution.local.LocalEntities;
import scala.Option;

/** Executes tasks, and says what went wrong in the way that Silk shows to people: one line, without any secret. Stateless. */
public final class Execution {

    private Execution() {}

    /**
     * Executes a task.
     *
     * @return the table with all that it gave
     * @throws AbortExecutionException if it fails; the message may be shown, and there is no cause that could say more
     */
    public static LocalEntities of(Call call, Server server) {
        Server.Configured configured;
        try {
            configured = server.configured();
        } catch (OperatorException e) {
            throw failure(String.valueOf(e.getMessage()));
        }
        WorkflowRun run = server.run(call.execution(), Owner.of(call.context()));
        boolean own = !WorkflowRuns.isWorkflow(call.execution());
        var report = new SilkReport(call.task(), call.activity(), server.time(), run);
        try (var hosted = new HostedRun(call, server, configured, run, report)) {
            return hosted.execute();
        } catch (InterruptedException e) {
            report.failed("cancelled");
            throw Execution.<RuntimeException>unchanged(e);
        } catch (UpstreamException e) {
            report.failed(report.notes().shown("an input failed: " + e.getMessage()));
            throw e.raised();
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            String message = message(e, run.redactor());
            report.failed(message);
            throw failure(message);
        } finally {
            if (own) {
                // What it gave is still to be taken.
                run.finish();
            }
        }
    }

    /** Silk writes the causes of what fails into its log, with whatever is in them: there is none. */
    private static AbortExecutionException failure(String message) {
        return new AbortExecutionException(message, Option.empty());
    }

    private static String message(Throwable failure, Redactor redactor) {
        String said = failure.getMessage() == null ? "" : failure.getMessage();
        boolean written = failure instanceof OperatorException || failure instanceof SecretUnavailableException;
        String name = "unexpected " + failure.getClass().getSimpleName();
        String message = written && !said.isEmpty() ? said : said.isEmpty() ? name : name + ": " + said;
        return OneLine.of(redactor.redact(message).strip());
    }

    /** Silk knows a cancelled activity by this exception, which its interfaces do not declare. */
    // The type argument is chosen by the caller so that the compiler takes it to be unchecked; it is never cast to it.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> E unchanged(Throwable exception) throws E {
        throw (E) exception;
    }
}
