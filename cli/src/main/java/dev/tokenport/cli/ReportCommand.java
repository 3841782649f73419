package dev.tokenport.cli;

import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;

/** {@code tokenport report}: prints what happened in a run of an engine. */
final class ReportCommand implements Subcommand.Action {

    private final Session session;

    private final Arguments arguments = new Arguments();

    private final RunQuery query = arguments.with(new RunQuery());

    private final Given<Boolean> wait = arguments.flag("--wait", "Wait for the end of the run, if it is under way.");

    ReportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Arguments arguments() {
        return arguments;
    }

    @Override
    public String description() {
        return "Prints as JSON what happened in a run that an engine has: the report that 'tokenport run --report'"
                + " writes.";
    }

    @Override
    public void run() throws InterruptedException {
        RunReport report = query.ask(session, runs -> {
            if (!wait.value() && runs.status(query.id()).outcome().isEmpty()) {
                throw CommandException.failed("the run '" + query.id() + "' is under way; --wait waits for its end");
            }
            return runs.follow(query.id(), RunListener.none()).toTheEnd();
        });
        session.screen().answer(report.toJson());
    }
}
