/** Does an entity become the right GraphQL request, and an answer the right entities or JSON? */
@NullMarked
package dev.tokenport.graphql;

import org.jspecify.annotations.NullMarked;
