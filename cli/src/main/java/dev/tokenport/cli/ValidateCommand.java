package dev.tokenport.cli;

import dev.tokenport.workflow.Plan;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tokenport validate}: says everything that is wrong with a workflow file. Nothing is resolved or connected. */
@Command(
        description = "Says everything that is wrong with a workflow file, a line for each mistake; runs nothing.",
        sortOptions = false)
final class ValidateCommand implements Subcommand.Action {

    private final Session session;

    @Parameters(paramLabel = "FILE", description = "The workflow file.")
    private String file = "";

    ValidateCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        WorkflowArgument.requireFile(file);
        Plan plan = WorkflowArgument.plan(file, List.of(), Installation.operators(session.world()));
        session.screen().answerLine(file + ": ok, " + Words.count(plan.tasks().size(), "task"));
    }
}
