package dev.tokenport.cli;

import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.Workflow;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tokenport validate}: says everything that is wrong with a workflow file. Nothing is resolved or connected. */
@Command(
        description = "Says everything that is wrong with a workflow file, a line for each mistake; runs nothing.",
        sortOptions = false)
final class ValidateCommand implements Subcommand.Action {

    private final Session session;

    @Parameters(paramLabel = "FILE", description = "The workflow file, or a CMEM project: a zip or a folder.")
    private String file = "";

    @Mixin
    private ProjectOptions project = new ProjectOptions();

    ValidateCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        Path place = WorkflowArgument.path("FILE", file);
        if (ProjectArgument.is(place)) {
            project(place);
            return;
        }
        project.refuse(place);
        Plan plan = WorkflowArgument.plan(file, List.of(), session.operators());
        session.screen().answerLine(file + ": ok, " + Words.count(plan.tasks().size(), "task"));
    }

    private void project(Path place) {
        try (ProjectPlan opened = ProjectPlan.of(session, place, project, Optional.empty(), List.of())) {
            Workflow workflow = opened.plan().workflow();
            session.screen()
                    .answerLine(file + ": ok, workflow '" + workflow.name() + "', "
                            + Words.count(workflow.tasks().size(), "task") + " can run");
        }
    }
}
