/** How does an entity become a GraphQL request, and an answer entities or JSON? */
@NullMarked
package dev.tokenport.graphql;

import org.jspecify.annotations.NullMarked;
