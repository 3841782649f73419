package dev.tokenport.cli;

import dev.tokenport.cmem.CmemProject;
import dev.tokenport.cmem.TranslatedWorkflow;
import dev.tokenport.cmem.archive.Limits;
import dev.tokenport.cmem.archive.ProjectException;
import dev.tokenport.cmem.archive.Resources;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.secret.SecretSources;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.Problem;
import dev.tokenport.workflow.WorkflowException;
import dev.tokenport.workflow.WorkflowFile;
import dev.tokenport.workflow.WorkflowFile.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A workflow of a CMEM project, valid and ready to run. The only classes that know CMEM are this one and those it makes. */
final class ProjectPlan implements AutoCloseable {

    private final Session session;
    private final CmemProject project;
    private final Path resources;
    private final TranslatedWorkflow translated;
    private final Plan plan;

    private ProjectPlan(
            Session session, CmemProject project, Path resources, TranslatedWorkflow translated, Plan plan) {
        this.session = session;
        this.project = project;
        this.resources = resources;
        this.translated = translated;
        this.plan = plan;
    }

    /** Opens a project; nothing is unpacked yet. */
    static CmemProject open(Path place, ProjectOptions options) {
        try {
            return CmemProject.open(place, Limits.DEFAULT.withBytes(options.maxUnpacked()));
        } catch (ProjectException e) {
            throw refused(e);
        }
    }

    /**
     * Reads and validates a workflow of a project.
     *
     * @param resources where the resources are to be; empty for beside the project, or in it
     * @throws CommandException with a line for each mistake, and one that says what can run
     */
    static ProjectPlan of(
            Session session, Path place, ProjectOptions options, Optional<Path> resources, List<Setting> settings) {
        CmemProject project = open(place, options);
        try {
            Path folder = resources.orElseGet(() -> project.files()
                    .folder()
                    .map(root -> root.resolve("resources"))
                    .orElseGet(() -> ProjectArgument.beside(place, ".resources")));
            TranslatedWorkflow translated = translated(session, project, options, options.workflow(), folder);
            return new ProjectPlan(session, project, folder, translated, plan(session, translated, settings));
        } catch (CommandException e) {
            close(project);
            throw e;
        }
    }

    /** Translates a workflow, and shows what is left out. */
    static TranslatedWorkflow translated(
            Session session, CmemProject project, ProjectOptions options, Optional<String> asked, Path folder) {
        try {
            TranslatedWorkflow translated = project.translate(
                    project.workflow(asked), options.variables(), session.operators(), folder.toAbsolutePath());
            translated
                    .warnings()
                    .forEach(warning -> session.screen()
                            .say(new Problem(warning.file(), warning.position(), "warning: " + warning.message())
                                    .toString()));
            return translated;
        } catch (WorkflowException e) {
            throw WorkflowArgument.refused(e);
        } catch (ProjectException e) {
            throw refused(e);
        }
    }

    /** The plan of a translated workflow. */
    static Plan plan(Session session, TranslatedWorkflow translated, List<Setting> settings) {
        OperatorRegistry operators = session.operators();
        try {
            if (!translated.problems().isEmpty()) {
                throw new WorkflowException(translated.problems());
            }
            return Plan.of(WorkflowFile.with(translated.workflow(), settings), operators);
        } catch (WorkflowException e) {
            List<String> lines =
                    new ArrayList<>(e.problems().stream().map(Problem::toString).toList());
            lines.add(tally(translated, e.problems()));
            throw CommandException.refused(String.join("\n", lines), e);
        }
    }

    private static String tally(TranslatedWorkflow translated, List<Problem> problems) {
        List<String> stopped = translated.stopped(problems);
        int all = translated.places().size();
        String start = translated.workflow().file() + ": workflow '"
                + translated.workflow().name() + "': " + (all - stopped.size()) + " of " + Words.count(all, "task")
                + " can run";
        return stopped.isEmpty() ? start : start + "; not '" + String.join("', '", stopped) + "'";
    }

    Plan plan() {
        return plan;
    }

    /** What references lead to, the project's secrets among it. */
    SecretSources over(SecretSources sources) {
        return sources.withEnvironment(translated.secrets().over(sources.environment()));
    }

    /** Says what has to be set where the project's secrets are not: they never leave this machine. */
    void sayWhatWorkersNeed() {
        translated
                .secrets()
                .descriptions()
                .forEach((name, what) -> session.screen().say("workers need " + name + ": " + what));
    }

    /** Puts the resources where the plan expects them, and says where. */
    void unpack() throws InterruptedException {
        try {
            Optional<Path> root =
                    project.files().folder().filter(found -> resources.equals(found.resolve("resources")));
            Resources unpacked =
                    root.isPresent() ? Resources.inPlace(root.get()) : Resources.unpack(project.files(), resources);
            unpacked.prepareFor(translated.files());
            show(session, unpacked);
        } catch (ProjectException e) {
            throw refused(e);
        }
    }

    /** Says where resources are, and which were kept. */
    static void show(Session session, Resources resources) {
        session.screen()
                .say("resources are in " + resources.folder() + ", " + Words.count(resources.unpacked(), "file")
                        + " unpacked");
        if (!resources.kept().isEmpty()) {
            session.screen()
                    .say("kept as they were, though the project has others: "
                            + String.join(", ", resources.kept())
                            + "; delete them there to have those of the project");
        }
    }

    /** The refusal of what is no project. */
    static CommandException refused(ProjectException e) {
        return CommandException.refused(String.valueOf(e.getMessage()), e);
    }

    /** Closes a project; a zip that was only read has nothing to lose. */
    static void close(CmemProject project) {
        try {
            project.close();
        } catch (IOException e) {
            throw CommandException.refused(project.files().place() + ": " + WorkflowArgument.reason(e), e);
        }
    }

    @Override
    public void close() {
        close(project);
    }
}
