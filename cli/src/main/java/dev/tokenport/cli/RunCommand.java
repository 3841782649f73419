package dev.tokenport.cli;

import dev.tokenport.secret.SecretSources;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.WorkflowException;
import dev.tokenport.workflow.WorkflowFile.Setting;
import dev.tokenport.workflow.run.LocalRunner;
import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.run.TaskRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tokenport run}: runs a workflow on this machine, or on several by an engine. */
@Command(description = "Runs a workflow: on this machine, or with --engine on several.", sortOptions = false)
final class RunCommand implements Subcommand.Action {

    private final Session session;

    @Parameters(paramLabel = "FILE", description = "The workflow file, or a CMEM project: a zip or a folder.")
    private String file = "";

    @Option(
            names = "--set",
            paramLabel = "TASK.PARAMETER=VALUE",
            description = "Replaces a value of the file. A password parameter takes only a reference, such as"
                    + " $${env:NAME}. May be repeated.")
    private List<String> set = new ArrayList<>();

    @Option(
            names = "--report",
            paramLabel = "FILE.json",
            description = "Writes what happened as JSON, after a failure and after Ctrl-C, too.")
    private @Nullable String report;

    @Option(names = "--parallel", paramLabel = "N", description = "How many tasks may run side by side (default: 8).")
    private int parallel = LocalRunner.Options.DEFAULT.parallel();

    @Mixin
    private SecretOptions secrets = new SecretOptions();

    @Mixin
    private ProjectOptions project = new ProjectOptions();

    @Option(
            names = "--resources",
            paramLabel = "FOLDER",
            description = "Of a CMEM project: where its resources are unpacked, and its files are read and written"
                    + " (default: beside the zip, such as orders.resources for orders.zip).")
    private @Nullable String resources;

    @Mixin
    private RemoteExecution remote = new RemoteExecution();

    RunCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() throws InterruptedException {
        if (parallel < 1) {
            throw CommandException.refused("--parallel '" + parallel + "' is less than 1");
        }
        Path place = WorkflowArgument.path("FILE", file);
        List<Setting> settings = set.stream().map(RunCommand::setting).toList();
        boolean isProject = ProjectArgument.is(place);
        if (!remote.isAsked()) {
            remote.refuse();
            end(isProject ? project(place, settings) : workflow(place, settings));
        } else if (isProject) {
            throw CommandException.refused(
                    "--engine takes a workflow file; 'tokenport convert' makes one of a CMEM project");
        } else {
            elsewhere(place, settings);
        }
    }

    private void end(RunReport result) {
        switch (result.outcome()) {
            case DONE -> session.screen().answerLine(summary(result));
            case FAILED ->
                throw CommandException.failed(result.error().orElse("workflow '" + result.workflow() + "' failed"));
            case CANCELLED ->
                throw CommandException.interrupted("interrupted; workflow '" + result.workflow() + "' was cancelled");
        }
    }

    private RunReport workflow(Path place, List<Setting> settings) {
        return withReport(plan(place, settings), secrets.sources(session));
    }

    private Plan plan(Path place, List<Setting> settings) {
        project.refuse(place);
        if (resources != null) {
            throw CommandException.refused("--resources is for a CMEM project, and " + place + " is a workflow file");
        }
        return WorkflowArgument.plan(file, settings, session.operators());
    }

    private void elsewhere(Path place, List<Setting> settings) throws InterruptedException {
        Plan plan = plan(place, settings);
        try (ReportFile target = ReportFile.open(Optional.ofNullable(report), place)) {
            Optional<RunReport> result = remote.run(session, plan, parallel, secrets);
            if (result.isPresent()) {
                target.write(result.get());
                end(result.get());
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private CommandException unwritable(IOException e) {
        return CommandException.failed("--report '" + report + "' cannot be written: " + WorkflowArgument.reason(e), e);
    }

    private RunReport project(Path place, List<Setting> settings) throws InterruptedException {
        Optional<Path> folder =
                Optional.ofNullable(resources).map(named -> WorkflowArgument.path("--resources", named));
        try (ProjectPlan opened = ProjectPlan.of(session, place, project, folder, settings)) {
            opened.unpack();
            return withReport(opened.plan(), opened.over(secrets.sources(session)));
        }
    }

    private RunReport withReport(Plan plan, SecretSources sources) {
        try (ReportFile target = ReportFile.open(Optional.ofNullable(report), WorkflowArgument.path("FILE", file))) {
            RunReport result = new WorkflowRun(session, sources).run(plan, new LocalRunner.Options(parallel));
            target.write(result);
            return result;
        } catch (WorkflowException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw CommandException.interrupted("interrupted; nothing was run");
            }
            throw WorkflowArgument.refused(e);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static String summary(RunReport report) {
        long rejects = report.tasks().stream().mapToLong(TaskRecord::rejects).sum();
        return "workflow '" + report.workflow() + "': "
                + Words.count(report.tasks().size(), "task") + " done in "
                + Words.duration(Duration.between(report.started(), report.finished()))
                + (rejects == 0 ? "" : ", " + Words.count(rejects, "entity") + " rejected");
    }

    // The value is never repeated: it may be a secret that stands in the wrong place.
    private static Setting setting(String text) {
        int equals = text.indexOf('=');
        int dot = text.indexOf('.');
        if (dot < 1 || equals < dot + 2) {
            String name = equals < 0 ? "" : " '" + text.substring(0, equals) + "'";
            throw CommandException.refused("--set" + name + " is not of the form TASK.PARAMETER=VALUE");
        }
        return new Setting(text.substring(0, dot), text.substring(dot + 1, equals), text.substring(equals + 1));
    }
}
