package dev.tokenport.cmem;

import dev.tokenport.cmem.archive.ProjectException;
import dev.tokenport.cmem.mapping.MappedTask;
import dev.tokenport.cmem.mapping.TaskMapping;
import dev.tokenport.cmem.xml.ProjectNode;
import dev.tokenport.cmem.xml.ProjectTask;
import dev.tokenport.cmem.xml.ProjectWorkflow;
import dev.tokenport.workflow.Position;
import dev.tokenport.workflow.Problems;
import dev.tokenport.workflow.Task;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Translates one workflow of a project. For one thread, for one workflow. */
final class Translation {

    private final ProjectWorkflow workflow;
    private final TaskFiles files;
    private final TaskMapping mapping;
    private final Problems problems;
    private final Map<String, Optional<MappedTask>> mapped = new HashMap<>();
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, Set<Position>> places = new LinkedHashMap<>();

    Translation(ProjectWorkflow workflow, TaskFiles files, TaskMapping mapping, Problems problems) {
        this.workflow = workflow;
        this.files = files;
        this.mapping = mapping;
        this.problems = problems;
    }

    /** The tasks by id; without those that could not be made. */
    Map<String, Task> tasks() throws ProjectException {
        Map<String, Connections> connections = Connections.of(workflow, problems);
        for (ProjectNode node : workflow.nodes().values()) {
            draft(node, connections);
        }
        for (Draft draft : drafts.values()) {
            refuseWriting(draft);
            if (draft.mapped().inputs() == MappedTask.Inputs.ORDER_ONLY) {
                draft.inputs().removeIf(Draft.VACANT::equals);
                draft.after().addAll(draft.inputs());
                draft.inputs().clear();
            }
        }
        new FileWriters(drafts, problems).arrange();
        new DatasetOrder(drafts).arrange();
        drafts.values().forEach(Draft::settle);
        return new WorkflowParts(drafts, problems).tasks();
    }

    /** Where each node and its task stand. */
    Map<String, Set<Position>> places() {
        return places;
    }

    private void draft(ProjectNode node, Map<String, Connections> connections) throws ProjectException {
        Set<Position> place = new LinkedHashSet<>(Set.of(node.position()));
        places.put(node.id(), place);
        Optional<ProjectTask> task = files.task(node);
        if (task.isEmpty()) {
            files.place(node.task()).ifPresent(place::add);
            return;
        }
        place.add(task.get().position());
        Optional<MappedTask> found = mapped.computeIfAbsent(node.task(), id -> mapping.map(task.get()));
        Connections led = connections.get(node.id());
        if (found.isPresent() && led != null) {
            drafts.put(node.id(), new Draft(node, task.get(), found.get(), led));
        }
    }

    private void refuseWriting(Draft draft) {
        if (draft.task().readOnly() && draft.hasInput()) {
            problems.add(
                    draft.node().position(),
                    "node '" + draft.node().id() + "' writes the dataset '"
                            + draft.task().id() + "', which is read only");
        }
    }
}
