package dev.tokenport.silk;

import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorRegistry;

/** The operators that Silk gets. Immutable. */
final class HostedOperators {

    private static final OperatorRegistry REGISTRY = HostedClasses.operators();

    private HostedOperators() {}

    /** All of them. */
    static OperatorRegistry registry() {
        return REGISTRY;
    }

    /** The operator of an id. */
    static Operator<?> operator(String id) {
        return REGISTRY.find(id).orElseThrow(() -> new IllegalArgumentException("no operator is called '" + id + "'"));
    }
}
