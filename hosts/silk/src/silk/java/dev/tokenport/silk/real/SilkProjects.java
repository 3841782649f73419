package dev.tokenport.silk.real;

import java.util.ArrayList;
import java.util.List;
import org.silkframework.config.MetaData;
import org.silkframework.config.PlainTask;
import org.silkframework.config.Task;
import org.silkframework.config.TaskSpec;
import org.silkframework.execution.ExecutionReport;
import org.silkframework.runtime.activity.ActivityControl;
import org.silkframework.runtime.activity.SimpleUserContext;
import org.silkframework.runtime.activity.Status;
import org.silkframework.runtime.activity.UserContext;
import org.silkframework.runtime.serialization.WriteContext;
import org.silkframework.runtime.users.SimpleUser;
import org.silkframework.runtime.users.UserActions;
import org.silkframework.serialization.json.ExecutionReportSerializers.ExecutionReportJsonFormat$;
import org.silkframework.serialization.json.JsonSerializers.GenericTaskJsonFormat$;
import org.silkframework.util.Identifier;
import org.silkframework.workspace.Project;
import org.silkframework.workspace.ProjectTask;
import org.silkframework.workspace.WorkspaceFactory;
import org.silkframework.workspace.activity.workflow.WorkflowExecutionReportWithProvenance;
import play.api.libs.json.JsValue;
import play.api.libs.json.Json;
import scala.Option;
import scala.reflect.ClassTag;

/** The projects of the workspace: loading, saving, running. For one thread. */
final class SilkProjects {

    private UserContext user = UserContext.Empty();

    /** Goes on as another user. */
    List<String> user(String uri) {
        user = SimpleUserContext.apply(SimpleUser.apply(uri, SimpleUser.apply$default$2(), UserActions.all()));
        return List.of();
    }

    /** Which tasks could not be loaded, and why. */
    List<String> loadingErrors(String project) {
        var lines = new ArrayList<String>();
        project(project)
                .loadingErrors()
                .foreach(error ->
                        lines.add(error.taskId() + "\t" + error.throwable().getMessage()));
        return lines;
    }

    /** A task as a client of the REST API gets it: JSON. */
    List<String> task(String project, String task) {
        return List.of(Json.stringify(GenericTaskJsonFormat$.MODULE$.write(
                plain(project(project).anyTask(Identifier.apply(task), user)), context(project))));
    }

    /** Writes a task into the workspace as it was loaded. */
    List<String> save(String project, String task) {
        TaskSpec data = project(project).anyTask(Identifier.apply(task), user).data();
        project(project).updateAnyTask(Identifier.apply(task), data, Option.<MetaData>empty(), user);
        return List.of();
    }

    /** Starts a workflow. */
    List<String> start(String project, String workflow) {
        control(project, workflow).start(user);
        return List.of();
    }

    /** Cancels a workflow that runs. */
    List<String> cancel(String project, String workflow) {
        control(project, workflow).cancel(user);
        return List.of();
    }

    /** Waits for the end of a workflow: its status, what it failed with, its report as JSON. */
    List<String> result(String project, String workflow) {
        ActivityControl<?> control = control(project, workflow);
        var lines = new ArrayList<String>();
        try {
            control.waitUntilFinished();
        } catch (Exception | LinkageError e) {
            lines.add("exception\t" + e.getClass().getName() + "\t" + e.getMessage());
        }
        Status status = control.status().apply();
        lines.add("status\t" + status.concreteStatus());
        lines.add("message\t" + status.message());
        ExecutionReport report =
                ((WorkflowExecutionReportWithProvenance) control.value().apply()).report();
        lines.add("report\t" + Json.stringify(ExecutionReportJsonFormat$.MODULE$.write(report, context(project))));
        return lines;
    }

    private static <T extends TaskSpec> Task<TaskSpec> plain(ProjectTask<T> task) {
        return PlainTask.apply(task.id(), task.data(), task.metaData(), ClassTag.apply(TaskSpec.class));
    }

    private WriteContext<JsValue> context(String project) {
        return WriteContext.fromProject(project(project), Option.empty(), user);
    }

    private Project project(String id) {
        return WorkspaceFactory.apply().workspace(user).project(Identifier.apply(id), user);
    }

    private ActivityControl<?> control(String project, String workflow) {
        ProjectTask<?> task = project(project).anyTask(Identifier.apply(workflow), user);
        return task.activity("ExecuteLocalWorkflow").control();
    }
}
