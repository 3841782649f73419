package dev.tokenport.integration.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.WorkflowException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each operator that can give entities up does so, and has rejects, only when it is told to skip. */
final class RejectsOfOperatorsTest {

    private static final OperatorRegistry OPERATORS =
            OperatorRegistry.load(RejectsOfOperatorsTest.class.getClassLoader());

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{operator: http-request, parameters: {url: 'https://a.example/'",
                "{operator: graphql-query, parameters: {graphql_url: 'https://a.example/', graphql_query: '{ a }'",
                "{operator: sparql-query, parameters: {sparql_endpoint: 'https://a.example/', sparql_query: 'ASK {}'",
                "{operator: sparql-update, parameters: {sparql_endpoint: 'https://a.example/', sparql_update: 'CLEAR ALL'",
                "{operator: transform, inputs: in, parameters: {templates: {a: b}"
            })
    void rejects_withoutSkip_areAMistakeThatSaysWhatHelps(String task) throws Exception {
        assertThatThrownBy(() -> plan(task + "}}"))
                .isInstanceOf(WorkflowException.class)
                .hasMessageContaining("there is no 'a.rejects': with its parameters task 'a' rejects no entity; set its"
                        + " on_error to skip, or remove this");
        assertThat(plan(task + ", on_error: skip}}").tasks()).hasSize(3);
    }

    private Plan plan(String task) throws Exception {
        Path file = folder.resolve("w.yaml");
        Files.writeString(file, """
                workflow: w
                tasks:
                  in: {operator: json-dataset, parameters: {file: in.json}}
                  a: TASK
                  out: {operator: json-dataset, inputs: a.rejects, parameters: {file: out.json}}
                """.replace("TASK", task));
        return Plan.read(file, List.of(), OPERATORS);
    }
}
