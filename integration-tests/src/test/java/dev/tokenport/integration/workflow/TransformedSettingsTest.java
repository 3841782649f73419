package dev.tokenport.integration.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.http.TimeSource;
import dev.tokenport.http.Transports;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Redactor;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.WorkflowException;
import dev.tokenport.workflow.run.LocalRunner;
import dev.tokenport.workflow.run.LocalRunner.Options;
import dev.tokenport.workflow.run.LocalRunner.World;
import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator <em>Transform</em> between a source of parameters and a config port. */
final class TransformedSettingsTest {

    @TempDir
    private Path folder;

    @Test
    void config_otherNamesAndTemplates_reachTheTask() throws Exception {
        RunReport report = run("""
                workflow: w
                tasks:
                  settings:
                    operator: set-parameters
                    parameters: {parameters: {target: out, lines: 2}}
                  names:
                    operator: transform
                    inputs: settings
                    parameters:
                      rename: {target: file}
                      templates: {file: "{{ file }}-{{ lines }}.json"}
                      pick: file
                  source: {operator: text-dataset, parameters: {file: source.txt}}
                  file: {operator: json-dataset, inputs: source, config: names}
                """);

        assertThat(report.error()).isEmpty();
        assertThat(Files.readString(folder.resolve("out-2.json"), UTF_8)).isEqualTo("[\n{\"text\":\"a\"}\n]\n");
    }

    @Test
    void config_pickedNameThatIsNoParameter_isFoundBeforeTheRun() {
        assertThatThrownBy(() -> run("""
                        workflow: w
                        tasks:
                          settings: {operator: set-parameters, parameters: {parameters: {target: out}}}
                          names: {operator: transform, inputs: settings, parameters: {pick: target}}
                          file: {operator: json-dataset, config: names, parameters: {file: a.json}}
                        """))
                .isInstanceOf(WorkflowException.class)
                .hasMessageContaining("task 'file' has no parameter 'target'");
    }

    @Test
    void rejects_ofATemplate_areWrittenToo() throws Exception {
        Files.writeString(folder.resolve("in.ndjson"), "{\"a\":1}\n{\"b\":2}\n");

        RunReport report = run("""
                workflow: w
                tasks:
                  source: {operator: json-dataset, parameters: {file: in.ndjson}}
                  change:
                    operator: transform
                    inputs: source
                    parameters: {on_error: skip, templates: {c: "{{ a }}"}}
                  good: {operator: json-dataset, inputs: change, parameters: {file: good.ndjson}}
                  bad: {operator: json-dataset, inputs: change.rejects, parameters: {file: bad.ndjson}}
                """);

        assertThat(report.error()).isEmpty();
        assertThat(Files.readString(folder.resolve("good.ndjson"), UTF_8)).isEqualTo("{\"a\":1,\"c\":1}\n");
        assertThat(Files.readString(folder.resolve("bad.ndjson"), UTF_8))
                .isEqualTo(
                        "{\"b\":2,\"reject_reason\":\"templates 'c' names 'a', which is unknown (the entity has: b)\"}\n");
    }

    private RunReport run(String workflow) throws IOException, WorkflowException {
        Files.writeString(folder.resolve("source.txt"), "a\n");
        Path file = Files.writeString(folder.resolve("workflow.yaml"), workflow);
        World world = new World(
                TimeSource.system(),
                Transports.jdk(),
                Environment.of(Map.of()),
                new Redactor(),
                folder.resolve("scratch"));
        Plan plan = Plan.read(file, List.of(), OperatorRegistry.load(TransformedSettingsTest.class.getClassLoader()));
        return new LocalRunner(world).run(plan, Options.DEFAULT, RunListener.none());
    }
}
