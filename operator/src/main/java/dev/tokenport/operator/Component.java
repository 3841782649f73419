package dev.tokenport.operator;

import dev.tokenport.operator.ParameterDescription.HttpUrlRule;
import dev.tokenport.operator.ParameterDescription.Mandatory;
import dev.tokenport.operator.ParameterType.MapType;
import dev.tokenport.operator.ParameterType.NestedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A component of a parameter record. Immutable.
 *
 * @param description what its annotations say
 * @param type what its Java type means
 * @param optional whether it is an {@code Optional}
 */
record Component(ParameterDescription description, ComponentType type, boolean optional, boolean independent) {

    /**
     * Reads the annotations of a component.
     *
     * @throws IllegalArgumentException if it is faulty; the message names it
     */
    static Component of(RecordComponent component) {
        String name = component.getDeclaringRecord().getSimpleName() + "." + component.getName();
        Parameter parameter = component.getAnnotation(Parameter.class);
        if (parameter == null) {
            throw new IllegalArgumentException(name + " has no @Parameter");
        }
        try {
            return of(component, parameter);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " " + e.getMessage(), e);
        }
    }

    private static Component of(RecordComponent component, Parameter parameter) {
        if (!parameter.id().matches("\\w+")) {
            throw new IllegalArgumentException(
                    "has the id '" + parameter.id() + "', which is not made of letters, digits and underscores only");
        }
        Type declared = component.getGenericType();
        boolean optional = declared instanceof ParameterizedType type && type.getRawType() == Optional.class;
        ComponentType type = ComponentType.of(
                optional ? ((ParameterizedType) declared).getActualTypeArguments()[0] : declared,
                parameter.multiline());
        boolean flag = type.type() instanceof ParameterType.BooleanType && !optional && !parameter.mandatory();
        var description = new ParameterDescription(
                parameter.id(),
                parameter.label(),
                parameter.description(),
                type.type(),
                flag && parameter.defaultValue().isEmpty() ? "false" : parameter.defaultValue(),
                mandatory(parameter),
                parameter.advanced(),
                type.confidential(),
                parameter.template(),
                httpUrl(component.getAnnotation(HttpUrl.class)));
        return new Component(description, type, optional, parameter.independent()).checked();
    }

    private static Mandatory mandatory(Parameter parameter) {
        if (parameter.mandatory()) {
            return new Mandatory.Always();
        }
        String rule = parameter.mandatoryWhen();
        if (rule.isEmpty()) {
            return new Mandatory.Never();
        }
        return new Mandatory.When(
                Stream.of(rule.split("&", -1)).map(Component::condition).toList());
    }

    private static Mandatory.Condition condition(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("is mandatory when '" + text + "', which is not parameter=value");
        }
        return new Mandatory.Condition(
                text.substring(0, equals), List.of(text.substring(equals + 1).split("\\|", -1)));
    }

    private static Optional<HttpUrlRule> httpUrl(@Nullable HttpUrl rule) {
        return rule == null
                ? Optional.empty()
                : Optional.of(new HttpUrlRule(rule.insecureHttpParameter(), rule.onlyWith()));
    }

    private Component checked() {
        if (!description.defaultValue().isEmpty()) {
            try {
                type.conversion().convert(RawValue.of(description.defaultValue()));
            } catch (MismatchException e) {
                throw new IllegalArgumentException(
                        "has the default '" + description.defaultValue() + "', which " + e.predicate(), e);
            }
        } else if (type.absent().isEmpty()
                && !optional
                && nested().isEmpty()
                && !(description.mandatory() instanceof Mandatory.Always)) {
            throw new IllegalArgumentException("may be empty; make it an Optional, mandatory, or give it a default");
        }
        if (description.mandatory() instanceof Mandatory.Always && optional) {
            throw new IllegalArgumentException("is mandatory and an Optional");
        }
        return this;
    }

    /** Its id. */
    String id() {
        return description.id();
    }

    /** The parameters of a nested object. */
    Optional<ParameterList> nested() {
        return description.type() instanceof NestedType type ? Optional.of(type.parameters()) : Optional.empty();
    }

    /** Whether there are addresses {@code id-part}: it is a nested object or a map. */
    boolean hasParts() {
        return nested().isPresent() || description.type() instanceof MapType;
    }

    /** What an address {@code id-part} leads to. */
    Optional<ParameterDescription> part(String address) {
        return description.type() instanceof MapType && !address.isEmpty()
                ? Optional.of(description.entry(address))
                : nested().flatMap(parameters -> parameters.find(address));
    }

    /** Its default, if it has one. */
    Optional<RawValue> defaultValue() {
        return description.defaultValue().isEmpty()
                ? Optional.empty()
                : Optional.of(RawValue.of(description.defaultValue()));
    }

    /** What it holds while nothing is given, its default included. */
    Object untouched() throws MismatchException {
        Optional<RawValue> standard = defaultValue();
        return standard.isPresent() ? convert(standard.get()) : absent();
    }

    /** The value of the component when it has none. */
    Object absent() {
        return optional ? Optional.empty() : type.absent().orElseThrow();
    }

    /** The value of the component for a raw value that is there. */
    Object convert(RawValue raw) throws MismatchException {
        Object value = type.conversion().convert(raw);
        return optional ? Optional.of(value) : value;
    }

    /** Whether a value must not be empty, or means none when it is. */
    boolean distinguishesEmpty() {
        return optional || !(description.mandatory() instanceof Mandatory.Never);
    }
}
