package dev.tokenport.benchmarks.run;

import dev.tokenport.benchmarks.Effort;
import dev.tokenport.benchmarks.Finding;
import dev.tokenport.benchmarks.Folders;
import dev.tokenport.benchmarks.Goal;
import dev.tokenport.benchmarks.Log;
import dev.tokenport.benchmarks.Median;
import dev.tokenport.benchmarks.Peer;
import dev.tokenport.benchmarks.ProcessRun;
import dev.tokenport.benchmarks.Section;
import dev.tokenport.benchmarks.Tokenport;
import dev.tokenport.benchmarks.Unit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a workflow costs beyond its tasks' own work. */
public final class RunSection implements Section {

    private static final int FEW_TASKS = 10;
    private static final int MOST_TASKS = 10_000;
    private static final int BUSY_TASKS = 1_000;
    private static final int LOOK_MILLIS = 2;
    private static final double READING_MILLIS = 500;
    private static final double TASK_MICROS = 20;

    @Override
    public String name() {
        return "run";
    }

    @Override
    public String title() {
        return "Run: workflows of up to 10,000 tasks";
    }

    @Override
    public String method() {
        return """
                A YAML file is read, validated, planned and run with the default options (8 tasks side by side) and the report
                kept, as `tokenport run` does. In a *chain* each task comes after the one before, in a *fan-out* all come after
                the first one, in the *layered* workflow (100 layers of 100 tasks) each comes after two of the layer before.

                **Reading** is reading, validating and planning: first in a fresh process, as what `tokenport validate` takes from
                start to exit more for 10,000 tasks than for 10, then in a process that has read the file before.

                **Overhead per task**: the tasks do nothing, so all the run takes is overhead, and nothing is subtracted from
                it. It is the time of the run or that of all processors (the collector's and the compiler's included),
                whichever is more, divided by the number of tasks: what several threads do side by side counts as often as
                there are threads. It is measured after several runs in the same process, which has the launcher's options
                for Java. *With data* each task passes three entities on, *with config* each sets a parameter of the tasks
                after it. Of a workflow of ten tasks most is what a run costs once, such as the look for what killed runs have left. Tasks are
                executed by the platform's threads, not by virtual ones: `docs/decisions` tells why, and what both cost.

                **Busy tasks** compute for about 0.1 ms each. The limit is the sum of their own times: the same computations
                without a workflow, on one thread for the chain and on a thread per processor otherwise.

                **The command** is the whole process, from start to exit, with `set-parameters` as the operator of each task.
                """;
    }

    @Override
    public List<Finding> measure(Effort effort, Log log) throws Exception {
        Path folder = Files.createTempDirectory("tokenport-run");
        try {
            List<Finding> findings = new ArrayList<>();
            readings(folder, effort, findings);
            List<Sample> samples = samples(effort);
            List<Steady> steady = steady(samples, folder, effort);
            for (int i = 0; i < samples.size(); i++) {
                if (samples.get(i).tasks() == MOST_TASKS && samples.get(i).passing() == Passing.NOTHING) {
                    findings.add(readAgain(samples.get(i), steady.get(i)));
                }
            }
            for (int i = 0; i < samples.size(); i++) {
                findings.add(overhead(samples.get(i), steady.get(i)));
            }
            busy(folder, effort, findings);
            command(folder, effort, findings, log);
            return findings;
        } finally {
            Folders.delete(folder);
        }
    }

    private static void readings(Path folder, Effort effort, List<Finding> findings) throws Exception {
        // Makes the archive of classes if there is none yet.
        validationMillis(folder, CommandFile.write(folder, Shape.CHAIN, FEW_TASKS));
        for (Shape shape : Shape.values()) {
            Path few = CommandFile.write(folder, shape, FEW_TASKS);
            Path most = CommandFile.write(folder, shape, MOST_TASKS);
            double[] millis = new double[effort.choose(1, 11)];
            for (int i = 0; i < millis.length; i++) {
                millis[i] = validationMillis(folder, most) - validationMillis(folder, few);
            }
            Sample sample = Sample.idle(shape, Passing.NOTHING, MOST_TASKS);
            findings.add(Finding.of(
                            "run.read-first." + sample.id(),
                            "reading in a fresh process: " + sample.words(),
                            Unit.MILLISECONDS,
                            Median.of(millis))
                    .shall(Goal.atMost(READING_MILLIS)));
        }
    }

    private static double validationMillis(Path folder, Path file) throws Exception {
        return Tokenport.program(folder, "validate", file.toString()).run().millis();
    }

    private static List<Sample> samples(Effort effort) {
        List<Sample> samples = new ArrayList<>();
        for (Passing passing : Passing.values()) {
            for (Shape shape : Shape.values()) {
                for (int tasks : new int[] {10, 1_000, MOST_TASKS}) {
                    if (tasks == MOST_TASKS || (passing == Passing.NOTHING && effort == Effort.FULL)) {
                        samples.add(Sample.idle(shape, passing, tasks));
                    }
                }
            }
        }
        return samples;
    }

    private static List<Steady> steady(List<Sample> samples, Path folder, Effort effort) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                Integer.toString(effort.choose(1, 15)), Integer.toString(effort.choose(1, 15)), folder.toString()));
        for (Sample sample : samples) {
            arguments.add(sample.write(folder).toString());
        }
        return ChildJava.lines(SteadyRuns.class, arguments).stream()
                .map(Steady::parse)
                .toList();
    }

    private static Finding readAgain(Sample sample, Steady steady) {
        return Finding.of(
                        "run.read-again." + sample.id(),
                        "reading once more: " + sample.words(),
                        Unit.MILLISECONDS,
                        steady.planning())
                .shall(Goal.atMost(READING_MILLIS));
    }

    private static Finding overhead(Sample sample, Steady steady) {
        String with = sample.passing() == Passing.NOTHING
                ? ""
                : ", with " + sample.passing().id();
        Finding finding = Finding.of(
                "run.overhead." + sample.id(),
                "overhead per task: " + sample.words() + with,
                Unit.MICROSECONDS,
                steady.overhead());
        return sample.passing() == Passing.NOTHING ? finding.shall(Goal.atMost(TASK_MICROS)) : finding;
    }

    private static void busy(Path folder, Effort effort, List<Finding> findings) throws Exception {
        int processors = Math.min(8, Runtime.getRuntime().availableProcessors());
        for (Shape shape : Shape.values()) {
            Sample sample = new Sample(shape, Passing.NOTHING, BUSY_TASKS, Work.BUSY);
            int threads = shape == Shape.CHAIN ? 1 : processors;
            String line = ChildJava.lines(
                            BusyRuns.class,
                            List.of(
                                    Integer.toString(effort.choose(1, 15)),
                                    Integer.toString(effort.choose(1, 10)),
                                    folder.toString(),
                                    Integer.toString(threads),
                                    sample.write(folder).toString()))
                    .get(0);
            String[] words = line.split(" ", -1);
            findings.add(Finding.of(
                            "run.busy." + sample.id(),
                            "busy tasks: " + sample.words(),
                            Unit.MILLISECONDS,
                            Double.parseDouble(words[0]))
                    .beside(new Peer(
                            "the sum of their own times", Double.parseDouble(words[1]), Double.parseDouble(words[2]))));
        }
    }

    private static void command(Path folder, Effort effort, List<Finding> findings, Log log) throws Exception {
        String file = CommandFile.write(folder, Shape.LAYERED, MOST_TASKS).toString();
        for (String command : List.of("validate", "run")) {
            double[] millis = new double[effort.choose(1, 7)];
            double peak = 0;
            for (int i = 0; i < millis.length; i++) {
                ProcessRun run = Tokenport.program(folder, command, file).watched(LOOK_MILLIS);
                millis[i] = run.millis();
                peak = Math.max(peak, run.peak().orElse(0));
            }
            String id = "run.command." + command + "." + MOST_TASKS;
            String what = String.format(Locale.ROOT, "`tokenport %s`: layered of %,d tasks", command, MOST_TASKS);
            findings.add(Finding.of(id, what, Unit.MILLISECONDS, Median.of(millis)));
            if (peak > 0) {
                findings.add(Finding.of(id + ".memory", what + ", peak of memory", Unit.MEBIBYTES, peak));
            } else {
                log.missing("peak of memory of tokenport " + command, "there is no /proc");
            }
        }
    }
}
