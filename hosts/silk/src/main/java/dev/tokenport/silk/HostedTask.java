package dev.tokenport.silk;

import dev.tokenport.operator.Operator;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.RawValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silkframework.config.InputPorts;
import org.silkframework.config.Port;
import scala.Option;

/**
 * A task of Silk that is one of our operators; what the classes that the build generates of the operators have in common.
 * Immutable, but for what {@link HostedPlugin} keeps.
 */
public abstract class HostedTask extends HostedPlugin {

    private final Operator<?> operator;
    private final Map<String, Object> values;

    /**
     * A task.
     *
     * @param operator the operator's id
     * @param values as {@link #values} gives them
     */
    HostedTask(String operator, Map<String, Object> values) {
        this.operator = HostedOperators.operator(operator);
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The operator, from the one registry of the plugin. */
    public final Operator<?> operator() {
        return operator;
    }

    /**
     * The values that Silk has, by the parameter's id in the operator ({@code parent-child} for a nested one), in the order
     * of its page: a text, a number, a boolean, or a {@code PasswordParameter} for a secret. Choices are texts, as the
     * operator has them.
     */
    final Map<String, Object> values() {
        return values;
    }

    /**
     * The values that count as given, for the operator to bind: Silk has an empty text where nothing was entered, which is a
     * value only where it takes the place of a default.
     */
    final Map<String, RawValue> given() {
        ParameterList parameters = ParameterList.of(operator.parameters());
        Map<String, RawValue> given = new LinkedHashMap<>();
        values.forEach((id, value) -> {
            boolean replacing = parameters
                    .find(id)
                    .filter(parameter -> !parameter.defaultValue().isEmpty())
                    .isPresent();
            if (replacing || !SilkValues.isEmpty(value)) {
                given.put(id, SilkValues.raw(value));
            }
        });
        return given;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof HostedTask that && getClass() == that.getClass() && values.equals(that.values);
    }

    @Override
    public final int hashCode() {
        return values.hashCode();
    }

    /** The operator's label: values may be confidential. */
    @Override
    public final String toString() {
        return operator.description().label();
    }

    /** How many inputs Silk may connect, and of what schema. */
    public final InputPorts inputPorts() {
        return SilkPorts.of(this).inputs();
    }

    /** What Silk may expect from the output. */
    public final Option<Port> outputPort() {
        return SilkPorts.of(this).output();
    }
}
