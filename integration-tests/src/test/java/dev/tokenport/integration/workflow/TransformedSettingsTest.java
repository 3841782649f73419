package dev.tokenport.integration.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.http.TimeSource;
import dev.tokenport.http.Transports;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Redactor;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ScriptedServer;
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
import java.time.Duration;
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
    void token_renamed_isSentAndStaysSecret() throws Exception {
        try (ScriptedServer server = ScriptedServer.start()) {
            server.answer(Answer.token("first-token", Duration.ofHours(1)), Answer.json(200, "{\"ok\":true}"));

            RunReport report = run(api(server, "auth", "{from: names, map: {token: oauth_access_token}}"));

            assertThat(report.error()).isEmpty();
            assertThat(server.requests().get(1).headers().first("Authorization"))
                    .contains("Bearer first-token");
            assertThat(report.toJson()).doesNotContain("first-token");
        }
    }

    @Test
    void token_connectedStraightBesideATransform_isRenewed() throws Exception {
        try (ScriptedServer server = ScriptedServer.start()) {
            server.answer(
                    Answer.token("first-token", Duration.ofHours(1)),
                    Answer.status(401).with("WWW-Authenticate", "Bearer error=\"invalid_token\""),
                    Answer.token("second-token", Duration.ofHours(1)),
                    Answer.json(200, "{\"ok\":true}"));

            RunReport report = run(api(server, "other", "[auth, names]"));

            assertThat(report.error()).isEmpty();
            assertThat(server.requests().get(3).headers().first("Authorization"))
                    .contains("Bearer second-token");
        }
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

    private static String api(ScriptedServer server, String source, String config) {
        return """
                workflow: w
                tasks:
                  auth:
                    operator: oauth2-authentication
                    parameters: {oauth_token_url: "%s", oauth_client_id: id, oauth_client_secret: s3cret-of-client}
                  other: {operator: set-parameters, parameters: {parameters: {method: GET}}}
                  names:
                    operator: transform
                    inputs: %s
                    parameters:
                      missing: ignore
                      rename: {oauth_access_token: token}
                      constants: {url: "%s"}
                      drop: oauth_authorization expires_at
                  api: {operator: http-request, config: %s}
                  file: {operator: json-dataset, inputs: api, parameters: {file: a.ndjson}}
                """.formatted(server.url("/token"), source, server.url("/api"), config);
    }

    private RunReport run(String workflow) throws IOException, WorkflowException {
        Files.writeString(folder.resolve("source.txt"), "a\n");
        Path file = Files.writeString(folder.resolve("workflow.yaml"), workflow);
        World world = new World(
                TimeSource.system(),
                Transports.direct(),
                Environment.of(Map.of()),
                new Redactor(),
                folder.resolve("scratch"));
        Plan plan = Plan.read(file, List.of(), OperatorRegistry.load(TransformedSettingsTest.class.getClassLoader()));
        return new LocalRunner(world).run(plan, Options.DEFAULT, RunListener.none());
    }
}
