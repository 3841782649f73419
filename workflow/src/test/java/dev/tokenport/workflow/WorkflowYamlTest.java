package dev.tokenport.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.JsonType;
import dev.tokenport.secret.Reference;
import dev.tokenport.secret.ReferencingText;
import dev.tokenport.secret.ReferencingText.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link WorkflowYaml}: what is written is read back as it was. */
final class WorkflowYamlTest {

    private static final Position AT = new Position(1, 1);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "plain",
                "true",
                "No",
                "null",
                "~",
                "5",
                "1e3",
                "a: b",
                "# no comment",
                "a # b",
                "'single' \"double\" \\ back",
                "${env:HOME}",
                "$${env:HOME}",
                "$$${x",
                "$",
                "tab\there",
                "line\nline",
                "line\n\n  indented\nline\n",
                "\nfirst is empty",
                "  first is indented\nsecond",
                "two at the end\n\n",
                "ends in spaces  \nand  \n",
                "cr\r\nlf",
                "- item\n? key\n: value\n--- \n...",
                "\u0000\u0007\u001b\u007f\u0085\u2028\uFEFF",
                "äöü € 𝄞",
                "{{ jinja }} {% x %}",
                "*alias &anchor !tag %directive @at `tick",
                "|",
                "> folded",
            })
    void text_ofAnyCharacters_isReadBack(String text) throws Exception {
        Workflow read = readBack(task(Map.of("p", literal(text), "sub", mapping("a key: " + text.length(), text))));

        ParameterNode p = Objects.requireNonNull(tasks(read).parameters().get("p"));
        assertThat(scalar(p)).isEqualTo(literal(text).text());
        assertThat(((ParameterNode.Scalar) p).type()).isEqualTo(JsonType.STRING);
        ParameterNode sub = Objects.requireNonNull(tasks(read).parameters().get("sub"));
        assertThat(((ParameterNode.Mapping) sub).entries()).hasSize(1).allSatisfy((key, node) -> {
            assertThat(key).isEqualTo("a key: " + text.length());
            assertThat(scalar(node)).isEqualTo(literal(text).text());
        });
    }

    @Test
    void references_amongTexts_areReadBack() throws Exception {
        var text = new ReferencingText(List.of(
                new Part.Literal("Bearer ${ "),
                new Part.Referenced(new Reference(Reference.Kind.ENV, "TOKEN")),
                new Part.Literal(" x")));
        var node = new ParameterNode.Scalar(text, JsonType.STRING, AT, AT, List.of(AT));

        Workflow read = readBack(task(Map.of("p", node)));

        assertThat(scalar(tasks(read).parameters().get("p"))).isEqualTo(text);
    }

    @Test
    void numbersAndTruthValues_keepTheirType() throws Exception {
        var number = new ParameterNode.Scalar(literal("5").text(), JsonType.NUMBER, AT, AT, List.of());

        Workflow read = readBack(task(Map.of("p", number)));

        assertThat(((ParameterNode.Scalar)
                                Objects.requireNonNull(tasks(read).parameters().get("p")))
                        .type())
                .isEqualTo(JsonType.NUMBER);
    }

    @Test
    void workflow_withEverything_isWrittenToBeReadByPeople() {
        var a = new Task("a", "a", "op", AT, Map.of(), List.of(), List.of(), List.of(), AT);
        var b = new Task(
                "b",
                "The b",
                "op",
                AT,
                Map.of("sql", literal("SELECT\n  *\n"), "empty", new ParameterNode.Mapping(Map.of(), AT, AT)),
                List.of(new Connection.Data("a", AT), new Connection.Data("c", AT)),
                List.of(
                        new Connection.Config("a", List.of(), AT),
                        new Connection.Config("c", List.of(new Connection.Renaming("x", "z", AT, AT)), AT)),
                List.of(new Connection.After("a", AT)),
                AT);
        Map<String, Task> tasks = new LinkedHashMap<>();
        tasks.put("a", a);
        tasks.put("b", new Task("b", b.label(), "op", AT, ordered(b), b.inputs(), b.config(), b.after(), AT));

        String yaml = WorkflowYaml.of(
                new Workflow("My workflow", "f", folder, tasks),
                List.of("Made by hand\nin two lines"),
                Map.of("b", List.of("needs care")));

        assertThat(yaml).isEqualTo("""
                        # Made by hand
                        # in two lines
                        workflow: "My workflow"
                        tasks:
                          a:
                            operator: op
                          b:
                            # needs care
                            label: "The b"
                            operator: op
                            inputs: [a, c]
                            config: [a, {from: c, map: {x: z}}]
                            after: a
                            parameters:
                              empty: {}
                              sql: |
                                SELECT
                                  *
                        """);
    }

    private static Map<String, ParameterNode> ordered(Task task) {
        return new TreeMap<>(task.parameters());
    }

    private static ParameterNode.Scalar literal(String text) {
        List<Part> parts = text.isEmpty() ? List.of() : List.of(new Part.Literal(text));
        return new ParameterNode.Scalar(new ReferencingText(parts), JsonType.STRING, AT, AT, List.of());
    }

    private static ParameterNode.Mapping mapping(String key, String text) {
        return new ParameterNode.Mapping(Map.of(key, literal(text)), AT, AT);
    }

    private static Task task(Map<String, ParameterNode> parameters) {
        return new Task("t", "t", "op", AT, parameters, List.of(), List.of(), List.of(), AT);
    }

    private static Task tasks(Workflow workflow) {
        return workflow.tasks().values().iterator().next();
    }

    private static ReferencingText scalar(@Nullable ParameterNode node) {
        return ((ParameterNode.Scalar) Objects.requireNonNull(node)).text();
    }

    private Workflow readBack(Task task) throws Exception {
        Path file = folder.resolve("w.yaml");
        Files.writeString(
                file, WorkflowYaml.of(new Workflow("w", "f", folder, Map.of("t", task)), List.of(), Map.of()));
        return WorkflowFile.read(file);
    }
}
