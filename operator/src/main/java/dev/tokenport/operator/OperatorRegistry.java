package dev.tokenport.operator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** The operators there are, by id and alias. Immutable. */
public final class OperatorRegistry {

    private final List<Operator<?>> operators;
    private final Map<String, Operator<?>> byName = new LinkedHashMap<>();

    private OperatorRegistry(Collection<Operator<?>> operators) {
        List<Operator<?>> sorted = new ArrayList<>(operators);
        sorted.sort(Comparator.comparing(
                        (Operator<?> operator) -> operator.description().label())
                .thenComparing(operator -> operator.description().id()));
        this.operators = List.copyOf(sorted);
        this.operators.forEach(this::add);
    }

    private void add(Operator<?> operator) {
        OperatorDescription description = operator.description();
        claim(description.id(), operator);
        description.aliases().forEach(alias -> claim(alias, operator));
        try {
            var unused = ParameterList.of(operator.parameters());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "operator '" + description.id() + "' of "
                            + operator.getClass().getName() + " is faulty: " + e.getMessage(),
                    e);
        }
    }

    private void claim(String name, Operator<?> operator) {
        Operator<?> other = byName.putIfAbsent(name, operator);
        if (other != null) {
            throw new IllegalStateException("two operators are called '" + name + "': "
                    + other.getClass().getName() + " and " + operator.getClass().getName());
        }
    }

    /**
     * The operators that {@link java.util.ServiceLoader} finds, by label.
     *
     * @throws IllegalStateException if two operators claim the same id or alias, naming both classes, or if an operator's
     *     parameter record is faulty
     * @throws java.util.ServiceConfigurationError if a JAR names a class that is no operator or cannot be made
     */
    public static OperatorRegistry load(ClassLoader loader) {
        List<Operator<?>> found = new ArrayList<>();
        // A service is named by a class literal, which cannot carry a type argument.
        @SuppressWarnings("rawtypes")
        ServiceLoader<Operator> services = ServiceLoader.load(Operator.class, loader);
        services.forEach(found::add);
        return new OperatorRegistry(found);
    }

    /**
     * These operators.
     *
     * @throws IllegalStateException as {@link #load} does
     */
    public static OperatorRegistry of(Operator<?>... operators) {
        return new OperatorRegistry(List.of(operators));
    }

    /** All operators, by label. */
    public List<Operator<?>> operators() {
        return operators;
    }

    /** The operator with this id or alias. */
    public Optional<Operator<?>> find(String idOrAlias) {
        return Optional.ofNullable(byName.get(idOrAlias));
    }

    /** All ids and aliases. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }
}
