package dev.tokenport.testkit.conformance;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorDescription;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.Parameter;
import dev.tokenport.operator.Ports;
import dev.tokenport.operator.RunContext;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives entities with the same values, and writes down when it is executed, pulled and closed. */
final class SourceOperator implements Operator<SourceOperator.Parameters> {

    /**
     * What it gives.
     *
     * @param count how many entities
     * @param values values by path; a path with {@code -} has no value, {@code #} stands for the entity's number
     * @param failAt the entity at which it fails, 0 for never
     * @param demand whether its output is opened on demand
     */
    record Parameters(
            @Parameter(id = "count", label = "Count", defaultValue = "1")
            int count,

            @Parameter(id = "values", label = "Values", defaultValue = "{\"name\": \"#\"}")
            Map<String, String> values,

            @Parameter(id = "fail_at", label = "Fail at", defaultValue = "0")
            int failAt,

            @Parameter(id = "demand", label = "On demand", defaultValue = "false")
            boolean demand) {}

    private final Journal journal;

    SourceOperator(Journal journal) {
        this.journal = journal;
    }

    @Override
    public OperatorDescription description() {
        return OperatorDescription.of("test-source", "Test source", "Gives entities.");
    }

    @Override
    public Class<Parameters> parameters() {
        return Parameters.class;
    }

    @Override
    public Ports ports(KnownParameters known) {
        return new Ports(new Ports.InputPorts.DependencyOnly(), Optional.of(new Ports.Port.Unknown()));
    }

    @Override
    public Output execute(Parameters parameters, Inputs inputs, RunContext context) {
        journal.add(context.task(), "executed");
        if (!parameters.demand) {
            return Output.of(new Given(parameters, context.task()));
        }
        return Output.onDemand(() -> {
            journal.add(context.task(), "opened");
            return new Given(parameters, context.task());
        });
    }

    private final class Given implements Entities {

        private final Parameters parameters;
        private final String task;
        private final Schema schema;
        private int number;
        private boolean closed;

        Given(Parameters parameters, String task) {
            this.parameters = parameters;
            this.task = task;
            this.schema = new Schema(
                    "", parameters.values.keySet().stream().map(Schema.Path::of).toList());
        }

        @Override
        public Optional<Schema> schema() {
            return Optional.of(schema);
        }

        @Override
        public @Nullable Entity next() throws OperatorException {
            if (number == parameters.count) {
                return null;
            }
            number++;
            if (number == parameters.failAt) {
                throw new OperatorException("entity " + number + " is broken");
            }
            journal.add(task, "gives " + number);
            List<List<Value>> values = schema.paths().stream()
                    .map(path -> parameters.values.get(path.name()))
                    .map(text -> text == null || text.equals("-")
                            ? List.<Value>of()
                            : List.of(Value.of(text.replace("#", String.valueOf(number))), Value.of("second")))
                    .toList();
            return new Entity("", schema, values);
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                journal.add(task, "closed");
            }
        }
    }
}
