package dev.tokenport.cmem.mapping;

import dev.tokenport.cmem.value.ProjectSecrets;
import dev.tokenport.cmem.xml.ProjectTask;
import dev.tokenport.operator.ParameterDescription;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.ParameterType;
import dev.tokenport.secret.ReferencingText;
import dev.tokenport.secret.ReferencingText.Part;
import dev.tokenport.workflow.ParameterNode;
import dev.tokenport.workflow.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The passwords among the parameters of tasks: they become references, and stand only where our operators keep them secret. For
 * one thread.
 */
final class Passwords {

    private final ProjectSecrets secrets;
    private final Problems problems;

    Passwords(ProjectSecrets secrets, Problems problems) {
        this.secrets = secrets;
        this.problems = problems;
    }

    /** A password in the clear becomes a reference, too, so that no file that is made of the project has it. */
    MappedTask withoutClearOnes(ProjectTask task, MappedTask mapped) {
        ParameterList list = ParameterList.of(mapped.operator().parameters());
        Map<String, ParameterNode> parameters = new LinkedHashMap<>(mapped.parameters());
        parameters.replaceAll((id, node) -> node instanceof ParameterNode.Scalar scalar
                        && list.find(id)
                                .filter(found -> found.type() instanceof ParameterType.PasswordType)
                                .isPresent()
                ? Target.scalar(secret(task, id, scalar.text()), scalar.position())
                : node);
        return mapped.with(parameters);
    }

    /** A password; one in the clear becomes a reference. */
    ReferencingText secret(ProjectTask task, String id, ReferencingText text) {
        if (text.hasReferences() || text.parts().isEmpty()) {
            return text;
        }
        return new ReferencingText(
                List.of(new Part.Referenced(secrets.clearPassword(task.id(), id, Conversion.plain(text)))));
    }

    /** Reports secrets of the project that stand where ours are not kept secret. */
    void refuseShown(ProjectTask task, MappedTask mapped) {
        refuseShown(
                task,
                "",
                mapped.parameters(),
                ParameterList.of(mapped.operator().parameters()));
    }

    private void refuseShown(ProjectTask task, String prefix, Map<String, ParameterNode> nodes, ParameterList list) {
        nodes.forEach((id, node) -> {
            Optional<ParameterDescription> parameter = list.find(prefix + id);
            if (node instanceof ParameterNode.Mapping mapping
                    && parameter.filter(ParameterDescription::confidential).isEmpty()) {
                refuseShown(task, prefix + id + "-", mapping.entries(), list);
            } else if (node instanceof ParameterNode.Scalar scalar
                    && parameter.filter(found -> !found.confidential()).isPresent()) {
                String names = scalar.text().parts().stream()
                        .filter(part -> part instanceof Part.Referenced found && secrets.has(found.reference()))
                        .map(part -> ((Part.Referenced) part).reference().name())
                        .distinct()
                        .map(name -> secrets.descriptions().getOrDefault(name, name))
                        .collect(Collectors.joining(", "));
                if (!names.isEmpty()) {
                    problems.add(
                            node.position(),
                            "task '" + task.id() + "': " + names + " would be shown, since '" + prefix + id
                                    + "' is not kept secret");
                }
            }
        });
    }
}
