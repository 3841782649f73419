package dev.tokenport.benchmarks.run;

import dev.tokenport.workflow.Plan;
import java.nio.file.Path;

/** A process that reads one workflow file, as the first thing it does, and says how long that took. */
public final class FirstReading {

    private FirstReading() {}

    /** Prints the milliseconds and the number of tasks; the argument is the file. */
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        long before = System.nanoTime();
        Plan plan = new Engine(Path.of(System.getProperty("java.io.tmpdir"))).plan(file);
        long after = System.nanoTime();
        System.out.println((after - before) / 1e6 + " " + plan.tasks().size());
    }
}
