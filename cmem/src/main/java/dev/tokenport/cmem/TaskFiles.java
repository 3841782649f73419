package dev.tokenport.cmem;

import dev.tokenport.cmem.archive.ProjectException;
import dev.tokenport.cmem.archive.ProjectFiles;
import dev.tokenport.cmem.xml.ProjectNode;
import dev.tokenport.cmem.xml.ProjectTask;
import dev.tokenport.cmem.xml.ProjectXml;
import dev.tokenport.operator.Nearest;
import dev.tokenport.workflow.Position;
import dev.tokenport.workflow.Problems;
import dev.tokenport.workflow.WorkflowException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the tasks of a project by id. Only what a workflow names is read. For one thread. */
final class TaskFiles {

    private static final List<String> FOLDERS = List.of("custom", "dataset");

    /** What else stands in a project, by folder, as messages call it. */
    private static final Map<String, String> OTHERS =
            Map.of("transform", "a transformation", "linking", "a linking task", "workflow", "a workflow");

    private final ProjectFiles files;
    private final Problems problems;
    private final Map<String, Optional<ProjectTask>> read = new HashMap<>();

    TaskFiles(ProjectFiles files, Problems problems) {
        this.files = files;
        this.problems = problems;
    }

    /** The task of a node; empty if it cannot be had, which is reported. */
    Optional<ProjectTask> task(ProjectNode node) throws ProjectException {
        Optional<ProjectTask> known = read.get(node.task());
        if (known == null) {
            known = find(node);
            read.put(node.task(), known);
        }
        return known;
    }

    /** Where the file of a task begins, if it is called after it. */
    Optional<Position> place(String id) {
        return FOLDERS.stream()
                .map(folder -> folder + "/" + id + ".xml")
                .filter(files::has)
                .findFirst()
                .map(path -> new Position(files.name(path), 1, 1));
    }

    /** The dataset of an id; empty if there is none that can be read. */
    Optional<ProjectTask> dataset(String id) {
        try {
            String path = "dataset/" + id + ".xml";
            return files.has(path) ? read(path) : byId(id).filter(ProjectTask::dataset);
        } catch (ProjectException e) {
            return Optional.empty();
        }
    }

    private Optional<ProjectTask> find(ProjectNode node) throws ProjectException {
        for (String folder : FOLDERS) {
            String path = folder + "/" + node.task() + ".xml";
            if (files.has(path)) {
                return read(path);
            }
        }
        Optional<ProjectTask> renamed = byId(node.task());
        if (renamed.isEmpty()) {
            problems.add(node.position(), missing(node.task()));
        }
        return renamed;
    }

    private Optional<ProjectTask> read(String path) throws ProjectException {
        try {
            return Optional.of(ProjectXml.task(files.name(path), files.xml(path), id(path)));
        } catch (WorkflowException e) {
            e.problems().forEach(problem -> problems.add(problem.position(), problem.message()));
            return Optional.empty();
        }
    }

    /** The task that says its id itself, in a file of another name. Files that cannot be read are none of its business. */
    private Optional<ProjectTask> byId(String id) throws ProjectException {
        for (String folder : FOLDERS) {
            for (String path : taskFiles(folder)) {
                Optional<ProjectTask> task =
                        readable(path).filter(found -> found.id().equals(id));
                if (task.isPresent()) {
                    return task;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<ProjectTask> readable(String path) throws ProjectException {
        try {
            return Optional.of(ProjectXml.task(files.name(path), files.xml(path), id(path)));
        } catch (WorkflowException e) {
            return Optional.empty();
        }
    }

    private List<String> taskFiles(String folder) {
        return files.below(folder).stream()
                .filter(path -> path.endsWith(".xml") && !path.contains("cache"))
                .toList();
    }

    private String missing(String id) {
        for (Map.Entry<String, String> other : OTHERS.entrySet()) {
            String path = other.getKey() + "/" + id;
            if (files.has(path + ".xml") || !files.below(path).isEmpty()) {
                return "task '" + id + "' is " + other.getValue() + ", for which there is no operator here";
            }
        }
        List<String> ids = FOLDERS.stream()
                .flatMap(folder -> taskFiles(folder).stream())
                .map(TaskFiles::id)
                .toList();
        return "the project has no task '" + id + "'" + Nearest.hint(id, ids);
    }

    /** The id that the name of a file gives. */
    static String id(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.substring(0, name.length() - ".xml".length());
    }
}
