package dev.tokenport.silk;

import dev.tokenport.graphql.GraphQLQuery;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.operators.auth.OAuth2Authentication;
import dev.tokenport.operators.http.HttpRequest;
import dev.tokenport.sparql.SparqlQuery;
import dev.tokenport.sparql.SparqlUpdate;

/** The operators that Silk gets. Immutable. */
final class HostedOperators {

    private static final OperatorRegistry REGISTRY = OperatorRegistry.of(
            new OAuth2Authentication(), new HttpRequest(), new GraphQLQuery(), new SparqlQuery(), new SparqlUpdate());

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
