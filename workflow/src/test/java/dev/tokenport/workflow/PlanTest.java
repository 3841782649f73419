package dev.tokenport.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.workflow.WorkflowFile.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class PlanTest {

    private static final String AUTH = """
              auth:
                operator: token
                parameters: {token_url: 'https://idp.example.org/token', client_secret: '${env:SECRET}'}
            """;

    @TempDir
    private Path folder;

    @Test
    void workflow_valid_isPlannedInTopologicalOrder() throws Exception {
        Plan plan = plan("""
              file: {operator: dataset, inputs: orders, parameters: {file: orders.json}}
              last: {operator: sink, inputs: [file], after: auth}
              orders: {operator: call, config: auth, parameters: {url: 'https://api.example.org'}}
            """ + AUTH);

        assertThat(plan.tasks())
                .extracting(task ->
                        task.task().id() + " " + task.operator().description().id())
                .containsExactly("auth sample-token-operator", "orders call", "file dataset", "last sink");
    }

    @Test
    void tasks_withoutOrder_keepTheOrderOfTheFile() throws Exception {
        Plan plan = plan("""
              c: {operator: settings}
              a: {operator: settings}
              b: {operator: settings, after: a}
              0: {operator: settings}
            """);

        assertThat(plan.tasks()).extracting(task -> task.task().id()).containsExactly("c", "a", "b", "0");
    }

    @Test
    void operator_unknown_namesTheNearest() throws Exception {
        assertThat(mistakes("""
              a: {operator: tokem}
              b: {operator: something-else}
            """))
                .containsExactly(
                        "3:17: there is no operator 'tokem'; did you mean 'token'?",
                        "4:17: there is no operator 'something-else'; 'tokenport operators' lists those there are");
    }

    @Test
    void parameter_unknownOrWrongOrMissing_isAMistakeAtItsPlace() throws Exception {
        assertThat(mistakes("""
              a:
                operator: token
                parameters:
                  token_ulr: https://idp.example.org/token
                  token_url: htp://x
                  grant: implicit
                  timeout: soon
              b:
                operator: call
                parameters: {retry: {attempts: x, dely: 1s}, url: ''}
            """))
                .containsExactly(
                        "6:7: task 'a': token_ulr is not a parameter; did you mean 'token_url'?",
                        "7:18: task 'a': token_url 'htp://x' is not an http(s) URL",
                        "8:14: task 'a': grant 'implicit' is neither client_credentials nor password",
                        "9:16: task 'a': timeout 'soon' is not a duration such as 500ms, 30s, 5m, 2h, 1d or PT30S",
                        "12:36: task 'b': retry-attempts 'x' is not a whole number",
                        "12:39: task 'b': retry-dely is not a parameter; did you mean 'retry-delay'?",
                        "12:55: task 'b': url is missing; it is mandatory");
    }

    @Test
    void value_missingUnderACondition_isAMistakeUnlessPending() throws Exception {
        String url = "token_url: 'https://idp.example.org/token'";

        assertThat(mistakes("  a: {operator: token, parameters: {grant: password, " + url + "}}\n"))
                .containsExactly("3:3: task 'a': user is missing; it is mandatory when grant is password");
        assertThat(mistakes("  a: {operator: token, parameters: {grant: '${env:GRANT}', " + url + "}}\n"))
                .isEmpty();
    }

    @Test
    void value_ofASecret_isInNoMessage() throws Exception {
        assertThat(mistakes("  a: {operator: token, parameters: {client_secret: {hush: hush}, token_url: x}}\n"))
                .isNotEmpty()
                .noneMatch(mistake -> mistake.contains("hush"));
    }

    @Test
    void value_thatAConfigPortMayDeliver_isNotMissing() throws Exception {
        assertThat(mistakes("""
              a: {operator: settings, parameters: {parameters: {token_url: 'https://x.example.org'}}}
              b: {operator: token, config: a}
            """)).isEmpty();
    }

    @Test
    void value_thatAFixedSchemaDoesNotDeliver_isMissing() throws Exception {
        assertThat(mistakes(AUTH + "  b: {operator: call, config: auth}\n"))
                .containsExactly("6:3: task 'b': url is missing; it is mandatory");
        assertThat(mistakes(AUTH + "  b: {operator: call, config: {from: auth, map: {access_token: url}}}\n"))
                .isEmpty();
    }

    @Test
    void value_wrongThoughAConfigPortMayReplaceIt_isAMistake() throws Exception {
        assertThat(mistakes("""
              a: {operator: settings}
              b: {operator: token, config: a, parameters: {timeout: soon, grant: password}}
            """))
                .containsExactly(
                        "4:57: task 'b': timeout 'soon' is not a duration such as 500ms, 30s, 5m, 2h, 1d or PT30S");
    }

    @Test
    void url_thatAnotherValueMayAllow_isNoMistake() throws Exception {
        String settings = "  a: {operator: settings}\n";
        String url = "parameters: {token_url: 'http://idp.example.org/token', client_secret: x}}\n";

        assertThat(mistakes(settings + "  b: {operator: token, config: a, " + url))
                .isEmpty();
        assertThat(mistakes(settings + "  b: {operator: token, after: a, " + url))
                .singleElement()
                .asString()
                .startsWith("4:58: task 'b': token_url 'http://idp.example.org/token' is plain http to a far host");
    }

    @Test
    void message_withControlCharacters_staysOnOneLine() throws Exception {
        assertThat(mistakes("  a: {operator: \"x\\n\\e[2J\"}\n"))
                .containsExactly(
                        "3:17: there is no operator 'x\\u000a\\u001b[2J'; 'tokenport operators' lists those there are");
    }

    @Test
    void file_mutilatedAtRandom_isReadOrReported() throws Exception {
        String valid = AUTH + """
              b: {operator: call, config: {from: auth, map: {access_token: access_token}}, parameters: {url: 'https://x'}}
              c: {operator: dataset, inputs: [b], after: &a auth, parameters: {file: "x.json"}}
            """;
        Random random = new Random(42);
        String pieces = " :-{}[],&*!|>'\"%@`#?\n\t$x0";
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder(valid);
            for (int j = 0; j <= i % 4; j++) {
                int at = random.nextInt(text.length());
                char piece = pieces.charAt(random.nextInt(pieces.length()));
                text.replace(at, at + random.nextInt(3), String.valueOf(piece));
            }

            assertThat(mistakes(text.toString())).doesNotHaveDuplicates();
        }
    }

    @Test
    void connection_toAnUnknownTask_namesTheNearest() throws Exception {
        assertThat(mistakes(AUTH + """
              b: {operator: call, config: atuh, inputs: [far-away], after: auth, parameters: {url: x}}
            """))
                .containsExactly(
                        "6:31: there is no task 'atuh'; did you mean 'auth'?",
                        "6:46: there is no task 'far-away'; add it or remove this");
    }

    @Test
    void connection_twice_isAMistakeUnlessForData() throws Exception {
        assertThat(mistakes(AUTH + """
              a: {operator: call, parameters: {url: x}}
              b: {operator: call, config: [auth, auth], after: [auth, auth], parameters: {url: x}}
              c: {operator: dataset, inputs: [a, a], parameters: {file: x}}
            """))
                .containsExactly(
                        "7:38: 'auth' stands in 'config' twice; remove one",
                        "7:59: 'auth' stands in 'after' twice; remove one");
    }

    @Test
    void task_connectedToItself_isAMistake() throws Exception {
        assertThat(mistakes("  a: {operator: call, config: a, parameters: {url: x}}\n"))
                .containsExactly("3:31: task 'a' is connected to itself; remove this");
    }

    @Test
    void cycle_overAllKindsOfConnections_isReportedWithItsPath() throws Exception {
        assertThat(mistakes("""
              start: {operator: settings}
              a: {operator: call, inputs: d, after: start, parameters: {url: x}}
              b: {operator: call, config: a, parameters: {url: x}}
              d: {operator: call, after: b, parameters: {url: x}}
              end: {operator: sink, inputs: d}
              e: {operator: call, after: f, parameters: {url: x}}
              f: {operator: call, after: [d, e], parameters: {url: x}}
            """))
                .containsExactly(
                        "4:31: the tasks wait for each other in a circle: a → b → d → a; remove one of these"
                                + " connections",
                        "8:30: the tasks wait for each other in a circle: e → f → e; remove one of these"
                                + " connections");
    }

    @Test
    void input_wrongInNumber_isAMistake() throws Exception {
        assertThat(mistakes("""
              a: {operator: settings}
              b: {operator: settings, inputs: a}
              c: {operator: sink}
              d: {operator: sink, inputs: [a, b]}
              e: {operator: call, inputs: [a, b], parameters: {url: x}}
            """))
                .containsExactly(
                        "4:35: task 'b' takes no input, not 1; to run after a task, name it under 'after'",
                        "5:3: task 'c' takes exactly 1 input, not 0; name the tasks they come from under 'inputs'",
                        "6:35: task 'd' takes exactly 1 input, not 2; to run after a task, name it under 'after'",
                        "7:35: task 'e' takes at most 1 input, not 2; to run after a task, name it under 'after'");
    }

    @Test
    void input_fromATaskWithoutOutput_isAMistake() throws Exception {
        assertThat(mistakes("""
              a: {operator: settings}
              b: {operator: sink, inputs: a}
              c: {operator: sink, inputs: b}
              d: {operator: call, config: b, parameters: {url: x}}
            """ + AUTH.replace("    operator: token", "    operator: token\n    inputs: b")))
                .containsExactly(
                        "5:31: task 'b' has no output; to run after it, name it under 'after'",
                        "6:31: task 'b' has no output; to run after it, name it under 'after'");
    }

    @Test
    void config_ofWhichNoPathIsAParameter_isAMistake() throws Exception {
        assertThat(mistakes(AUTH + "  b: {operator: dataset, config: auth, parameters: {file: x}}\n"))
                .containsExactly("6:34: task 'b' has no parameter 'access_token'; rename it with {from: auth, map:"
                        + " {access_token: PARAMETER}}");
    }

    @Test
    void map_withAnUnknownPathOrParameter_isAMistake() throws Exception {
        assertThat(mistakes(AUTH + """
              b: {operator: call, config: {from: auth, map: {acess_token: access_token, x: y}}, parameters: {url: x}}
            """))
                .containsExactly(
                        "6:50: task 'auth' has no path 'acess_token'; did you mean 'access_token'?",
                        "6:77: task 'auth' has no path 'x'; its paths are 'access_token', 'token_type'",
                        "6:80: task 'b' has no parameter 'y'; its parameters are 'url', 'headers', 'access_token',"
                                + " 'retry-attempts', 'retry-delay'");
    }

    @Test
    void secret_intoADataset_isAMistake() throws Exception {
        assertThat(mistakes(AUTH + "  b: {operator: dataset, inputs: auth, parameters: {file: x}}\n"))
                .containsExactly(
                        "6:34: task 'b' would write the secret 'access_token' of task 'auth' to a file; hand it"
                                + " to a task that uses it, under 'config'");
    }

    @Test
    void secret_withADataConsumerAndAnother_isAMistake() throws Exception {
        assertThat(mistakes(AUTH + """
              b: {operator: call, inputs: auth, parameters: {url: x}}
              c: {operator: call, config: auth, parameters: {url: x}}
            """))
                .containsExactly(
                        "6:31: the secret 'access_token' of task 'auth' would have to be stored for 'inputs' of"
                                + " 'b', 'config' of 'c'; hand it over under 'config' only");
    }

    @Test
    void file_writtenByTwoTasksInNoOrder_isAMistake() throws Exception {
        String tasks = """
              a: {operator: settings}
              b: {operator: dataset, inputs: a, parameters: {file: out/x.json}}
              c: {operator: call, %s, parameters: {url: x}}
              d: {operator: dataset, inputs: [c], parameters: {file: ./out/../out/x.json}}
            """;

        assertThat(mistakes(tasks.formatted("inputs: a")))
                .containsExactly("6:58: tasks 'b' and 'd' both write './out/../out/x.json', in no order; write another"
                        + " file, or add 'after: b'");
        assertThat(mistakes(tasks.formatted("after: b"))).isEmpty();
    }

    @Test
    void mistakes_ofReadingAndOfValidation_areReportedAtOnce() throws Exception {
        assertThat(mistakes("""
              a: {operator: tokn}
              b: {operator: call, inputs: [a, b], paramters: {}, parameters: {url: '${x}'}}
              c: {operator: settings, parameters: {parameter: x}, after: d, config: []}
              d: {after: c}
              e: f
              g: {operator: sink, inputs: [], after: [gg, a], label: []}
              h.i: {operator: call}
            """))
                .containsExactly(
                        "3:17: there is no operator 'tokn'; did you mean 'token'?",
                        "4:35: task 'b' is connected to itself; remove this",
                        "4:35: task 'b' takes at most 1 input, not 2; to run after a task, name it under 'after'",
                        "4:39: unknown key 'paramters'; did you mean 'parameters'?",
                        "4:73: a ${…} without the prefix env: or file:; write ${env:NAME} or ${file:PATH}, or $${"
                                + " for a literal ${",
                        "5:40: task 'c': parameter is not a parameter; did you mean 'parameters'?",
                        "5:62: the tasks wait for each other in a circle: c → d → c; remove one of these connections",
                        "6:3: task 'd' has no operator; add 'operator: ID'",
                        "7:6: task 'e' is a text; write 'operator: ID' below it",
                        "8:3: task 'g' takes exactly 1 input, not 0; name the tasks they come from under 'inputs'",
                        "8:43: there is no task 'gg'; did you mean 'g'?",
                        "8:58: 'label' is a list; write the task's name for people",
                        "9:3: 'h.i' is no task id; use letters (a to z), digits, '_' and '-', not '-' first",
                        "9:3: task 'h.i': url is missing; it is mandatory");
    }

    @Test
    void setting_ofEachKind_takesThePlaceOfTheFile() throws Exception {
        Workflow workflow = WorkflowFile.with(
                WorkflowFile.read(write(AUTH + "  b: {operator: call, parameters: {url: x, retry: {attempts: 2}}}\n")),
                List.of(
                        Setting.parse("b.retry-attempts=3"),
                        Setting.parse("b.retry-delay=${env:DELAY}"),
                        Setting.parse("b.url=https://x.example.org/?a=b"),
                        Setting.parse("auth.client_secret=${file:secret.txt}"),
                        Setting.parse("auth.extra={\"a\": \"b\"}")));

        Plan plan = Plan.of(workflow, SampleOperators.all());

        assertThat(plan.tasks()).hasSize(2);
        assertThat(pendingText(plan, "b"))
                .isEqualTo("{url=Scalar[value=Text[text=https://x.example.org/?a=b, type=STRING]],"
                        + " retry=Mapping[entries={attempts=Scalar[value=Text[text=3, type=STRING]],"
                        + " delay=Pending[delivery=CERTAIN]}]}");
    }

    @Test
    void setting_thatDoesNotFit_isAMistakeNamingIt() throws Exception {
        Path file = write(AUTH);
        List<Setting> settings = List.of(
                Setting.parse("auht.grant=password"),
                Setting.parse("auth.grnt=password"),
                Setting.parse("auth.timeout=soon"),
                Setting.parse("auth.client_secret=hush ${env:X}"),
                Setting.parse("auth.user=${env:}"));

        List<String> mistakes = new ArrayList<>();
        try {
            Plan.read(file, settings, SampleOperators.all());
        } catch (WorkflowException e) {
            e.problems().forEach(problem -> mistakes.add(problem.toString()));
        }

        assertThat(mistakes)
                .containsExactly(
                        "--set auht.grant: there is no task 'auht'; did you mean 'auth'?",
                        "--set auth.user: the name is missing after ${env:; write ${env:NAME} or ${file:PATH}, or $${"
                                + " for a literal ${",
                        "--set auth.timeout: task 'auth': timeout 'soon' is not a duration such as 500ms, 30s, 5m, 2h,"
                                + " 1d or PT30S",
                        "--set auth.grnt: task 'auth': grnt is not a parameter; did you mean 'grant'?",
                        "--set auth.client_secret: task 'auth': a secret is never given in the clear; use"
                                + " '${env:NAME}' or '${file:PATH}'");
    }

    @Test
    @Timeout(60)
    void tasks_tenThousandInAChain_arePlanned() throws Exception {
        List<String> tasks = new ArrayList<>(IntStream.range(0, 10_000)
                .mapToObj(i -> "  t%d: {operator: dataset, inputs: %s, parameters: {file: same.json}}\n"
                        .formatted(i, i == 0 ? "[]" : "t" + (i - 1)))
                .toList());
        Collections.reverse(tasks);

        assertThat(plan(String.join("", tasks)).tasks())
                .extracting(task -> task.task().id())
                .startsWith("t0", "t1")
                .endsWith("t9999");
    }

    @Test
    @Timeout(60)
    void tasks_tenThousandWithMistakes_areReported() throws Exception {
        StringBuilder tasks = new StringBuilder();
        IntStream.range(0, 10_000)
                .forEach(i -> tasks.append("  t%d: {operator: dataset, inputs: [t%d, x%d], parameters: {fil: x}}\n"
                        .formatted(i, (i + 1) % 10_000, i)));

        assertThat(mistakes(tasks.toString()))
                .hasSize(20_001)
                .contains("3:36: the tasks wait for each other in a circle: t0 → t9999 → t9998 → t9997 → t9996 →"
                        + " t9995 → t9994 → t9993 → t9992 → t9991 → t9990 → … (10000 tasks) → t1 → t0; remove one of"
                        + " these connections");
    }

    private static String pendingText(Plan plan, String id) {
        return plan.tasks().stream()
                .filter(task -> task.task().id().equals(id))
                .map(task -> ParameterResolution.pending(task.task()).toString())
                .collect(Collectors.joining());
    }

    private Plan plan(String tasks) throws WorkflowException, IOException {
        return Plan.read(write(tasks), List.of(), SampleOperators.all());
    }

    private List<String> mistakes(String tasks) throws IOException {
        try {
            plan(tasks);
            return List.of();
        } catch (WorkflowException e) {
            return e.problems().stream()
                    .map(problem -> problem.position() + ": " + problem.message())
                    .toList();
        }
    }

    private Path write(String tasks) throws IOException {
        return Files.writeString(folder.resolve("orders.yaml"), "workflow: x\ntasks:\n" + tasks);
    }
}
