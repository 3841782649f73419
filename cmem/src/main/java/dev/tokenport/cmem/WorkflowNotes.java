package dev.tokenport.cmem;

import dev.tokenport.secret.ReferencingText.Part;
import dev.tokenport.workflow.ParameterNode;
import dev.tokenport.workflow.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a person should know who reads a translated workflow. */
public final class WorkflowNotes {

    private WorkflowNotes() {}

    /** Notes by task id: the secrets it needs, and what was left out of it. */
    public static Map<String, List<String>> of(TranslatedWorkflow translated) {
        Map<String, String> secrets = translated.secrets().descriptions();
        Map<String, List<String>> notes = new LinkedHashMap<>();
        for (Task task : translated.workflow().tasks().values()) {
            List<String> lines = new ArrayList<>();
            task.parameters().values().stream()
                    .flatMap(WorkflowNotes::names)
                    .distinct()
                    .filter(secrets::containsKey)
                    .forEach(name -> lines.add(name + ": " + secrets.get(name)));
            translated.warnings().stream()
                    .filter(warning ->
                            warning.file().equals(task.operatorPosition().file()))
                    .forEach(warning -> lines.add(warning.message()));
            notes.put(task.id(), lines);
        }
        return notes;
    }

    private static Stream<String> names(ParameterNode node) {
        if (node instanceof ParameterNode.Mapping mapping) {
            return mapping.entries().values().stream().flatMap(WorkflowNotes::names);
        }
        return node instanceof ParameterNode.Scalar scalar
                ? scalar.text().parts().stream()
                        .filter(Part.Referenced.class::isInstance)
                        .map(part -> ((Part.Referenced) part).reference().name())
                : Stream.empty();
    }
}
