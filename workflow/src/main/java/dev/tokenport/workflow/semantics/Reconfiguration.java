package dev.tokenport.workflow.semantics;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.workflow.Connection;
import dev.tokenport.workflow.RawValues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a task after its config ports have replaced some. Immutable.
 *
 * @param values raw values by address, in order
 * @param delivered the values that config ports delivered and that stand in {@code values}, by address
 * @param renewable the connections of those delivered secrets that come straight from the task at the other end, by address
 * @param warnings what a person should look at, one line each
 */
public record Reconfiguration(
        Map<String, RawValue> values,
        Map<String, Value> delivered,
        Map<String, Connection.Config> renewable,
        List<String> warnings) {

    /** Copies the collections. */
    public Reconfiguration {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        delivered = Collections.unmodifiableMap(new LinkedHashMap<>(delivered));
        renewable = Map.copyOf(renewable);
        warnings = List.copyOf(warnings);
    }

    /**
     * Replaces parameters: of each connection the first entity, of each path the first value. The later connection wins; no
     * entity or no value keeps the original; an empty text is a value. A path that names no parameter is a warning, unless
     * the path is optional. A secret gets to know the task that delivered it.
     *
     * @param original the values before
     * @param parameters the parameters that the task has
     * @param deliveries what the config connections deliver, in the order of the list
     */
    public static Reconfiguration of(
            Map<String, RawValue> original, ParameterList parameters, List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return new Reconfiguration(original, Map.of(), Map.of(), List.of());
        }
        Map<String, RawValue> values = new LinkedHashMap<>(original);
        Map<String, Value> delivered = new LinkedHashMap<>();
        Map<String, Connection.Config> renewable = new LinkedHashMap<>();
        List<String> warnings = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            Connection.Config connection = delivery.connection();
            delivery.entity().ifPresent(entity -> {
                Map<String, Value> replaced = replacements(entity, connection, parameters, warnings);
                replaced.forEach((address, value) -> replace(values, address, value));
                delivered.putAll(replaced);
                renewable.keySet().removeAll(replaced.keySet());
                replaced.forEach((address, value) -> {
                    if (Provenance.isStraight(value, connection)) {
                        renewable.put(address, connection);
                    }
                });
            });
        }
        return new Reconfiguration(values, delivered, renewable, warnings);
    }

    private static Map<String, Value> replacements(
            Entity entity, Connection.Config connection, ParameterList parameters, List<String> warnings) {
        Map<String, Value> replacements = new LinkedHashMap<>();
        for (Schema.Path path : entity.schema().paths()) {
            String address = connection.parameter(path.name());
            if (parameters.find(address).isPresent()) {
                entity.first(path.name())
                        .ifPresent(value -> replacements.put(address, Provenance.mark(value, connection.from())));
            } else if (!path.optional()) {
                warnings.add("config from task '" + connection.from() + "': there is no parameter '" + address + "'");
            }
        }
        return replacements;
    }

    private static void replace(Map<String, RawValue> values, String address, Value value) {
        values.keySet().removeIf(other -> other.startsWith(address + "-"));
        RawValues.replace(values, address, new RawValue.Scalar(value));
    }
}
