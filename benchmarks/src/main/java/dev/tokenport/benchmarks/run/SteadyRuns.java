package dev.tokenport.benchmarks.run;

import com.sun.management.OperatingSystemMXBean;
import dev.tokenport.benchmarks.Median;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.run.RunReport;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;

/** A process that reads and runs workflows again and again. */
public final class SteadyRuns {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** A workflow of ten tasks is run so often in a row that a clock can measure it. */
    private static final int TASKS_IN_A_ROW = 5_000;

    private SteadyRuns() {}

    /** Prints a line of {@link Steady} for each file; the arguments are the rounds, the warm-ups, a folder, and files. */
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        int warmUps = Integer.parseInt(arguments[1]);
        var engine = new Engine(Path.of(arguments[2]));
        for (String file : List.of(arguments).subList(3, arguments.length)) {
            System.out.println(measure(engine, Path.of(file), rounds, warmUps).line());
        }
    }

    private static Steady measure(Engine engine, Path file, int rounds, int warmUps) throws Exception {
        double[] planning = new double[rounds];
        double[] running = new double[rounds];
        double processor = 0;
        for (int round = -warmUps; round < rounds; round++) {
            Steady once = once(engine, file);
            if (round >= 0) {
                planning[round] = once.planning();
                running[round] = once.running();
                processor += once.processor() / rounds;
            }
        }
        // The time of the processors is counted in ticks of ten milliseconds, of which a median would be one.
        return new Steady(Median.of(planning), Median.of(running), processor);
    }

    private static Steady once(Engine engine, Path file) throws Exception {
        long began = System.nanoTime();
        Plan plan = engine.plan(file);
        long planned = System.nanoTime();
        int times = Math.max(1, TASKS_IN_A_ROW / plan.tasks().size());
        long processor = SYSTEM.getProcessCpuTime();
        long from = System.nanoTime();
        int tasks = 0;
        for (int i = 0; i < times; i++) {
            RunReport report = engine.run(plan);
            tasks += report.tasks().size();
        }
        long to = System.nanoTime();
        double used = SYSTEM.getProcessCpuTime() - processor;
        return new Steady((planned - began) / 1e6, (to - from) / 1e3 / tasks, used / 1e3 / tasks);
    }
}
