package dev.tokenport.cli;

import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.view.Views;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The file for a run's report, if one is asked for. For one thread. */
final class ReportFile implements AutoCloseable {

    private final @Nullable AtomicFile file;
    private final Session session;
    private final @Nullable Views views;

    private ReportFile(@Nullable AtomicFile file, Session session, @Nullable Views views) {
        this.file = file;
        this.session = session;
        this.views = views;
    }

    /**
     * Prepares the file, and what it is written with.
     *
     * @throws CommandException if there cannot be one of this name, or it is the workflow itself
     */
    static ReportFile open(Optional<String> name, Path workflow, Session session) {
        if (name.isEmpty()) {
            return new ReportFile(null, session, null);
        }
        String option = "--report '" + name.get() + "'";
        Path place = WorkflowArgument.path("--report", name.get());
        try {
            WorkflowArgument.requireOther(option, place, workflow);
            @Nullable Views views = InstalledViews.isPage(name.get()) ? InstalledViews.load(session.world()) : null;
            return new ReportFile(AtomicFile.open(place), session, views);
        } catch (IOException e) {
            throw CommandException.refused(option + " cannot be written: " + WorkflowArgument.reason(e), e);
        }
    }

    /** Writes the report: as a page if the file has such a name, else as JSON. */
    void write(RunReport report) throws IOException {
        if (file == null) {
            return;
        }
        // A thread that is interrupted cannot write through a channel; the flag is for whoever comes after.
        boolean interrupted = Thread.interrupted();
        try {
            file.write(views == null ? report.toJson() : InstalledViews.page(views, report, session));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
