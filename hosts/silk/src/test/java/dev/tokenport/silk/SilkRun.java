package dev.tokenport.silk;

import dev.tokenport.silk.entity.Sequences;
import dev.tokenport.silk.run.TestActivity;
import dev.tokenport.silk.run.TestPlace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.silkframework.config.CustomTask;
import org.silkframework.config.FixedSchemaPort;
import org.silkframework.config.MetaData;
import org.silkframework.config.PlainTask;
import org.silkframework.config.Task;
import org.silkframework.entity.Entity;
import org.silkframework.entity.EntitySchema;
import org.silkframework.entity.Restriction;
import org.silkframework.entity.paths.UntypedPath;
import org.silkframework.execution.ExecutorOutput;
import org.silkframework.execution.local.LocalEntities;
import org.silkframework.execution.local.LocalExecution;
import org.silkframework.execution.local.LocalExecutor;
import org.silkframework.util.Identifier;
import org.silkframework.util.Uri;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.reflect.ClassTag$;

/** A run of a workflow as Silk does it, with the classes by which it knows operators. For one thread. */
final class SilkRun {

    private final TestPlace place;
    private final TestActivity activity = TestActivity.alone();
    private final LocalExecution execution =
            new LocalExecution(false, Map$.MODULE$.empty(), Map$.MODULE$.empty(), Option.apply(new Identifier("sync")));

    SilkRun(TestPlace place) {
        this.place = place;
    }

    TestActivity activity() {
        return activity;
    }

    /** Executes a task whose output nobody takes. */
    LocalEntities executed(CustomTask task) {
        return executed(task, new ExecutorOutput(Option.empty(), Option.empty()));
    }

    // Silk finds the executor of a task by reflection, and calls it without types.
    @SuppressWarnings({"rawtypes", "unchecked"})
    private LocalEntities executed(CustomTask task, ExecutorOutput output) {
        try {
            LocalExecutor executor = Class.forName(task.getClass().getName() + "Executor")
                    .asSubclass(LocalExecutor.class)
                    .getConstructor()
                    .newInstance();
            var table = (Option<LocalEntities>)
                    executor.execute(named(task), Sequences.of(List.of()), output, execution, activity, place);
            return table.get();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The task after a config port: of the first entity, of each path that is named as a parameter, the first value. */
    CustomTask configured(CustomTask task, CustomTask source) {
        EntitySchema none =
                new EntitySchema(new Uri(""), Sequences.of(List.of()), Restriction.empty(), UntypedPath.empty(), false);
        LocalEntities settings = executed(
                source, new ExecutorOutput(Option.apply(named(task)), Option.apply(new FixedSchemaPort(none))));
        Entity first = settings.entities().next();
        Map<String, String> texts = new LinkedHashMap<>(texts(task));
        for (int i = 0; i < first.schema().typedPaths().size(); i++) {
            var path = first.schema().typedPaths().apply(i).toUntypedPath();
            var delivered = first.values().apply(i);
            if (!delivered.isEmpty()) {
                texts.replaceAll((name, text) -> path.equals(UntypedPath.apply(name)) ? delivered.head() : text);
            }
        }
        return task.withParameters(SilkTasks.values(texts), true, place);
    }

    /** The texts of a task's parameters. */
    Map<String, String> texts(CustomTask task) {
        return SilkTasks.texts(task.parameters(place));
    }

    private static Task<CustomTask> named(CustomTask data) {
        return new PlainTask<>(
                new Identifier("task"), data, MetaData.empty(), ClassTag$.MODULE$.apply(CustomTask.class));
    }
}
