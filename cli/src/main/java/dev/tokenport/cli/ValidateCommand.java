package dev.tokenport.cli;

import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.Workflow;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code tokenport validate}: says everything that is wrong with a workflow file. Nothing is resolved or connected. */
final class ValidateCommand implements Subcommand.Action {

    private final Session session;

    private final Arguments arguments = new Arguments();

    private final Given<String> file =
            arguments.argument("FILE", "The workflow file, or a CMEM project: a zip or a folder.");

    private final ProjectOptions project = arguments.with(new ProjectOptions());

    ValidateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Arguments arguments() {
        return arguments;
    }

    @Override
    public String description() {
        return "Says everything that is wrong with a workflow file, a line for each mistake; runs nothing.";
    }

    @Override
    public void run() {
        Path place = WorkflowArgument.path("FILE", file.value());
        if (ProjectArgument.is(place)) {
            project(place);
            return;
        }
        project.refuse(place);
        Plan plan = WorkflowArgument.plan(file.value(), List.of(), session.operators());
        session.screen()
                .answerLine(file.value() + ": ok, " + Words.count(plan.tasks().size(), "task"));
    }

    private void project(Path place) {
        try (ProjectPlan opened = ProjectPlan.of(session, place, project, Optional.empty(), List.of())) {
            Workflow workflow = opened.plan().workflow();
            session.screen()
                    .answerLine(file.value() + ": ok, workflow '" + workflow.name() + "', "
                            + Words.count(workflow.tasks().size(), "task") + " can run");
        }
    }
}
