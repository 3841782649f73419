package dev.tokenport.benchmarks.engine;

import dev.tokenport.benchmarks.Effort;
import dev.tokenport.benchmarks.Finding;
import dev.tokenport.benchmarks.Folders;
import dev.tokenport.benchmarks.Goal;
import dev.tokenport.benchmarks.InTurn;
import dev.tokenport.benchmarks.Log;
import dev.tokenport.benchmarks.Section;
import dev.tokenport.benchmarks.Unit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a task costs on Temporal. */
public final class TemporalSection implements Section {

    private static final double OF_BARE = 0.8;
    private static final int[] WORKERS = {4, 2, 1};
    private static final int PARALLEL = 100;

    @Override
    public String name() {
        return "temporal";
    }

    @Override
    public String title() {
        return "Temporal: runs on several workers";
    }

    @Override
    public String method() {
        return """
                Workflows on a Temporal development server (in memory), executed by 1, 2 and 4 processes of `tokenport worker`,
                beside a workflow with as many activities that do nothing and as many workers that know nothing of Tokenport: what the engine
                itself costs. A chain, in which each task waits for the one before it, tells what a task costs; a fan-out, of which
                100 tasks are at work at a time, how many there can be in a second: once with a worker just started, while Java still compiles, and then
                when each worker has done at least 20,000, since workers work for days; all are there from the beginning, and then some are ended. The tasks set one parameter. All is encrypted, as always.
                Neither has messages compressed on their way, and both have the same collector of garbage. The time is that from the start
                to the end of the run as the server has it. Now and then the server gives a worker a task some seconds late, whoever's it is;
                a fan-out in which that happened is run again. Server, workers and both kinds of runs, which take turns, share the
                processors of this machine.
                """;
    }

    @Override
    public boolean isEverywhere() {
        return false;
    }

    @Override
    public List<Finding> measure(Effort effort, Log log) throws Exception {
        Path folder = Files.createTempDirectory("tokenport-temporal");
        try (TemporalBench bench = TemporalBench.start(folder)) {
            List<Finding> findings = new ArrayList<>();
            bench.worker();
            findings.add(fresh(bench, effort));
            for (int begun = 1; begun < WORKERS[0]; begun++) {
                bench.worker();
            }
            for (int workers : WORKERS) {
                bench.endAllBut(workers);
                findings.add(chain(bench, workers, effort));
                findings.add(fanOut(bench, workers, effort));
            }
            return findings;
        } catch (TemporalBench.MissingException e) {
            log.missing("runs on Temporal", String.valueOf(e.getMessage()));
            return List.of();
        } finally {
            Folders.delete(folder);
        }
    }

    private static Finding chain(TemporalBench bench, int workers, Effort effort) throws Exception {
        int tasks = effort.choose(5, 40);
        Path file =
                bench.workflow("chain", tasks, "t%d: {operator: set-parameters, parameters: {parameters: {a: b}}%s}%n");
        InTurn turns = InTurn.measure(
                effort.choose(0, 1),
                effort.choose(1, 3),
                () -> bench.ours(file, 1) / (double) tasks,
                () -> bench.bare(tasks, 1) / (double) tasks);
        return Finding.of(
                        "temporal.chain." + workers,
                        "chain, a task, " + count(workers),
                        Unit.MILLISECONDS,
                        turns.ours())
                .beside(turns.peer("bare Temporal"))
                .shall(Goal.atMost(1 / OF_BARE));
    }

    private static Finding fresh(TemporalBench bench, Effort effort) throws Exception {
        InTurn turns = fan(bench, 0, 1, effort);
        return Finding.of("temporal.fan.fresh", "fan-out, tasks, a worker just started", Unit.PER_SECOND, turns.ours())
                .beside(turns.peer("bare Temporal"));
    }

    private static Finding fanOut(TemporalBench bench, int workers, Effort effort) throws Exception {
        InTurn turns = fan(bench, effort.choose(0, 20 * workers), effort.choose(1, 9), effort);
        return Finding.of("temporal.fan." + workers, "fan-out, tasks, " + count(workers), Unit.PER_SECOND, turns.ours())
                .beside(turns.peer("bare Temporal"))
                .shall(Goal.atLeast(OF_BARE));
    }

    private static InTurn fan(TemporalBench bench, int before, int times, Effort effort) throws Exception {
        int tasks = effort.choose(5, 1000);
        Path file = bench.workflow("fan", tasks, "t%d: {operator: set-parameters, parameters: {parameters: {a: b}}}%n");
        var ours = new Unhindered(() -> bench.ours(file, PARALLEL));
        var bare = new Unhindered(() -> bench.bare(tasks, PARALLEL));
        return InTurn.measure(before, times, () -> tasks * 1000.0 / ours.once(), () -> tasks * 1000.0 / bare.once());
    }

    private static String count(int workers) {
        return workers == 1 ? "1 worker" : workers + " workers";
    }
}
