package dev.tokenport.integration.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workflows of 10,000 tasks, in a heap of 256 MB. */
final class ManyTasksIT {

    private static final int TASKS = 10_000;
    private static final String SOURCE = "  in: {operator: csv-dataset, parameters: {file: in.csv}}\n";

    @TempDir
    Path folder;

    @Test
    void chain_ofTenThousandTasks_handsThroughWhatWasRead() throws Exception {
        write(SOURCE
                + tasks(i -> "  t" + i + ": {operator: transform, inputs: " + (i == 0 ? "in" : "t" + (i - 1)) + "}\n")
                + "  out: {operator: csv-dataset, inputs: t9999, parameters: {file: out.csv}}\n");

        Launcher.Finished end = run();

        assertThat(end.out()).startsWith("workflow 'many': 10002 tasks done in ");
        assertThat(folder.resolve("out.csv")).hasContent("a,b\n1,2\n");
    }

    @Test
    void source_withTenThousandConsumers_isReadByAll() throws Exception {
        Files.createDirectory(folder.resolve("files"));
        write(SOURCE
                + tasks(i ->
                        "  t" + i + ": {operator: csv-dataset, inputs: in, parameters: {file: files/" + i + "}}\n"));

        Launcher.Finished end = run();

        assertThat(end.out()).startsWith("workflow 'many': 10001 tasks done in ");
        assertThat(CopyWorkflow.names(folder.resolve("files"))).hasSize(TASKS);
        assertThat(folder.resolve("files/9999")).hasContent("a,b\n1,2\n");
    }

    @Test
    void task_withTenThousandInputs_takesAllInOrder() throws Exception {
        String inputs = IntStream.range(0, TASKS).mapToObj(i -> "t" + i).collect(Collectors.joining(", "));
        write(tasks(i -> "  t" + i + ": {operator: csv-dataset, parameters: {file: in.csv}}\n")
                + "  all: {operator: csv-dataset, inputs: [" + inputs + "], parameters: {file: out.csv}}\n");

        Launcher.Finished end = run();

        assertThat(end.out()).startsWith("workflow 'many': 10001 tasks done in ");
        assertThat(folder.resolve("out.csv")).hasContent("a,b\n" + "1,2\n".repeat(TASKS));
    }

    @Test
    void circle_ofTenThousandTasks_isOneMistake() throws Exception {
        write(tasks(i -> "  t" + i + ": {operator: transform, inputs: t" + (i + TASKS - 1) % TASKS + "}\n"));

        Launcher.Finished end = launcher().run("validate", "many.yaml");

        assertThat(end.code()).isEqualTo(2);
        assertThat(end.err()).hasLineCount(1).contains("many.yaml:3:", "… (10000 tasks) → t9999 → t0");
    }

    private void write(String tasks) throws IOException {
        Files.writeString(folder.resolve("in.csv"), "a,b\n1,2\n");
        Files.writeString(folder.resolve("many.yaml"), "workflow: many\ntasks:\n" + tasks);
    }

    private static String tasks(IntFunction<String> task) {
        return IntStream.range(0, TASKS).mapToObj(task).collect(Collectors.joining());
    }

    private Launcher.Finished run() throws Exception {
        Launcher.Finished end = launcher().run("run", "many.yaml", "--report", "report.json");
        assertThat(end.code()).as(last(end.err())).isZero();
        return end;
    }

    private static String last(String lines) {
        return lines.substring(Math.max(0, lines.length() - 1_000));
    }

    private Launcher launcher() {
        return Launcher.in(folder).with("TOKENPORT_JAVA_OPTS", "-Xmx256m");
    }
}
