package dev.tokenport.workflow;

import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.Ports;
import dev.tokenport.operator.Ports.Port;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.Schema;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The parameters of a task that its config ports may replace. Immutable.
 *
 * @param addresses the parameters' addresses
 */
record Delivery(Set<String> addresses) {

    /** Copies the set. */
    Delivery {
        addresses = Set.copyOf(addresses);
    }

    /**
     * What the config ports of a task may deliver: of a source with a fixed schema its paths, of any other one anything.
     *
     * @param ports the ports of a task, empty if they are not known
     */
    static Delivery to(Task task, ParameterList parameters, Function<String, Optional<Ports>> ports) {
        Set<String> addresses = new LinkedHashSet<>();
        for (Connection.Config connection : task.config()) {
            Optional<Schema> schema = ports.apply(connection.from())
                    .flatMap(Ports::output)
                    .flatMap(port -> port instanceof Port.Fixed fixed ? Optional.of(fixed.schema()) : Optional.empty());
            if (schema.isEmpty()) {
                return new Delivery(Set.copyOf(parameters.addresses()));
            }
            for (Schema.Path path : schema.get().paths()) {
                String address = connection.parameter(path.name());
                if (parameters.find(address).isPresent()) {
                    addresses.add(address);
                }
            }
        }
        return new Delivery(addresses);
    }

    boolean includes(String address) {
        return addresses.contains(address);
    }

    boolean isEmpty() {
        return addresses.isEmpty();
    }

    /** The values with all that may be delivered unknown. */
    Map<String, RawValue> over(Map<String, RawValue> values) {
        if (isEmpty()) {
            return values;
        }
        Map<String, RawValue> result = new LinkedHashMap<>(values);
        addresses.forEach(address -> RawValues.replace(result, address, new RawValue.Pending()));
        return result;
    }

    /** The values with all unknown that may be delivered and has no value. */
    Map<String, RawValue> under(Map<String, RawValue> values) {
        if (isEmpty()) {
            return values;
        }
        Map<String, RawValue> result = new LinkedHashMap<>(values);
        addresses.stream()
                .filter(address -> !RawValues.has(values, address))
                .forEach(address -> result.put(address, new RawValue.Pending()));
        return result;
    }
}
