package dev.tokenport.cli;

import dev.tokenport.operator.ParameterDescription;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.secret.ReferencingText.Part;
import dev.tokenport.secret.Secret;
import dev.tokenport.workflow.ParameterNode;
import dev.tokenport.workflow.PlannedTask;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the file for a task, as it may be shown: of what is confidential, only where it comes from. Nothing is resolved.
 *
 * @param task the task
 * @param lines takes each line
 */
record ConfiguredTask(PlannedTask task, Consumer<String> lines) {

    void tell() {
        lines.accept("Configured");
        ParameterList.of(task.operator().parameters()).descriptions().forEach(this::parameter);
        if (!task.task().config().isEmpty()) {
            lines.accept("  what the config port of the task delivers is known in a run only");
        }
    }

    private void parameter(ParameterDescription parameter) {
        @Nullable ParameterNode node = task.task().parameters().get(parameter.id());
        if (node != null) {
            item(parameter, shown(parameter, node));
        } else if (!parameter.advanced() && !parameter.defaultValue().isEmpty()) {
            item(parameter, parameter.defaultValue() + "  (default)");
        }
    }

    private void item(ParameterDescription parameter, String value) {
        lines.accept("  " + parameter.label() + ": " + Words.oneLine(value));
    }

    private static String shown(ParameterDescription parameter, ParameterNode node) {
        if (!(node instanceof ParameterNode.Scalar scalar)) {
            return "given";
        }
        boolean references = scalar.text().hasReferences();
        if (parameter.confidential() || scalar.text().confidential()) {
            return Secret.MASK + "  (" + (references ? "from " + scalar.text() : "it stands in the file") + ")";
        }
        return Verification.withoutUser(
                scalar.text().parts().stream().map(ConfiguredTask::written).collect(Collectors.joining()));
    }

    private static String written(Part part) {
        return part instanceof Part.Literal literal
                ? literal.text()
                : "${" + ((Part.Referenced) part).reference() + "}";
    }
}
