package dev.tokenport.web;

import dev.tokenport.http.TimeSource;
import dev.tokenport.http.Transports;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Redactor;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.WorkflowException;
import dev.tokenport.workflow.WorkflowFile;
import dev.tokenport.workflow.run.LocalRunner;
import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.serve.Workbench;
import dev.tokenport.workflow.view.ViewedRun;
import dev.tokenport.workflow.view.Views;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/** What the command does, without the command: the shipped operators, real files, a real run in this process. */
public record SampleWorkbench(
        Path folder, OperatorRegistry operators, Views views, Redactor redactor, Environment environment)
        implements Workbench {

    /** A secret that no answer may have in it. */
    public static final String CANARY = "canary-5f3a&/9 c";

    /** Over a folder. */
    public static SampleWorkbench of(Path folder) throws IOException {
        ClassLoader loader = SampleWorkbench.class.getClassLoader();
        return new SampleWorkbench(
                folder.toRealPath(),
                OperatorRegistry.load(loader),
                ServiceLoader.load(Views.class, loader).findFirst().orElseThrow(),
                new Redactor(),
                Environment.of(Map.of("ORDERS_SECRET", CANARY)));
    }

    @Override
    public Plan plan(Path file, String text) throws WorkflowException {
        Path parent = Objects.requireNonNull(file.getParent());
        return Plan.of(WorkflowFile.parse(text, file.toString(), parent), operators);
    }

    @Override
    public void replace(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }

    @Override
    public RunReport run(Plan plan, RunListener listener) throws WorkflowException {
        var world = new LocalRunner.World(
                TimeSource.system(), Transports.direct(), environment, redactor, folder.resolve(".scratch"));
        return new LocalRunner(world).run(plan, LocalRunner.Options.DEFAULT, listener);
    }

    @Override
    public String page(RunReport report) {
        return views.page(ViewedRun.of(report, id -> id, redactor::redact));
    }

    @Override
    public boolean verify(Plan plan, String task, Consumer<String> line) {
        line.accept("Configured:");
        line.accept("  task " + task);
        return true;
    }

    @Override
    public boolean canVerify(String operatorId) {
        return operatorId.equals("oauth2-authentication");
    }

    @Override
    public boolean canEncrypt() {
        return true;
    }

    @Override
    public String encrypted(String secret, String workflow) {
        redactor.add(secret);
        return "${encrypted:c2VjcmV0}";
    }
}
