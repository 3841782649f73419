package dev.tokenport.benchmarks.process;

import dev.tokenport.benchmarks.Effort;
import dev.tokenport.benchmarks.Finding;
import dev.tokenport.benchmarks.Folders;
import dev.tokenport.benchmarks.InTurn;
import dev.tokenport.benchmarks.Log;
import dev.tokenport.benchmarks.ProcessRun.Program;
import dev.tokenport.benchmarks.Section;
import dev.tokenport.benchmarks.ServerProcess;
import dev.tokenport.benchmarks.Tokenport;
import dev.tokenport.benchmarks.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How much memory the command takes. */
public final class MemorySection implements Section {

    private static final int LOOK_MILLIS = 1;
    private static final int WAIT_MILLIS = 1_500;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String title() {
        return "Memory: what a process holds at its peak";
    }

    @Override
    public String method() {
        return """
                The most memory that a process ever held (its high-water mark, with all that Java itself and the shared files
                take), beside an empty Java program with the same collector. The *idle run* is a workflow whose one request
                waits 1.5 s for its answer.
                """;
    }

    @Override
    public List<Finding> measure(Effort effort, Log log) throws Exception {
        Path folder = Files.createTempDirectory("tokenport-memory");
        try (var server = ServerProcess.ofTokens(3600, 0);
                var slow = ServerProcess.start("{}", WAIT_MILLIS)) {
            Path workflow = Files.writeString(
                    folder.resolve("idle.yaml"),
                    "workflow: idle\ntasks:\n  wait:\n    operator: http-request\n    parameters:\n      url: "
                            + slow.url("/")
                            + "\n");
            Map<String, String> variables = Map.of(
                    "OAUTH_TOKEN_URI",
                    server.url("/token").toString(),
                    "OAUTH_CLIENT_ID",
                    "c",
                    "OAUTH_CLIENT_SECRET",
                    "s");
            Program empty = new Peers(folder, log)
                    .java(Peers.NOTHING, "empty Java program", "nothing", Optional.empty())
                    .program();
            List<Finding> findings = new ArrayList<>();
            findings.add(finding(
                    "token",
                    "`tokenport token`",
                    Tokenport.program(folder, "token").with(variables),
                    empty,
                    effort));
            findings.add(finding("demo", "`tokenport demo`", Tokenport.program(folder, "demo"), empty, effort));
            findings.add(finding(
                    "idle",
                    "idle `tokenport run`",
                    Tokenport.program(folder, "run", workflow.toString()),
                    empty,
                    effort));
            return findings;
        } finally {
            Folders.delete(folder);
        }
    }

    private static Finding finding(String id, String what, Program ours, Program empty, Effort effort)
            throws Exception {
        InTurn turns = InTurn.measure(0, effort.choose(1, 5), () -> peak(ours), () -> peak(empty));
        return Finding.of("memory." + id, what, Unit.MEBIBYTES, turns.ours()).beside(turns.peer("empty Java program"));
    }

    private static double peak(Program program) throws IOException, InterruptedException {
        return program.watched(LOOK_MILLIS)
                .peak()
                .orElseThrow(() -> new IOException("this system does not tell how much memory a process held"));
    }
}
