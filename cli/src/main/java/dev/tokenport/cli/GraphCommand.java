package dev.tokenport.cli;

import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.view.ViewedWorkflow;
import dev.tokenport.workflow.view.Views;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code tokenport graph}: draws a workflow. Nothing is resolved or connected. */
final class GraphCommand implements Subcommand.Action {

    private static final String SVG = "svg";
    private static final String MERMAID = "mermaid";

    private final Session session;

    private final Arguments arguments = new Arguments();

    private final Given<String> file =
            arguments.argument("FILE", "The workflow file, or a CMEM project: a zip or a folder.");

    private final Given<@Nullable String> format = arguments.text(
            "--format",
            "FORMAT",
            "svg, or mermaid: the text of a diagram, for Markdown files (default: mermaid if --output ends with .mmd, else svg).");

    private final Given<@Nullable String> output =
            arguments.text("--output", "FILE", "Where to (default: standard output).");

    private final ProjectOptions project = arguments.with(new ProjectOptions());

    GraphCommand(Session session) {
        this.session = session;
    }

    @Override
    public Arguments arguments() {
        return arguments;
    }

    @Override
    public String description() {
        return "Draws a workflow as SVG or Mermaid: its tasks, and what is handed over between them; runs nothing.";
    }

    @Override
    public void run() {
        boolean isMermaid = isMermaid();
        Path place = WorkflowArgument.path("FILE", file.value());
        Views views = InstalledViews.load(session.world());
        if (ProjectArgument.is(place)) {
            try (ProjectPlan opened = ProjectPlan.of(session, place, project, Optional.empty(), List.of())) {
                write(drawn(views, opened.plan(), isMermaid), place);
            }
            return;
        }
        project.refuse(place);
        Plan plan = WorkflowArgument.plan(file.value(), List.of(), session.operators());
        write(drawn(views, plan, isMermaid), place);
    }

    private boolean isMermaid() {
        if (format.value() == null) {
            return output.value() != null
                    && output.value().toLowerCase(Locale.ROOT).endsWith(".mmd");
        }
        return switch (format.value()) {
            case MERMAID -> true;
            case SVG -> false;
            default -> throw CommandException.refused("--format '" + format.value() + "' is neither svg nor mermaid");
        };
    }

    private String drawn(Views views, Plan plan, boolean isMermaid) {
        ViewedWorkflow workflow = ViewedWorkflow.of(plan, session.redactor()::redact);
        return isMermaid ? views.mermaid(workflow) : views.svg(workflow);
    }

    private void write(String text, Path workflow) {
        if (output.value() == null) {
            session.screen().answer(text);
            return;
        }
        String option = "--output '" + output.value() + "'";
        Path place = WorkflowArgument.path("--output", output.value());
        try {
            WorkflowArgument.requireOther(option, place, workflow);
            AtomicFile.write(place, text);
        } catch (IOException e) {
            throw CommandException.failed(option + " cannot be written: " + WorkflowArgument.reason(e), e);
        }
    }
}
