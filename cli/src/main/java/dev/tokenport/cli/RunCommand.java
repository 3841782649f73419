package dev.tokenport.cli;

import dev.tokenport.http.Durations;
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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code tokenport run}: runs a workflow on this machine, or on several by an engine. */
final class RunCommand implements Subcommand.Action {

    private final Session session;

    private final Arguments arguments = new Arguments();

    private final Given<String> file =
            arguments.argument("FILE", "The workflow file, or a CMEM project: a zip or a folder.");

    private final Given<List<String>> set = arguments.texts(
            "--set",
            "TASK.PARAMETER=VALUE",
            "Replaces a value of the file. A password parameter takes only a reference, such as"
                    + " $${env:NAME}. May be repeated.");

    private final Given<@Nullable String> report = arguments.text(
            "--report",
            "FILE.json|FILE.html",
            "Writes what happened, after a failure and after Ctrl-C, too: as a page to look at if the name ends with .html,"
                    + " else as JSON.");

    private final ParallelOption parallel = arguments.with(new ParallelOption("How many tasks may run side by side"));

    private final SecretOptions secrets = arguments.with(new SecretOptions());

    private final ProjectOptions project = arguments.with(new ProjectOptions());

    private final Given<@Nullable String> resources = arguments.text(
            "--resources",
            "FOLDER",
            "Of a CMEM project: where its resources are unpacked, and its files are read and written"
                    + " (default: beside the zip, such as orders.resources for orders.zip).");

    private final RemoteExecution remote = arguments.with(new RemoteExecution());

    RunCommand(Session session) {
        this.session = session;
    }

    @Override
    public Arguments arguments() {
        return arguments;
    }

    @Override
    public String description() {
        return "Runs a workflow: on this machine, or with --engine on several.";
    }

    @Override
    public void run() throws InterruptedException {
        Path place = WorkflowArgument.path("FILE", file.value());
        remote.engine().read(place);
        secrets.read(remote.engine());
        int tasks = parallel.value(remote.engine());
        List<Setting> settings = set.value().stream().map(RunCommand::setting).toList();
        boolean isProject = ProjectArgument.is(place);
        if (!remote.isAsked()) {
            remote.refuse();
            end(isProject ? project(place, settings, tasks) : workflow(place, settings, tasks));
        } else if (isProject) {
            projectElsewhere(place, settings, tasks);
        } else {
            elsewhere(place, plan(place, settings), tasks);
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

    private RunReport workflow(Path place, List<Setting> settings, int tasks) {
        return withReport(plan(place, settings), secrets.sources(session), tasks);
    }

    private Plan plan(Path place, List<Setting> settings) {
        project.refuse(place);
        if (resources.value() != null) {
            throw CommandException.refused("--resources is for a CMEM project, and " + place + " is a workflow file");
        }
        return WorkflowArgument.plan(file.value(), settings, session.operators());
    }

    private void projectElsewhere(Path place, List<Setting> settings, int tasks) throws InterruptedException {
        if (resources.value() != null) {
            throw CommandException.refused(
                    "--resources is for a run on this machine; with --engine the resources are files of the store");
        }
        Path files = remote.files()
                .orElseThrow(() -> CommandException.refused("the resources of a CMEM project are files of the store,"
                        + " so the workers need one: --store file:FOLDER, a folder that all of them share"));
        try (ProjectPlan opened = ProjectPlan.of(session, place, project, Optional.of(files), settings)) {
            opened.unpack();
            opened.sayWhatWorkersNeed();
            elsewhere(place, opened.plan(), tasks);
        }
    }

    private void elsewhere(Path place, Plan plan, int tasks) throws InterruptedException {
        try (ReportFile target = ReportFile.open(Optional.ofNullable(report.value()), place, session)) {
            Optional<RunReport> result = remote.run(session, plan, tasks, secrets);
            if (result.isPresent()) {
                target.write(result.get());
                end(result.get());
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private CommandException unwritable(IOException e) {
        return CommandException.failed(
                "--report '" + report.value() + "' cannot be written: " + WorkflowArgument.reason(e), e);
    }

    private RunReport project(Path place, List<Setting> settings, int tasks) throws InterruptedException {
        Optional<Path> folder =
                Optional.ofNullable(resources.value()).map(named -> WorkflowArgument.path("--resources", named));
        try (ProjectPlan opened = ProjectPlan.of(session, place, project, folder, settings)) {
            opened.unpack();
            return withReport(opened.plan(), opened.over(secrets.sources(session)), tasks);
        }
    }

    private RunReport withReport(Plan plan, SecretSources sources, int tasks) {
        Path place = WorkflowArgument.path("FILE", file.value());
        try (ReportFile target = ReportFile.open(Optional.ofNullable(report.value()), place, session)) {
            RunReport result = new WorkflowRun(session, sources).run(plan, new LocalRunner.Options(tasks));
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
                + Durations.words(Duration.between(report.started(), report.finished()))
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
