package dev.tokenport.workflow.engine;

import dev.tokenport.operator.Operator;
import dev.tokenport.workflow.Connection;
import dev.tokenport.workflow.OutputPort;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.PlannedTask;
import dev.tokenport.workflow.semantics.FlowTask;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Why tasks on different machines need a place that all of them reach. */
public final class StoreNeed {

    private StoreNeed() {}

    /** What would not work without a place for entities and files, as a clause; empty if all works. */
    public static Optional<String> of(Plan plan) {
        return first(plan, planned -> entities(planned).or(() -> file(planned)));
    }

    /** What would not work without a place for entities, as a clause; empty if all works. */
    public static Optional<String> ofEntities(Plan plan) {
        return first(plan, StoreNeed::entities);
    }

    /** What would not work without a folder that all machines have in common, as a clause; empty if all works. */
    public static Optional<String> ofFiles(Plan plan) {
        return first(plan, StoreNeed::file);
    }

    private static Optional<String> first(Plan plan, Function<PlannedTask, Optional<String>> need) {
        return plan.tasks().stream()
                .flatMap(planned -> need.apply(planned).stream())
                .findFirst();
    }

    private static Optional<String> entities(PlannedTask planned) {
        String id = planned.task().id();
        if (FlowTask.of(planned).takesEntities() && !planned.task().inputs().isEmpty()) {
            return Optional.of("task '" + id + "' takes the entities of '"
                    + planned.task().inputs().get(0).source() + "'");
        }
        for (Connection.Config connection : planned.task().config()) {
            if (connection.output() == OutputPort.REJECTS) {
                return Optional.of("task '" + id + "' takes '" + connection.source() + "'");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> file(PlannedTask planned) {
        Operator<?> operator = planned.operator();
        int inputs = planned.task().inputs().size();
        Set<String> parameters = new TreeSet<>(operator.filesWritten(planned.known(), inputs));
        parameters.addAll(operator.filesRead(planned.known(), inputs));
        for (String parameter : parameters) {
            Optional<String> file = planned.known().text(parameter);
            if (file.isEmpty()) {
                return Optional.of("task '" + planned.task().id()
                        + "' may name a file under the folder of the workflow: " + parameter);
            }
            if (!file.get().isEmpty() && !isAbsolute(file.get())) {
                return Optional.of("task '" + planned.task().id() + "' names a file under the folder of the workflow: "
                        + parameter + " '" + file.get() + "'");
            }
        }
        return Optional.empty();
    }

    private static boolean isAbsolute(String file) {
        try {
            return Path.of(file).isAbsolute();
        } catch (InvalidPathException template) {
            return false;
        }
    }
}
