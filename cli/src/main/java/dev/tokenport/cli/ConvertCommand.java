package dev.tokenport.cli;

import dev.tokenport.cmem.CmemProject;
import dev.tokenport.cmem.TranslatedWorkflow;
import dev.tokenport.cmem.WorkflowNotes;
import dev.tokenport.cmem.archive.ProjectException;
import dev.tokenport.cmem.archive.Resources;
import dev.tokenport.workflow.WorkflowYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code tokenport convert}: writes the workflows of a CMEM project as workflow files. Nothing is decrypted or connected. */
final class ConvertCommand implements Subcommand.Action {

    private final Session session;

    private final Arguments arguments = new Arguments();

    private final Given<String> file =
            arguments.argument("PROJECT", "The zip that CMEM exported, or the folder it was unpacked to.");

    private final ProjectOptions options = arguments.with(new ProjectOptions());

    private final Given<@Nullable String> output = arguments.text(
            "--output",
            "FOLDER|FILE.yaml",
            "Where to (default: a folder beside the project, such as orders.converted for orders.zip).");

    ConvertCommand(Session session) {
        this.session = session;
    }

    @Override
    public Arguments arguments() {
        return arguments;
    }

    @Override
    public String description() {
        return "Writes the workflows of a CMEM project as workflow files, with its resources beside them.";
    }

    @Override
    public void run() throws InterruptedException {
        Path place = WorkflowArgument.path("PROJECT", file.value());
        CmemProject project = ProjectPlan.open(place, options);
        try {
            convert(project, place);
        } finally {
            ProjectPlan.close(project);
        }
    }

    private void convert(CmemProject project, Path place) throws InterruptedException {
        Path target = output.value() == null
                ? ProjectArgument.beside(place, ".converted")
                : WorkflowArgument.path("--output", output.value());
        Path folder = isFile(target)
                ? Optional.ofNullable(target.toAbsolutePath().getParent()).orElse(target)
                : target;
        Map<Path, TranslatedWorkflow> files = new LinkedHashMap<>();
        for (String id : asked(project, target)) {
            TranslatedWorkflow translated = ProjectPlan.translated(session, project, options, Optional.of(id), folder);
            ProjectPlan.plan(session, translated, List.of());
            Path yaml = isFile(target) ? target : folder.resolve(id.replaceAll("[^A-Za-z0-9._-]", "_") + ".yaml");
            refuseToReplace(project, folder, yaml);
            files.put(yaml, translated);
        }
        try {
            Resources resources = Resources.unpack(project.files(), folder);
            ProjectPlan.show(session, resources);
            for (Map.Entry<Path, TranslatedWorkflow> file : files.entrySet()) {
                resources.prepareFor(file.getValue().files());
                write(file.getKey(), file.getValue());
            }
        } catch (ProjectException e) {
            throw ProjectPlan.refused(e);
        }
    }

    private List<String> asked(CmemProject project, Path target) {
        try {
            boolean all = options.workflow().isEmpty()
                    && !isFile(target)
                    && !project.workflows().isEmpty();
            return all ? project.workflows() : List.of(project.workflow(options.workflow()));
        } catch (ProjectException e) {
            throw ProjectPlan.refused(e);
        }
    }

    private static boolean isFile(Path target) {
        String name = target.toString().toLowerCase(Locale.ROOT);
        return (name.endsWith(".yaml") || name.endsWith(".yml")) && !Files.isDirectory(target);
    }

    private static void refuseToReplace(CmemProject project, Path folder, Path yaml) {
        if (Files.exists(yaml)) {
            throw CommandException.refused(yaml + ": there is a file of that name; name another place with --output");
        }
        Path name = folder.toAbsolutePath().relativize(yaml.toAbsolutePath());
        if (Resources.names(project.files()).contains(name.toString())) {
            throw CommandException.refused(
                    yaml + ": a resource of the project has that name; name another with --output");
        }
    }

    private void write(Path yaml, TranslatedWorkflow translated) {
        List<String> heading =
                List.of("Converted from workflow '" + translated.workflow().name() + "' of " + file.value());
        try {
            AtomicFile.write(yaml, WorkflowYaml.of(translated.workflow(), heading, WorkflowNotes.of(translated)));
        } catch (IOException e) {
            throw CommandException.failed(yaml + ": " + WorkflowArgument.reason(e), e);
        }
        session.screen()
                .answerLine(
                        yaml + ": " + Words.count(translated.workflow().tasks().size(), "task"));
        translated
                .secrets()
                .descriptions()
                .forEach((name, what) -> session.screen().answerLine("  set " + name + " to run it: " + what));
    }
}
