package dev.tokenport.web.run;

import dev.tokenport.secret.OneLine;
import dev.tokenport.web.folder.WorkflowText;
import dev.tokenport.web.history.History;
import dev.tokenport.web.history.PastRun;
import dev.tokenport.web.site.Threads;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.WorkflowException;
import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.run.TaskRecord;
import dev.tokenport.workflow.semantics.RunOutcome;
import dev.tokenport.workflow.semantics.TaskStatus;
import dev.tokenport.workflow.serve.Workbench;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * The runs that were started from pages: one of a workflow at a time, and some at a time in all. The last ones that are over are
 * still known; what became of all is in the history. Thread-safe.
 */
public final class Runs implements AutoCloseable {

    /** How many go on at the same time at the most. */
    static final int MOST = 8;

    private static final int REMEMBERED = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final System.Logger LOG = System.getLogger("dev.tokenport.web");

    private final Workbench workbench;
    private final History history;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final ThreadPoolExecutor threads = Threads.atMost(MOST, "tokenport-run");
    private final Map<String, Run> runs = new LinkedHashMap<>();
    private boolean closed;

    /** Runs of the workbench, kept in a history. */
    public Runs(Workbench workbench, History history, InstantSource clock) {
        this.workbench = workbench;
        this.history = history;
        this.clock = clock;
    }

    /** The id of the run of a workflow that goes on. */
    public Optional<String> current(String path) {
        return going(path).map(Run::id);
    }

    /** The run that goes on, or was over a short while ago. */
    Optional<Run> find(String id) {
        synchronized (runs) {
            return Optional.ofNullable(runs.get(id));
        }
    }

    /**
     * Starts a run, if none of the workflow goes on.
     *
     * @return the run that goes on now
     * @throws RejectedExecutionException if too many go on; its message is one line
     */
    Run start(WorkflowText text, Plan plan) {
        synchronized (runs) {
            Optional<Run> going = going(text.path());
            if (going.isPresent()) {
                return going.get();
            }
            if (closed) {
                throw new RejectedExecutionException("the server is being stopped, and starts no more runs");
            }
            Instant now = clock.instant();
            byte[] octets = new byte[4];
            random.nextBytes(octets);
            var run = new Run(History.id(now, HexFormat.of().formatHex(octets)), text, plan, now);
            try {
                threads.execute(() -> work(run));
            } catch (RejectedExecutionException e) {
                throw new RejectedExecutionException(
                        MOST + " workflows are running, and no more at a time: wait for one, or cancel one", e);
            }
            runs.put(run.id(), run);
            forgetOld();
            return run;
        }
    }

    private Optional<Run> going(String path) {
        synchronized (runs) {
            return runs.values().stream()
                    .filter(run -> run.text().path().equals(path) && run.end().isEmpty())
                    .findFirst();
        }
    }

    private void forgetOld() {
        List<String> over = runs.values().stream()
                .filter(run -> run.end().isPresent())
                .map(Run::id)
                .toList();
        over.stream().limit(Math.max(0, over.size() - REMEMBERED)).forEach(runs::remove);
    }

    private void work(Run run) {
        Optional<RunReport> report = Optional.empty();
        String error = "";
        // Of the command's classes, not of those that the pages are served with.
        Thread.currentThread().setContextClassLoader(workbench.getClass().getClassLoader());
        run.begin();
        try {
            report = Optional.of(workbench.run(run.plan(), run.progress()));
        } catch (WorkflowException e) {
            error = e.problems().get(0).toString();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "the run of " + run.text().path() + " failed: " + e, e);
            error = "the run failed in a way it should not: " + e.getClass().getName()
                    + "; the terminal with 'tokenport serve' says more";
        } finally {
            run.leave();
        }
        PastRun past = report.isPresent() ? reported(run, report.get()) : unreported(run, error);
        run.end(new Run.End(past, report, kept(past, report)));
    }

    private PastRun reported(Run run, RunReport report) {
        return new PastRun(
                run.id(),
                run.text().path(),
                shown(report.workflow()),
                report.outcome(),
                report.started(),
                report.finished(),
                report.tasks().size(),
                report.tasks().stream().mapToLong(TaskRecord::entities).sum(),
                report.error().map(this::shown),
                report.tasks().stream()
                        .filter(task -> task.status() == TaskStatus.FAILED)
                        .map(TaskRecord::id)
                        .findFirst(),
                true);
    }

    /** Of a run in which nothing has happened. */
    private PastRun unreported(Run run, String error) {
        return new PastRun(
                run.id(),
                run.text().path(),
                shown(run.plan().workflow().name()),
                RunOutcome.FAILED,
                run.started(),
                clock.instant(),
                run.plan().tasks().size(),
                0,
                Optional.of(shown(error)),
                Optional.empty(),
                false);
    }

    private String shown(String text) {
        return OneLine.of(workbench.redactor().redact(text));
    }

    /** Keeps what became of a run; returns why that was not possible. */
    private String kept(PastRun past, Optional<RunReport> report) {
        try {
            if (report.isPresent()) {
                String json = workbench.redactor().redact(report.get().toJson());
                history.keep(past, json, workbench.page(report.get()));
            } else {
                history.keep(past);
            }
            return "";
        } catch (IOException e) {
            String reason = shown("the report cannot be kept: " + e);
            LOG.log(Level.WARNING, reason);
            return reason;
        }
    }

    /** Cancels all runs, and waits until they are over and what became of them is kept. */
    @Override
    public void close() {
        List<Run> all;
        synchronized (runs) {
            closed = true;
            all = List.copyOf(runs.values());
        }
        all.stream().filter(run -> run.end().isEmpty()).forEach(Run::cancel);
        try {
            for (Run run : all) {
                if (!run.progress().awaitEnd(PATIENCE)) {
                    LOG.log(Level.WARNING, "the run of " + run.text().path() + " does not end; it is left alone");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
    }
}
