package dev.tokenport.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Decryption;
import dev.tokenport.secret.Environment;
import dev.tokenport.secret.ProcessReader;
import dev.tokenport.secret.SecretSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ParameterResolutionTest {

    @TempDir
    private Path folder;

    private static final String LITERAL = "AAAAAAAABBBBBBBBAAAAAAAABBBBBBBBAAAAAAAABBBBBBBBCC_-";

    private final Map<String, String> variables = new HashMap<>();
    private ProcessReader processes = (process, where) -> "read by " + process + " in " + folder.relativize(where);
    private Decryption decryption = (literal, workflow) -> "held for " + workflow.orElse("none");

    @Test
    void values_withReferences_arePendingBeforeTheRun() throws Exception {
        Task task = task(plan("""
              a: {operator: call, parameters: {url: 'https://${env:HOST}', headers: {A: '${env:A}', B: 2}}}
            """), "a");

        assertThat(ParameterResolution.pending(task))
                .isEqualTo(Map.of(
                        "url",
                        new RawValue.Pending(RawValue.Pending.Delivery.CERTAIN),
                        "headers",
                        new RawValue.Mapping(Map.of(
                                "A",
                                new RawValue.Pending(RawValue.Pending.Delivery.CERTAIN),
                                "B",
                                new RawValue.Scalar(new Value.Text("2", JsonType.NUMBER))))));
    }

    @Test
    void references_resolved_areSecretOnlyInConfidentialParameters() throws Exception {
        Files.writeString(folder.resolve("token.txt"), "first\n");
        variables.put("HOST", "api.example.org");
        variables.put("N", "2");
        Plan plan = plan("""
              a:
                operator: call
                parameters:
                  url: https://${env:HOST}/$${x}
                  headers: {Authorization: 'Bearer ${file:token.txt}', Accept: text/plain}
                  retry: {attempts: '${env:N}'}
            """);

        Map<String, RawValue> values = resolve(plan).values("a");

        assertThat(values.get("url")).isEqualTo(RawValue.of("https://api.example.org/${x}"));
        assertThat(values.get("retry")).isEqualTo(new RawValue.Mapping(Map.of("attempts", RawValue.of("2"))));
        RawValue.Mapping headers = (RawValue.Mapping) values.getOrDefault("headers", RawValue.of(""));
        assertThat(headers.entries().get("Accept")).isEqualTo(RawValue.of("text/plain"));
        assertThat(revealed(headers.entries().get("Authorization"))).contains("Bearer first");

        Files.writeString(folder.resolve("token.txt"), "second\n");

        assertThat(revealed(headers.entries().get("Authorization"))).contains("Bearer second");
    }

    @Test
    void references_keptOutOfTheFile_areSecretEverywhere() throws Exception {
        variables.put("HOST", "api.example.org");
        Plan plan = plan("""
              a:
                operator: call
                parameters:
                  url: https://${env:HOST}/${process:pass show path}
                  headers: {Authorization: 'Bearer ${encrypted:%s}'}
            """.formatted(LITERAL));

        Map<String, RawValue> values = resolve(plan).values("a");

        assertThat(revealed(values.get("url"))).contains("https://api.example.org/read by process:pass … in ");
        RawValue.Mapping headers = (RawValue.Mapping) values.getOrDefault("headers", RawValue.of(""));
        assertThat(revealed(headers.entries().get("Authorization"))).contains("Bearer held for x");
    }

    @Test
    void references_thatNeedWhatIsNotThere_areAllReportedAndNothingIsRun() throws Exception {
        processes = ProcessReader.refusing();
        decryption = Decryption.withoutKey();
        Plan plan = plan("""
              a: {operator: call, parameters: {url: 'https://${process:pass show path}'}}
              b: {operator: token, parameters: {token_url: 'https://x', client_secret: '${encrypted:%s}'}}
            """.formatted(LITERAL));

        assertThat(mistakes(plan))
                .containsExactly(
                        "3:50: task 'a': url: process:pass … would run a command; allow it with --allow-processes",
                        "4:77: task 'b': client_secret: encrypted:…BBBBCC_- needs a key file; name it with --key-file or"
                                + " TOKENPORT_KEY_FILE");
    }

    @Test
    void secretUrl_thatBreaksARule_isNotShown() throws Exception {
        processes = (process, where) -> "htp://s3cret";
        Plan plan = plan("""
              a: {operator: token, parameters: {token_url: '${process:url}', client_secret: x}}
            """);

        assertThat(mistakes(plan))
                .containsExactly(
                        "3:48: task 'a': token_url '***' is not an acceptable URL: http(s), with a host, without"
                                + " user info and fragment, plain http only to this machine unless insecure");
    }

    @Test
    void password_inTheClear_becomesASecret() throws Exception {
        Plan plan =
                plan("  a: {operator: token, parameters: {token_url: 'https://x.example.org', client_secret: hush}}\n");

        assertThat(revealed(resolve(plan).values("a").get("client_secret"))).contains("hush");
    }

    @Test
    void references_thatCannotBeResolved_areAllReported() throws Exception {
        Plan plan = plan("""
              a: {operator: call, parameters: {url: '${env:HOST}/${env:PATH}', headers: {A: '${file:none.txt}'}}}
              b: {operator: call, parameters: {url: '${env:HOST}'}}
            """);

        assertThat(mistakes(plan))
                .containsExactly(
                        "3:42: task 'a': url: env:HOST is not set",
                        "3:54: task 'a': url: env:PATH is not set",
                        "3:82: task 'a': headers: file:none.txt: no such file (" + folder.resolve("none.txt") + ")",
                        "4:42: task 'b': url: env:HOST is not set");
    }

    @Test
    void values_resolvedToWhatBreaksARule_areMistakes() throws Exception {
        variables.put("URL", "htp://x");
        variables.put("GRANT", "password");
        variables.put("EMPTY", "");
        Plan plan = plan("""
              a: {operator: token, parameters: {token_url: '${env:URL}', grant: '${env:GRANT}'}}
              b: {operator: token, parameters: {token_url: 'https://x.example.org', client_secret: '${env:EMPTY}'}}
            """);

        assertThat(mistakes(plan))
                .containsExactly(
                        "3:3: task 'a': user is missing; it is mandatory when grant is password",
                        "3:48: task 'a': token_url 'htp://x' is not an http(s) URL",
                        "4:88: task 'b': client_secret is missing; it is mandatory when grant is client_credentials");
    }

    @Test
    void files_resolvedToOne_areAMistake() throws Exception {
        variables.put("OUT", "x.json");
        Plan plan = plan("""
              a: {operator: settings}
              b: {operator: dataset, inputs: a, parameters: {file: x.json}}
              c: {operator: dataset, inputs: a, parameters: {file: '${env:OUT}'}}
            """);

        assertThat(mistakes(plan))
                .containsExactly("5:56: tasks 'b' and 'c' both write 'x.json', in no order; write another file, or add"
                        + " 'after: b'");
    }

    private Plan plan(String tasks) throws WorkflowException, IOException {
        Path file = Files.writeString(folder.resolve("orders.yaml"), "workflow: x\ntasks:\n" + tasks);
        return Plan.read(file, List.of(), SampleOperators.all());
    }

    private static Task task(Plan plan, String id) {
        return plan.tasks().stream()
                .map(PlannedTask::task)
                .filter(task -> task.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private ResolvedPlan resolve(Plan plan) throws WorkflowException {
        return ParameterResolution.resolve(
                plan,
                SecretSources.of(Environment.of(variables))
                        .withProcesses(processes)
                        .withDecryption(decryption)
                        .store(folder, plan.workflow().name()));
    }

    private List<String> mistakes(Plan plan) {
        List<String> mistakes = new ArrayList<>();
        try {
            resolve(plan);
        } catch (WorkflowException e) {
            e.problems().forEach(problem -> mistakes.add(problem.position() + ": " + problem.message()));
        }
        return mistakes;
    }

    private static Optional<String> revealed(@Nullable RawValue value) {
        return value instanceof RawValue.Scalar scalar && scalar.value() instanceof Value.SecretValue secret
                ? Optional.of(secret.secret().reveal())
                : Optional.empty();
    }
}
