package dev.tokenport.cli;

import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tokenport report}: prints what happened in a run of an engine. */
@Command(
        description =
                "Prints as JSON what happened in a run that an engine has: the report that 'tokenport run --report'"
                        + " writes.",
        sortOptions = false)
final class ReportCommand implements Subcommand.Action {

    private final Session session;

    @Mixin
    private RunQuery query = new RunQuery();

    @Option(names = "--wait", description = "Wait for the end of the run, if it is under way.")
    private boolean wait;

    ReportCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() throws InterruptedException {
        RunReport report = query.ask(session, runs -> {
            if (!wait && runs.status(query.id()).outcome().isEmpty()) {
                throw CommandException.failed("the run '" + query.id() + "' is under way; --wait waits for its end");
            }
            return runs.follow(query.id(), RunListener.none()).toTheEnd();
        });
        session.screen().answer(report.toJson());
    }
}
