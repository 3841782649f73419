package dev.tokenport.operator;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The operators there are, by id and alias. Immutable. */
public final class OperatorRegistry {

    private final List<Operator<?>> operators;

    private OperatorRegistry(Collection<Operator<?>> operators) {
        this.operators = List.copyOf(operators);
    }

    /**
     * The operators that {@link java.util.ServiceLoader} finds, by label.
     *
     * @throws IllegalStateException if two operators claim the same id or alias, naming both classes
     */
    public static OperatorRegistry load(ClassLoader loader) {
        throw new UnsupportedOperationException("load");
    }

    /** These operators. */
    public static OperatorRegistry of(Operator<?>... operators) {
        return new OperatorRegistry(List.of(operators));
    }

    /** All operators, by label. */
    public List<Operator<?>> operators() {
        return operators;
    }

    /** The operator with this id or alias. */
    public Optional<Operator<?>> find(String idOrAlias) {
        throw new UnsupportedOperationException(idOrAlias);
    }
}
