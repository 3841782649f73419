package dev.tokenport.cmem;

import dev.tokenport.cmem.archive.Limits;
import dev.tokenport.cmem.archive.ProjectException;
import dev.tokenport.cmem.archive.ProjectFiles;
import dev.tokenport.cmem.mapping.TaskMapping;
import dev.tokenport.cmem.value.ProjectSecrets;
import dev.tokenport.cmem.value.ProjectValues;
import dev.tokenport.cmem.xml.ProjectVariable;
import dev.tokenport.cmem.xml.ProjectWorkflow;
import dev.tokenport.cmem.xml.ProjectXml;
import dev.tokenport.operator.Nearest;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.secret.ReferencingText;
import dev.tokenport.workflow.Position;
import dev.tokenport.workflow.Problem;
import dev.tokenport.workflow.Problems;
import dev.tokenport.workflow.Task;
import dev.tokenport.workflow.Workflow;
import dev.tokenport.workflow.WorkflowException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A project as CMEM exports it, in a zip or an unpacked folder. For one thread. */
public final class CmemProject implements Closeable {

    private static final String VARIABLES = "variables.xml";

    private final ProjectFiles files;

    private CmemProject(ProjectFiles files) {
        this.files = files;
    }

    /**
     * Opens a project. Nothing is unpacked.
     *
     * @throws ProjectException if it is none, or breaks a limit
     */
    public static CmemProject open(Path place, Limits limits) throws ProjectException {
        return new CmemProject(ProjectFiles.open(place, limits));
    }

    /** Its files. */
    public ProjectFiles files() {
        return files;
    }

    /** The ids of its workflows, sorted. */
    public List<String> workflows() {
        return files.below("workflow").stream()
                .filter(path -> path.endsWith(".xml"))
                .map(TaskFiles::id)
                .toList();
    }

    /**
     * The id of the workflow that is meant.
     *
     * @param asked the id that was asked for; empty for the only one there is
     * @throws ProjectException naming all there are
     */
    public String workflow(Optional<String> asked) throws ProjectException {
        List<String> ids = workflows();
        String all = String.join(", ", ids);
        if (ids.isEmpty()) {
            throw new ProjectException(files.place() + ": the project has no workflow");
        }
        if (asked.isEmpty()) {
            if (ids.size() > 1) {
                throw new ProjectException(files.place() + ": the project has " + ids.size()
                        + " workflows; name one with --workflow: " + all);
            }
            return ids.get(0);
        }
        if (!ids.contains(asked.get())) {
            throw new ProjectException(files.place() + ": the project has no workflow '" + asked.get() + "'"
                    + Nearest.hint(asked.get(), ids)
                    + " (there " + (ids.size() == 1 ? "is " : "are ") + all + ")");
        }
        return asked.get();
    }

    /**
     * Translates a workflow. Nothing is resolved, decrypted or connected.
     *
     * @param id the workflow's id, one of {@link #workflows()}
     * @param given values of variables from the command line, by {@code scope.name}
     * @param operators the operators there are
     * @param folder where the files of datasets are
     * @throws WorkflowException if the workflow's own file, or that of the variables, has mistakes
     * @throws ProjectException if a file cannot be read
     */
    public TranslatedWorkflow translate(
            String id, Map<String, ReferencingText> given, OperatorRegistry operators, Path folder)
            throws WorkflowException, ProjectException {
        String path = "workflow/" + id + ".xml";
        ProjectWorkflow workflow = ProjectXml.workflow(files.name(path), files.xml(path), id);
        Problems problems = new Problems(files.place().toString());
        Problems warnings = new Problems(files.place().toString());
        var secrets = new ProjectSecrets();
        var values = new ProjectValues(variables(), given, secrets);
        var tasksById = new TaskFiles(files, problems);
        var mapping = new TaskMapping(operators, values, secrets, tasksById::dataset, problems, warnings);
        var translation = new Translation(workflow, tasksById, mapping, problems);
        Map<String, Task> tasks = translation.tasks();
        List<Problem> found = new ArrayList<>(problems.inOrder());
        values.superfluous().forEach(name -> found.add(unknown(name, values)));
        return new TranslatedWorkflow(
                new Workflow(workflow.id(), files.place().toString(), folder, tasks),
                found,
                warnings.inOrder(),
                secrets,
                translation.places());
    }

    private List<ProjectVariable> variables() throws WorkflowException, ProjectException {
        return files.has(VARIABLES) ? ProjectXml.variables(files.name(VARIABLES), files.xml(VARIABLES)) : List.of();
    }

    private static Problem unknown(String name, ProjectValues values) {
        return new Problem(
                "--variable",
                Position.COMMAND_LINE,
                "the project has no variable '" + name + "'" + values.suggestion(name));
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
