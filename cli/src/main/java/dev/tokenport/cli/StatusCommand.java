package dev.tokenport.cli;

import dev.tokenport.workflow.engine.RunProgress;
import dev.tokenport.workflow.semantics.RunOutcome;
import dev.tokenport.workflow.semantics.TaskStatus;
import java.util.TreeSet;

/** {@code tokenport status}: says how far a run of an engine is. */
final class StatusCommand implements Subcommand.Action {

    private final Session session;

    private final Arguments arguments = new Arguments();

    private final RunQuery query = arguments.with(new RunQuery());

    StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public Arguments arguments() {
        return arguments;
    }

    @Override
    public String description() {
        return "Says how far a run is that an engine has.";
    }

    @Override
    public void run() throws InterruptedException {
        RunProgress progress = query.ask(session, runs -> runs.status(query.id()));
        String outcome = progress.outcome().map(RunOutcome::toString).orElse("under way");
        session.screen().answerLine("run '" + query.id() + "' of workflow '" + progress.workflow() + "': " + outcome);
        progress.ended().forEach((task, status) -> session.screen().answerLine(task + ": " + status));
        if (progress.outcome().isEmpty()) {
            new TreeSet<>(progress.begun()).forEach(task -> session.screen().answerLine(task + ": at work"));
            progress.waiting().forEach(session.screen()::answerLine);
        }
        long done = progress.ended().values().stream()
                .filter(TaskStatus.DONE::equals)
                .count();
        session.screen().answerLine(done + " of " + Words.count(progress.tasks(), "task") + " done");
    }
}
