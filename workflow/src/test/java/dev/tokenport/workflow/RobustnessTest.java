package dev.tokenport.workflow;

import static dev.tokenport.workflow.WorkflowText.AUTH;
import static dev.tokenport.workflow.WorkflowText.mistakes;
import static dev.tokenport.workflow.WorkflowText.plan;
import static dev.tokenport.workflow.WorkflowText.tasks;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class RobustnessTest {

    @TempDir
    private Path folder;

    @Test
    void mistakes_ofReadingAndOfValidation_areReportedAtOnce() throws Exception {
        assertThat(mistakes(folder, """
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
                        "4:73: a ${…} without a prefix such as env:; write ${env:NAME}, ${file:PATH}, ${process:COMMAND} or"
                                + " ${encrypted:LITERAL}, or $${"
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
    void message_withControlCharacters_staysOnOneLine() throws Exception {
        assertThat(mistakes(folder, "  a: {operator: \"x\\n\\e[2J\"}\n"))
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

            assertThat(mistakes(folder, text.toString())).doesNotHaveDuplicates();
        }
    }

    @Test
    @Timeout(60)
    void tasks_tenThousandInAChain_arePlanned() throws Exception {
        List<String> tasks = new ArrayList<>(IntStream.range(0, 10_000)
                .mapToObj(i -> "  t%d: {operator: dataset, inputs: %s, parameters: {file: same.json}}\n"
                        .formatted(i, i == 0 ? "[]" : "t" + (i - 1)))
                .toList());
        Collections.reverse(tasks);

        assertThat(plan(folder, String.join("", tasks)).tasks())
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

        assertThat(mistakes(folder, tasks.toString()))
                .hasSize(20_001)
                .contains("3:36: the tasks wait for each other in a circle: t0 → t9999 → t9998 → t9997 → t9996 →"
                        + " t9995 → t9994 → t9993 → t9992 → t9991 → t9990 → … (10000 tasks) → t1 → t0; remove one of"
                        + " these connections");
    }

    @Test
    void message_withLineSeparatorsAndChangesOfDirection_showsThemAsEscapes() throws Exception {
        assertThat(mistakes(folder, "  a: {operator: \"x\\u2028\\u202e\"}\n"))
                .containsExactly(
                        "3:17: there is no operator 'x\\u2028\\u202e'; 'tokenport operators' lists those there are");
    }
}
