package dev.tokenport.cmem;

import dev.tokenport.cmem.value.ProjectSecrets;
import dev.tokenport.workflow.ParameterNode;
import dev.tokenport.workflow.Position;
import dev.tokenport.workflow.Problem;
import dev.tokenport.workflow.Workflow;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A workflow of a project as one of ours. Immutable.
 *
 * @param workflow the workflow; if there are problems, as far as it could be made
 * @param problems what makes tasks impossible to run, in the order of the files
 * @param warnings what was left out and changes nothing that arrives
 * @param secrets what the workflow's references {@code ${env:CMEM_…}} lead to
 * @param places where each node and its task stand, by the node's id
 */
public record TranslatedWorkflow(
        Workflow workflow,
        List<Problem> problems,
        List<Problem> warnings,
        ProjectSecrets secrets,
        Map<String, Set<Position>> places) {

    /** Copies the collections. */
    public TranslatedWorkflow {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
    }

    /** The files of datasets, as far as they are known before a run. */
    public List<String> files() {
        return workflow.tasks().values().stream()
                .map(task -> task.parameters().get("file"))
                .filter(ParameterNode.Scalar.class::isInstance)
                .map(node -> ((ParameterNode.Scalar) node).text())
                .flatMap(text -> text.literal().stream())
                .filter(file -> !file.isEmpty())
                .distinct()
                .toList();
    }

    /** The nodes that cannot run because of these problems, in the order of the workflow. */
    public List<String> stopped(List<Problem> found) {
        return places.entrySet().stream()
                .filter(node -> found.stream().anyMatch(problem -> concerns(problem, node.getValue())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean concerns(Problem problem, Set<Position> node) {
        return node.stream()
                .anyMatch(place -> place.equals(problem.position())
                        || (!place.file().equals(workflowFile()) && place.file().equals(problem.file())));
    }

    /** The file of the workflow, in which the positions of all nodes are. */
    private String workflowFile() {
        return places.values().stream()
                .flatMap(Set::stream)
                .findFirst()
                .map(Position::file)
                .orElse("");
    }
}
