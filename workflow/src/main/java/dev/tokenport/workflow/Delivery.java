package dev.tokenport.workflow;

import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.Ports;
import dev.tokenport.operator.Ports.Port;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.RawValue.Pending;
import dev.tokenport.operator.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The parameters of a task that its config ports may replace. Immutable.
 *
 * @param parameters whether there will be a value, by the parameters' addresses
 */
record Delivery(Map<String, Pending> parameters) {

    private static final Delivery NOTHING = new Delivery(Map.of());

    /** Copies the map. */
    Delivery {
        parameters = Map.copyOf(parameters);
    }

    /**
     * What the config ports of a task may deliver: of a source with a fixed schema its paths, of any other one anything.
     *
     * @param ports the ports of a task, empty if they are not known
     */
    static Delivery to(Task task, ParameterList parameters, Function<String, Optional<Ports>> ports) {
        if (task.config().isEmpty()) {
            return NOTHING;
        }
        Map<String, Pending> delivered = new LinkedHashMap<>();
        for (Connection.Config connection : task.config()) {
            Optional<Schema> schema = ports.apply(connection.from())
                    .flatMap(connection.output()::among)
                    .flatMap(port -> port instanceof Port.Fixed fixed ? Optional.of(fixed.schema()) : Optional.empty());
            if (schema.isEmpty()) {
                return anything(parameters);
            }
            for (Schema.Path path : schema.get().paths()) {
                String address = connection.parameter(path.name());
                if (parameters.find(address).isPresent()) {
                    delivered.merge(address, pending(path), Delivery::surer);
                }
            }
        }
        return new Delivery(delivered);
    }

    private static Delivery anything(ParameterList parameters) {
        Map<String, Pending> delivered = new LinkedHashMap<>();
        parameters.addresses().forEach(address -> delivered.put(address, new Pending()));
        return new Delivery(delivered);
    }

    private static Pending pending(Schema.Path path) {
        return new Pending(path.optional() ? Pending.Delivery.POSSIBLE : Pending.Delivery.CERTAIN);
    }

    private static Pending surer(Pending one, Pending other) {
        return one.delivery() == Pending.Delivery.CERTAIN ? one : other;
    }

    /** The same without a parameter and those nested in it. */
    Delivery without(String address) {
        Map<String, Pending> others = new LinkedHashMap<>(parameters);
        others.keySet().removeIf(other -> other.equals(address) || other.startsWith(address + "-"));
        return new Delivery(others);
    }

    boolean isEmpty() {
        return parameters.isEmpty();
    }

    /** The values with all that may be delivered unknown. */
    Map<String, RawValue> over(Map<String, RawValue> values) {
        if (isEmpty()) {
            return values;
        }
        Map<String, RawValue> result = new LinkedHashMap<>(values);
        parameters.forEach((address, pending) -> RawValues.replace(result, address, pending));
        return result;
    }

    /** The values with all unknown that may be delivered and has no value. */
    Map<String, RawValue> under(Map<String, RawValue> values) {
        if (isEmpty()) {
            return values;
        }
        Map<String, RawValue> result = new LinkedHashMap<>(values);
        parameters.forEach((address, pending) -> {
            if (!RawValues.has(values, address)) {
                result.put(address, pending);
            }
        });
        return result;
    }
}
