package dev.tokenport.integration.workflow;

import dev.tokenport.http.TimeSource;
import dev.tokenport.http.Transports;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Redactor;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.WorkflowException;
import dev.tokenport.workflow.WorkflowFile;
import dev.tokenport.workflow.run.LocalRunner;
import dev.tokenport.workflow.run.LocalRunner.Options;
import dev.tokenport.workflow.run.LocalRunner.World;
import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A process that spools many entities, says so on its standard output, and then stays until it is killed. */
final class SpoolingProcess {

    static final int ENTITIES = 20_000;

    private SpoolingProcess() {}

    /** Spools in the folder that is the first argument. */
    public static void main(String[] arguments) throws Exception {
        CountingOperator.Step staying = entity -> {
            if (entity > ENTITIES) {
                say();
                new CountDownLatch(1).await();
            }
        };
        run(Path.of(arguments[0]), staying, TimeSource.system(), RunListener.none());
    }

    /** Runs a source with two consumers. */
    static RunReport run(Path folder, CountingOperator.Step step, TimeSource time, RunListener listener)
            throws IOException, WorkflowException {
        Path file = folder.resolve("workflow.yaml");
        Files.writeString(file, """
                workflow: count
                tasks:
                  source: {operator: count, parameters: {count: %d}}
                  a: {operator: count, inputs: source}
                  b: {operator: count, inputs: source}
                """.formatted(ENTITIES));
        World world = new World(
                time, Transports.direct(), Environment.of(Map.of()), new Redactor(), folder.resolve("scratch"));
        Plan plan = Plan.of(WorkflowFile.read(file), OperatorRegistry.of(new CountingOperator(step)));
        return new LocalRunner(world).run(plan, Options.DEFAULT, listener);
    }

    private static void say() {
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write('!');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
