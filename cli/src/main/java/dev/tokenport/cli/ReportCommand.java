package dev.tokenport.cli;

import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** {@code tokenport report}: prints what happened in a run of an engine. */
final class ReportCommand implements Subcommand.Action {

    private final Session session;

    private final Arguments arguments = new Arguments();

    private final RunQuery query = arguments.with(new RunQuery());

    private final Given<Boolean> wait = arguments.flag("--wait", "Wait for the end of the run, if it is under way.");

    private final Given<@Nullable String> output = arguments.text(
            "--output",
            "FILE.json|FILE.html",
            "Where to: a page to look at if the name ends with .html, else JSON (default: JSON, on standard output).");

    ReportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Arguments arguments() {
        return arguments;
    }

    @Override
    public String description() {
        return "Says what happened in a run that an engine has: the report that 'tokenport run --report' writes.";
    }

    @Override
    public void run() throws InterruptedException {
        RunReport report = query.ask(session, runs -> {
            if (!wait.value() && runs.status(query.id()).outcome().isEmpty()) {
                throw CommandException.failed("the run '" + query.id() + "' is under way; --wait waits for its end");
            }
            return runs.follow(query.id(), RunListener.none()).toTheEnd();
        });
        write(report);
    }

    private void write(RunReport report) {
        String name = output.value();
        if (name == null) {
            session.screen().answer(report.toJson());
            return;
        }
        Path place = WorkflowArgument.path("--output", name);
        String text = InstalledViews.isPage(name)
                ? InstalledViews.page(InstalledViews.load(session.world()), report, session)
                : report.toJson();
        try {
            AtomicFile.write(place, text);
        } catch (IOException e) {
            throw CommandException.failed(
                    "--output '" + name + "' cannot be written: " + WorkflowArgument.reason(e), e);
        }
    }
}
