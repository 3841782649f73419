package dev.tokenport.benchmarks.run;

import dev.tokenport.benchmarks.InTurn;
import dev.tokenport.workflow.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A process that runs a workflow whose tasks have something to do, and in turn does the same without a workflow. */
public final class BusyRuns {

    private BusyRuns() {}

    /**
     * Prints both times in milliseconds and their ratio; the arguments are the rounds, the warm-ups, a folder, how many
     * threads may do the tasks' work side by side, and the file.
     */
    public static void main(String[] arguments) throws Exception {
        var engine = new Engine(Path.of(arguments[2]));
        int threads = Integer.parseInt(arguments[3]);
        Plan plan = engine.plan(Path.of(arguments[4]));
        InTurn measured = InTurn.measure(
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[0]),
                () -> millis(() -> engine.run(plan)),
                () -> millis(() -> workAlone(plan.tasks().size(), threads)));
        System.out.println(measured.ours() + " " + measured.theirs() + " " + measured.ratio());
    }

    @FunctionalInterface
    private interface Piece {
        void run() throws Exception;
    }

    private static double millis(Piece piece) throws Exception {
        long before = System.nanoTime();
        piece.run();
        return (System.nanoTime() - before) / 1e6;
    }

    /** What the tasks compute, on threads that do nothing else. */
    private static void workAlone(int tasks, int threads) throws InterruptedException {
        var left = new AtomicInteger(tasks);
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            var worker = new Thread(() -> {
                while (left.getAndDecrement() > 0) {
                    Work.of(Work.BUSY);
                }
            });
            worker.start();
            workers.add(worker);
        }
        for (Thread worker : workers) {
            worker.join();
        }
    }
}
