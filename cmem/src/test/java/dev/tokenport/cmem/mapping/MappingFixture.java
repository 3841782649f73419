package dev.tokenport.cmem.mapping;

import static dev.tokenport.cmem.ProjectFixture.OPERATORS;

import dev.tokenport.cmem.value.ProjectSecrets;
import dev.tokenport.cmem.value.ProjectValues;
import dev.tokenport.cmem.xml.ProjectTask;
import dev.tokenport.cmem.xml.ProjectVariable;
import dev.tokenport.cmem.xml.ProjectXml;
import dev.tokenport.workflow.ParameterNode;
import dev.tokenport.workflow.Position;
import dev.tokenport.workflow.Problem;
import dev.tokenport.workflow.Problems;
import dev.tokenport.workflow.WorkflowException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Maps one task that is written down as XML. For one thread. */
final class MappingFixture {

    private final Problems problems = new Problems("orders.zip");
    private final Problems warnings = new Problems("orders.zip");
    private final Optional<MappedTask> mapped;

    private MappingFixture(ProjectTask task) {
        var secrets = new ProjectSecrets();
        var variable = new ProjectVariable("pw", "geheim", Optional.empty(), true, new Position("v.xml", 1, 1));
        var values = new ProjectValues(List.of(variable), Map.of(), secrets);
        mapped = new TaskMapping(OPERATORS, values, secrets, id -> Optional.empty(), problems, warnings).map(task);
    }

    /** An operator task; each value is {@code name=text}. */
    static MappingFixture custom(String type, String... values) {
        return xml("<CustomTask id='t' type='" + type + "'>" + params(values) + "</CustomTask>");
    }

    /** A dataset. */
    static MappingFixture dataset(String type, String... values) {
        return xml("<Dataset id='t' type='" + type + "'>" + params(values) + "</Dataset>");
    }

    /** A task. */
    static MappingFixture xml(String xml) {
        try {
            return new MappingFixture(ProjectXml.task("t.xml", xml.getBytes(StandardCharsets.UTF_8), "t"));
        } catch (WorkflowException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String params(String... values) {
        return java.util.Arrays.stream(values)
                .map(value -> "<Param name='" + value.substring(0, value.indexOf('=')) + "'><![CDATA["
                        + value.substring(value.indexOf('=') + 1) + "]]></Param>")
                .collect(Collectors.joining());
    }

    MappedTask task() {
        return mapped.orElseThrow();
    }

    /** The parameters as text. */
    Map<String, String> parameters() {
        Map<String, String> shown = new LinkedHashMap<>();
        show("", task().parameters(), shown);
        return shown;
    }

    private static void show(String prefix, Map<String, ParameterNode> nodes, Map<String, String> shown) {
        nodes.forEach((id, node) -> {
            if (node instanceof ParameterNode.Mapping mapping) {
                show(prefix + id + "/", mapping.entries(), shown);
            } else if (node instanceof ParameterNode.Scalar scalar) {
                shown.put(
                        prefix + id,
                        scalar.text().hasReferences() ? scalar.text().toString() : Conversion.plain(scalar.text()));
            }
        });
    }

    List<String> problems() {
        return problems.inOrder().stream().map(Problem::message).toList();
    }

    List<String> warnings() {
        return warnings.inOrder().stream().map(Problem::message).toList();
    }
}
