package dev.tokenport.testkit.conformance;

import dev.tokenport.http.TimeSource;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Redactor;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.WorkflowException;
import dev.tokenport.workflow.WorkflowFile;
import dev.tokenport.workflow.run.LocalRunner.Options;
import dev.tokenport.workflow.run.LocalRunner.World;
import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.run.TaskRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Where the rules are tried: an engine, the operators of the suite, a folder. For one thread. */
final class Bench {

    private final WorkflowConformance engine;
    private final Path folder;
    private final Journal journal = new Journal();
    private final OperatorRegistry operators = OperatorRegistry.of(
            new SourceOperator(journal),
            new SinkOperator(journal),
            new PassOperator(journal),
            new BlockOperator(journal),
            new SecretOperator(journal),
            new ThreadsOperator(journal),
            new RejectOperator(journal));

    Bench(WorkflowConformance engine, Path folder) {
        this.engine = engine;
        this.folder = folder;
    }

    Journal journal() {
        return journal;
    }

    /** Runs the tasks, given as lines of a workflow file. */
    RunReport run(String tasks) {
        return run(8, tasks, RunListener.none());
    }

    RunReport run(int parallel, String tasks) {
        return run(parallel, tasks, RunListener.none());
    }

    RunReport run(int parallel, String tasks, RunListener listener) {
        World world = new World(
                TimeSource.system(),
                options -> {
                    throw new IllegalStateException("no task of the suite uses HTTP");
                },
                Environment.of(Map.of("TOKENPORT_TEST_SECRET", "open sesame")),
                new Redactor(),
                scratch());
        try {
            Path file = folder.resolve("test.yaml");
            Files.writeString(file, "workflow: test\ntasks:\n" + tasks.indent(2));
            Plan plan = Plan.of(WorkflowFile.read(file), operators);
            return engine.run(plan, world, new Options(parallel, engine.streaming()), listener);
        } catch (WorkflowException e) {
            throw new AssertionError(e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the tasks one at a time; what a listener hears of their begin and end. */
    List<String> heard(String tasks) {
        List<String> heard = new CopyOnWriteArrayList<>();
        var unused = run(1, tasks, new RunListener() {
            @Override
            public void started(String task, String label) {
                heard.add(task + " started");
            }

            @Override
            public void finished(TaskRecord task) {
                heard.add(task.id() + " " + task.status());
            }
        });
        return heard;
    }

    private Path scratch() {
        return folder.resolve("scratch");
    }

    /** What is left of spooled entities. */
    List<Path> spooledFiles() {
        if (!Files.isDirectory(scratch())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(scratch())) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The status of each task, in the order of the plan. */
    static Map<String, String> statuses(RunReport report) {
        Map<String, String> statuses = new LinkedHashMap<>();
        report.tasks().forEach(task -> statuses.put(task.id(), task.status().toString()));
        return statuses;
    }

    /** The record of a task. */
    static TaskRecord task(RunReport report, String id) {
        return report.tasks().stream()
                .filter(task -> task.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
