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
    private final Map<String, Operator<?>> byName;
    private final Map<String, String> absences;

    private OperatorRegistry(Collection<Operator<?>> operators) {
        this(operators, new LinkedHashMap<>(), Map.of());
        this.operators.forEach(this::add);
    }

    private OperatorRegistry(
            Collection<Operator<?>> operators, Map<String, Operator<?>> byName, Map<String, String> absences) {
        List<Operator<?>> sorted = new ArrayList<>(operators);
        sorted.sort(Comparator.comparing(
                        (Operator<?> operator) -> operator.description().label())
                .thenComparing(operator -> operator.description().id()));
        this.operators = List.copyOf(sorted);
        this.byName = byName;
        this.absences = absences;
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

    /**
     * These operators and more.
     *
     * @throws IllegalStateException as {@link #load} does
     */
    public OperatorRegistry with(List<Operator<?>> more) {
        List<Operator<?>> all = new ArrayList<>(operators);
        all.addAll(more);
        var registry = new OperatorRegistry(all, new LinkedHashMap<>(byName), absences);
        more.forEach(registry::add);
        return registry;
    }

    /**
     * The same operators, with the reason why there are none of these names.
     *
     * @param reason a clause that may stand behind a colon
     */
    public OperatorRegistry withAbsent(Collection<String> names, String reason) {
        Map<String, String> all = new LinkedHashMap<>(absences);
        names.forEach(name -> all.putIfAbsent(name, reason));
        return new OperatorRegistry(operators, byName, all);
    }

    /** All operators, by label. */
    public List<Operator<?>> operators() {
        return operators;
    }

    /** The operator with this id or alias. */
    public Optional<Operator<?>> find(String idOrAlias) {
        return Optional.ofNullable(byName.get(idOrAlias));
    }

    /** Why there is no operator with this id or alias, empty if there is one or nothing is known. */
    public Optional<String> absence(String idOrAlias) {
        return byName.containsKey(idOrAlias) ? Optional.empty() : Optional.ofNullable(absences.get(idOrAlias));
    }

    /** All ids and aliases. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }
}
