package dev.tokenport.workflow.semantics;

import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorDescription;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.Ports;
import dev.tokenport.operator.RunContext;
import dev.tokenport.workflow.Connection;
import dev.tokenport.workflow.OutputPort;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.PlannedTask;
import dev.tokenport.workflow.Position;
import dev.tokenport.workflow.Task;
import dev.tokenport.workflow.Workflow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Plans of tasks written as {@code id inputs:a,b.rejects config:c after:d}; their order is that of the arguments. */
final class PlanOf {

    private static final Position NOWHERE = new Position(1, 1);

    private PlanOf() {}

    static Plan tasks(String... tasks) {
        List<PlannedTask> planned = new ArrayList<>();
        Map<String, Task> byId = new LinkedHashMap<>();
        for (String text : tasks) {
            Task task = task(text.split(" "));
            byId.put(task.id(), task);
            Nothing operator = new Nothing();
            planned.add(new PlannedTask(task, operator, operator.ports(new KnownParameters(Map.of()))));
        }
        return new Plan(new Workflow("test", "test.yaml", Path.of("/"), byId), planned);
    }

    private static Task task(String[] words) {
        return new Task(
                words[0],
                words[0],
                "nothing",
                NOWHERE,
                Map.of(),
                sources(words, "inputs:").map(PlanOf::data).toList(),
                sources(words, "config:")
                        .map(id -> new Connection.Config(id, List.of(), NOWHERE))
                        .toList(),
                sources(words, "after:")
                        .map(id -> new Connection.After(id, NOWHERE))
                        .toList(),
                NOWHERE);
    }

    private static Connection.Data data(String name) {
        String id = name.replace(".rejects", "");
        return new Connection.Data(id, id.equals(name) ? OutputPort.MAIN : OutputPort.REJECTS, NOWHERE);
    }

    private static Stream<String> sources(String[] words, String prefix) {
        return Stream.of(words)
                .filter(word -> word.startsWith(prefix))
                .flatMap(word -> Stream.of(word.substring(prefix.length()).split(",")));
    }

    /** Does nothing. */
    static final class Nothing implements Operator<Nothing.Parameters> {

        /** None. */
        record Parameters() {}

        @Override
        public OperatorDescription description() {
            return OperatorDescription.of("nothing", "Nothing", "Does nothing.");
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public Ports ports(KnownParameters known) {
            return new Ports(new Ports.InputPorts.Between(0, 99), Optional.of(new Ports.Port.Unknown()));
        }

        @Override
        public Output execute(Parameters parameters, Inputs inputs, RunContext context) {
            return Output.none();
        }
    }
}
