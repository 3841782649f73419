package dev.tokenport.graphql;

import dev.tokenport.service.json.JsonPointer;
import java.util.List;

/**
 * What a GraphQL document asks a service to do. Immutable.
 *
 * @param repeatable whether asking twice does what asking once does: a query, not a mutation
 * @param variables the variables that need a value
 * @param records where in an answer the objects are that become entities
 */
record Operation(boolean repeatable, List<String> variables, JsonPointer records) {

    /** Copies the list. */
    Operation {
        variables = List.copyOf(variables);
    }
}
