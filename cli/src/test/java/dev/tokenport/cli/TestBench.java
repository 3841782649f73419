package dev.tokenport.cli;

import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.WorkflowException;
import dev.tokenport.workflow.run.LocalRunner;
import dev.tokenport.workflow.view.ViewedRun;
import dev.tokenport.workflow.view.Views;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;

/** A workbench over a folder, in a process of the test's own. For one thread. */
final class TestBench {

    private final CommandLineProcess process = new CommandLineProcess();
    private final Path folder;

    TestBench(Path folder) {
        this.folder = folder;
    }

    TestBench with(String variable, String value) {
        process.with(variable, value);
        return this;
    }

    LocalWorkbench bench() {
        Session session = Session.in(process.world());
        return new LocalWorkbench(
                session, folder, session.operators(), views(), new SecretOptions(), LocalRunner.Options.DEFAULT);
    }

    /** Writes a workflow file. */
    Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** The plan of a text in a file of this name. */
    static Plan plan(LocalWorkbench bench, String text) throws WorkflowException {
        return bench.plan(bench.folder().resolve("orders.yaml"), text);
    }

    String err() {
        return process.err();
    }

    String out() {
        return process.out();
    }

    /** Draws nothing: what shows a run tells its outcome. */
    private static Views views() {
        return (Views) Proxy.newProxyInstance(
                TestBench.class.getClassLoader(),
                new Class<?>[] {Views.class},
                (proxy, method, arguments) ->
                        "page of " + ((ViewedRun) arguments[0]).report().outcome());
    }
}
