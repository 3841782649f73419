package dev.tokenport.operator;

import java.util.ArrayList;
import java.util.Collection;
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
        this.operators.forEach(this::claim);
    }

    private OperatorRegistry(
            Collection<Operator<?>> operators, Map<String, Operator<?>> byName, Map<String, String> absences) {
        List<Operator<?>> sorted = new ArrayList<>(operators);
        sorted.sort(OperatorRegistry::byLabel);
        this.operators = List.copyOf(sorted);
        this.byName = byName;
        this.absences = absences;
    }

    /** Not a comparator of keys: Java makes the classes of those anew at each start. */
    private static int byLabel(Operator<?> one, Operator<?> other) {
        int byLabel = one.description().label().compareTo(other.description().label());
        return byLabel == 0
                ? one.description().id().compareTo(other.description().id())
                : byLabel;
    }

    private void claim(Operator<?> operator) {
        claim(operator.description().id(), operator);
        operator.description().aliases().forEach(alias -> claim(alias, operator));
    }

    private void claim(String name, Operator<?> operator) {
        Operator<?> other = byName.putIfAbsent(name, operator);
        if (other != null) {
            throw new IllegalStateException("two operators are called '" + name + "': "
                    + other.getClass().getName() + " and " + operator.getClass().getName());
        }
    }

    private static void check(Operator<?> operator) {
        try {
            var unused = ParameterList.of(operator.parameters());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "operator '" + operator.description().id() + "' of "
                            + operator.getClass().getName() + " is faulty: " + e.getMessage(),
                    e);
        }
    }

    /**
     * The operators that {@link java.util.ServiceLoader} finds, by label. Their parameter records are not read: most runs use
     * few of many operators.
     *
     * @throws IllegalStateException if two operators claim the same id or alias, naming both classes
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
     * @throws IllegalStateException as {@link #load} does, or if an operator's parameter record is faulty
     */
    public static OperatorRegistry of(Operator<?>... operators) {
        var registry = new OperatorRegistry(List.of(operators));
        registry.operators.forEach(OperatorRegistry::check);
        return registry;
    }

    /**
     * These operators and more.
     *
     * @throws IllegalStateException as {@link #of} does
     */
    public OperatorRegistry with(List<Operator<?>> more) {
        List<Operator<?>> all = new ArrayList<>(operators);
        all.addAll(more);
        var registry = new OperatorRegistry(all, new LinkedHashMap<>(byName), absences);
        more.forEach(registry::claim);
        more.forEach(OperatorRegistry::check);
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
