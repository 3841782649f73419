package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ScriptedServer;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.WorkflowException;
import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.run.TaskRecord;
import dev.tokenport.workflow.semantics.RunOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What pages ask of the command. */
@Timeout(60)
final class LocalWorkbenchTest {

    private static final String COPY = """
            workflow: copy
            tasks:
              in: {operator: csv-dataset, parameters: {file: in.csv}}
              out: {operator: json-dataset, inputs: in, parameters: {file: out.json}}
            """;

    @TempDir
    Path folder;

    private TestBench process = new TestBench(Path.of(""));

    @BeforeEach
    void prepare() {
        process = new TestBench(folder);
    }

    @Test
    void plan_ofAText_isTheSameAsOfTheFile() throws Exception {
        LocalWorkbench bench = process.bench();
        Path file = process.file("copy.yaml", COPY);

        assertThat(bench.plan(file, COPY).workflow())
                .isEqualTo(Plan.read(file, List.of(), bench.operators()).workflow());
    }

    @Test
    void plan_ofATextWithMistakes_namesThemAsValidateDoes() throws Exception {
        String faulty = COPY.replace("csv-dataset", "cvs-dataset").replace("inputs: in", "inputs: inn");
        Path file = process.file("copy.yaml", faulty);
        var validate = new CommandLineProcess();
        validate.run("validate", file.toString());

        assertThatThrownBy(() -> process.bench().plan(file, faulty))
                .isInstanceOfSatisfying(
                        WorkflowException.class,
                        e -> assertThat(String.join(
                                                "\n",
                                                e.problems().stream()
                                                        .map(Object::toString)
                                                        .toList()) + "\n")
                                .isEqualTo(validate.err()));
    }

    @Test
    void run_ofAPlan_startsRelativePathsAtTheFile() throws Exception {
        Files.createDirectory(folder.resolve("sub"));
        process.file("sub/in.csv", "a\n1\n");
        LocalWorkbench bench = process.bench();
        var done = new ArrayList<String>();

        RunReport report = bench.run(bench.plan(folder.resolve("sub/copy.yaml"), COPY), new RunListener() {
            @Override
            public void finished(TaskRecord task) {
                done.add(task.id());
            }
        });

        assertThat(report.outcome()).isEqualTo(RunOutcome.DONE);
        assertThat(done).containsExactlyInAnyOrder("in", "out");
        assertThat(folder.resolve("sub/out.json")).exists();
        assertThat(process.err()).isEqualTo("""
                run of %1$s/sub/copy.yaml: started
                run of %1$s/sub/copy.yaml: done
                """.formatted(folder));
        assertThat(bench.page(report)).isEqualTo("page of done");
    }

    @Test
    void run_ofWhatCannotBeResolved_isNotStarted() throws Exception {
        LocalWorkbench bench = process.bench();
        Plan plan = bench.plan(folder.resolve("copy.yaml"), COPY.replace("in.csv", "\"${env:NOPE}\""));

        assertThatThrownBy(() -> bench.run(plan, RunListener.none()))
                .isInstanceOf(WorkflowException.class)
                .hasMessageContaining("env:NOPE is not set");
        assertThat(process.err()).endsWith("copy.yaml: started\nrun of " + folder + "/copy.yaml: nothing was run\n");
    }

    @Test
    void run_eachTime_readsReferencesAnew() throws Exception {
        process.file("name", "one");
        process.file("in.csv", "a\n1\n");
        LocalWorkbench bench = process.bench();
        Plan plan = bench.plan(folder.resolve("copy.yaml"), COPY.replace("out.json", "\"${file:name}.json\""));

        bench.run(plan, RunListener.none());
        process.file("name", "two");
        bench.run(plan, RunListener.none());

        assertThat(folder.resolve("one.json")).exists();
        assertThat(folder.resolve("two.json")).exists();
    }

    @Test
    void runs_atTheSameTime_areCancelledByThemselves() throws Exception {
        try (ScriptedServer server = ScriptedServer.start()) {
            var gate = new CountDownLatch(1);
            server.otherwise(request -> Answer.json(200, "{}").heldBy(gate));
            LocalWorkbench bench = process.bench();
            Plan plan = bench.plan(folder.resolve("ask.yaml"), """
                    workflow: ask
                    tasks:
                      ask: {operator: http-request, parameters: {url: "%s"}}
                    """.formatted(server.url("/orders")));
            var one = new FutureTask<>(() -> bench.run(plan, RunListener.none()));
            var other = new FutureTask<>(() -> bench.run(plan, RunListener.none()));
            Thread first = new Thread(one);
            first.start();
            new Thread(other).start();
            server.awaitRequests(2);

            first.interrupt();
            RunReport cancelled = one.get();
            gate.countDown();

            assertThat(cancelled.outcome()).isEqualTo(RunOutcome.CANCELLED);
            assertThat(other.get().outcome()).isEqualTo(RunOutcome.DONE);
        }
    }

    @Test
    void secret_encrypted_isDecryptedInARunOfTheWorkflow() throws Exception {
        Path key = folder.resolve("tokenport.key");
        new CommandLineProcess().run("keygen", key.toString());
        process.with("TOKENPORT_KEY_FILE", key.toString());
        process.file("in.csv", "a\n1\n");
        LocalWorkbench bench = process.bench();

        String reference = bench.encrypted("hunter2", "copy");

        assertThat(bench.canEncrypt()).isTrue();
        assertThat(reference).matches("\\$\\{encrypted:[A-Za-z0-9_-]{52,}\\}");
        assertThat(bench.redactor().redact("it is hunter2")).isEqualTo("it is ***");
        String text = COPY.replace("file: out.json", "file: \"out-" + reference + ".json\"");
        assertThat(bench.run(bench.plan(folder.resolve("copy.yaml"), text), RunListener.none())
                        .outcome())
                .isEqualTo(RunOutcome.DONE);
        assertThat(folder.resolve("out-hunter2.json")).exists();
    }

    @Test
    void secret_withoutAKeyFile_isNotEncrypted() {
        assertThat(process.bench().canEncrypt()).isFalse();
        assertThatThrownBy(() -> process.bench().encrypted("hunter2", "copy"))
                .isInstanceOf(IOException.class)
                .hasMessage("there is no key file to encrypt with");
    }

    @Test
    void keyFile_thatIsNone_isToldInOneLine() throws Exception {
        Path key = process.file("no.key", "nothing");
        process.with("TOKENPORT_KEY_FILE", key.toString());

        assertThatThrownBy(() -> process.bench().encrypted("hunter2", "copy"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no.key")
                .hasMessageNotContaining("hunter2");
    }
}
